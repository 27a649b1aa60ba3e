import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** So many Chinese characters in a row, punctuation left out, are a sentence taken over. */
export const runLength = 12;
export const fingerprintFile = "sources.fingerprint";
export const sharedWordingFile = "shared-wording.yaml";

/** Words our texts may share with a source: a named list, a phrase the source prescribes to be said, the name of something. */
export const SharedWording = z.strictObject({ text: z.string().min(runLength), kind: z.enum(["list", "phrase", "name"]), reason: z.string().min(4) });
export type SharedWording = z.infer<typeof SharedWording>;

/** Where a run of characters stands in the source documents: `000 L345`; null when in none. */
export type Fingerprint = (run: string) => string | null;

/** Chinese characters of a text, everything else left out. */
export function hanOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, "");
}

// 8 bytes a run: five of a hash, one of the document, two of the line. The sources themselves are not ours to carry.
const entry = 8;

/** Writes down which runs the documents under `folder` hold (`000_….txt`, lines as given), as hashes. Answers how many. */
export function writeFingerprint(folder: string, file: string): number {
  const places = new Map<number, readonly [document: number, line: number]>();
  for (const name of readdirSync(folder).sort())
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .forEach((text, index) => {
        for (const run of runsOf(hanOf(text))) if (!places.has(hash(run))) places.set(hash(run), [Number(name.slice(0, 3)), index + 1]);
      });
  const bytes = Buffer.alloc(places.size * entry);
  [...places].sort(([a], [b]) => a - b).forEach(([key, [document, line]], index) => {
    bytes.writeUIntBE(key, index * entry, 5);
    bytes.writeUInt8(document, index * entry + 5);
    bytes.writeUInt16BE(line, index * entry + 6);
  });
  writeFileSync(file, bytes);
  return places.size;
}

export function readFingerprint(file: string): Fingerprint | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const places = new Map<number, string>();
  for (let at = 0; at < bytes.length; at += entry) places.set(bytes.readUIntBE(at, 5), `${String(bytes.readUInt8(at + 5)).padStart(3, "0")} L${bytes.readUInt16BE(at + 6)}`);
  return (run) => places.get(hash(run)) ?? null;
}

function runsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - runLength + 1) }, (_, index) => text.slice(index, index + runLength));
}

/** 40 bits of a run, from two 32-bit FNV-1a hashes with different beginnings. */
function hash(run: string): number {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < run.length; index += 1) {
    a = Math.imul(a ^ run.charCodeAt(index), 0x01000193);
    b = Math.imul(b ^ run.charCodeAt(index), 0x85ebca6b);
  }
  return ((b ^ (b >>> 13)) & 0xff) * 2 ** 32 + (a >>> 0);
}
