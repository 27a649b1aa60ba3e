import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of compiled content, `build/content`. */
export type ContentStore = { json(file: string): unknown };

/** Opens compiled content. Reading a file that is not there throws: build the content first. */
export function openContent(folder: string): ContentStore {
  return {
    json(file) {
      const value: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
      return value;
    },
  };
}

/** An area's catalogue: parsed at first use, then kept; compiled content changes only with a new build. */
export function catalogue<T>(parse: (content: ContentStore) => T): (content: ContentStore) => T {
  const known = new WeakMap<ContentStore, { value: T }>();
  return (content) => {
    const kept = known.get(content) ?? { value: parse(content) };
    known.set(content, kept);
    return kept.value;
  };
}
