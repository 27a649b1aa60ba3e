import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** A source file of the house: its path from the root, its text, and the files of ours it imports. */
export type SourceFile = { path: string; text: string; imports: { path: string; typeOnly: boolean }[] };

/** Every TypeScript file under app/ and db/ but the tests, with its imports resolved to paths from the root. */
export function readSources(): SourceFile[] {
  return ["app", "db"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => sourceFile(relative(root, join(entry.parentPath, entry.name)), readFileSync(join(entry.parentPath, entry.name), "utf8"))),
  );
}

/** Parses the imports of one file. `text` may be made up: that is how a check is seen to fail. */
export function sourceFile(path: string, text: string): SourceFile {
  const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"'`;]*?\sfrom\s+)?["']([^"']+)["']|import\(["']([^"']+)["']\)/g)].flatMap(([, typeOnly, from, lazy]) => {
    const wanted = from ?? lazy ?? "";
    const target = wanted.startsWith("#") ? wanted.slice(1) : wanted.startsWith(".") ? relative(root, resolve(root, path, "..", wanted)) : null;
    return target === null ? [] : [{ path: target, typeOnly: typeOnly !== undefined }];
  });
  return { path, text, imports };
}

/** The area of a path under app/features, else null. */
export function areaOf(path: string): string | null {
  return /^app\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}
