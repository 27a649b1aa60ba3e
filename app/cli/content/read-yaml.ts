import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problems.ts";

/** A parsed file that still knows on which line each part of it stands. */
export type Located<T> = { file: string; value: T; lineOf: (path: readonly (string | number)[]) => number };

/** Reads one YAML file with a schema. What is wrong goes to `problems` with its line; null then. */
export function readYaml<S extends z.ZodType>(file: string, schema: S, problems: Problem[]): Located<z.output<S>> | null {
  return parseYaml(file, readFileSync(file, "utf8"), schema, problems);
}

/** Parses YAML that stands in `file` after `linesBefore` other lines. What is wrong goes to `problems` with its line; null then. */
export function parseYaml<S extends z.ZodType>(file: string, source: string, schema: S, problems: Problem[], linesBefore = 0): Located<z.output<S>> | null {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    for (const error of document.errors) problems.push({ file, line: (error.linePos?.[0].line ?? 1) + linesBefore, reason: error.message.split("\n")[0] ?? error.message });
    return null;
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) && typeof node.range[0] === "number") {
        return lines.linePos(node.range[0]).line + linesBefore;
      }
    }
    return 1 + linesBefore;
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
      problems.push({ file, line: lineOf(path), reason: `${path.join(".")}: ${issue.message}` });
    }
    return null;
  }
  return { file, value: parsed.data, lineOf };
}
