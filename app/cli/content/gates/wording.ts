import { readFileSync } from "node:fs";
import { hanOf, runLength, type Fingerprint } from "../fingerprint.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** Facts come from the sources, sentences do not: no run of twelve Chinese characters is shared with one, but for what the allow-list names and why. */
export function checkWording(source: Source): Problem[] {
  const { sources, sharedWording } = source;
  if (!sources || !sharedWording) return [];
  const allowed = sharedWording.value.map((one) => hanOf(one.text));
  const files = [source.regulations, source.modules, source.questions, source.checklists, source.tracks, source.schemes].flatMap((list) => list.map((one) => one.file));
  return [
    ...files.flatMap((file) => sharedRuns(file, sources, allowed)),
    ...sharedWording.value.flatMap(({ text }, index) => (isShared(hanOf(text), sources) ? [] : [{ file: sharedWording.file, line: sharedWording.lineOf([index, "text"]), reason: `no source has “${text}”: nothing needs to be allowed` }])),
  ];
}

/** Every run of the text stands in a source. */
function isShared(text: string, sources: Fingerprint): boolean {
  return text.length >= runLength && windows(text).every((run) => sources(run) !== null);
}

function windows(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - runLength + 1) }, (_, index) => text.slice(index, index + runLength));
}

function sharedRuns(file: string, sources: Fingerprint, allowed: readonly string[]): Problem[] {
  return readFileSync(file, "utf8").split("\n").flatMap((line, index) => {
    // Names of regulations and the places in them are cited as they are.
    if (/^\s*(title|shortTitle):/.test(line)) return [];
    const text = hanOf(line.replace(/《[^》]*》/g, "").replace(/\bplace: ("[^"]*"|[^,}]*)/, ""));
    const problems: Problem[] = [];
    let from = 0;
    while (from + runLength <= text.length) {
      const place = sources(text.slice(from, from + runLength));
      let to = from + runLength;
      if (place) {
        while (to < text.length && sources(text.slice(to + 1 - runLength, to + 1))) to += 1;
        const run = text.slice(from, to);
        if (!allowed.some((one) => one.includes(run))) problems.push({ file, line: index + 1, reason: `shares ${run.length} characters with ${place}: ${run}` });
      }
      from = place ? to : from + 1;
    }
    return problems;
  });
}
