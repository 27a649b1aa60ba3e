import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areaOf, readSources, sourceFile, type SourceFile } from "./source.ts";

/** What an area may import besides itself; nobody imports upwards or sideways. `audit` and `notifications` are called by every command. */
const below: Record<string, readonly string[]> = {
  people: ["audit", "standards"],
  standards: ["people", "audit"],
  audit: ["people", "standards"],
  notifications: ["people", "audit", "standards"],
  questions: ["people", "standards", "audit"],
  learning: ["people", "standards", "audit", "notifications", "questions"],
  exams: ["people", "standards", "audit", "notifications", "questions", "learning"],
  practice: ["people", "standards", "audit", "notifications", "questions", "learning", "exams"],
  classes: ["people", "standards", "audit", "notifications"],
  search: ["people", "standards", "learning"],
  practicals: ["people", "standards", "audit", "notifications", "questions", "learning"],
  licences: ["people", "standards", "audit", "notifications", "exams", "practicals"],
  commitments: ["people", "standards", "audit", "notifications", "licences"],
  reports: ["people", "standards", "audit", "notifications", "questions", "learning", "exams", "practicals", "licences", "commitments", "practice", "classes"],
};

function wrongDirections(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const area = areaOf(file.path);
    return file.imports.flatMap(({ path: target }) => {
      const other = areaOf(target);
      const say = (rule: string) => [`${file.path} imports ${target}: ${rule}`];
      if (area !== null && other !== null && other !== area && !below[area]?.includes(other)) return say(`${area} may not use ${other}`);
      if (area !== null && /^app\/(routes|cli|root|server|entry)/.test(target)) return say("an area knows no route, server or command line");
      if (file.path.startsWith("app/ui/") && (other !== null || target.startsWith("db/"))) return say("the interface kit knows no business word");
      if (file.path.startsWith("app/lib/") && (other !== null || target.startsWith("app/ui/") || target.startsWith("db/"))) return say("lib stands below everything");
      if (/^db\/(kit|client|schema\/)/.test(file.path) && other !== null && /\.server\.tsx?$/.test(target)) return say("the schema reads lists of states, nothing that runs");
      return [];
    });
  });
}

/** Circles of files that need each other at run time; type-only imports are gone by then. */
function circles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.add([...trail.slice(at)].sort().join(" ↔ "));
      return;
    }
    if (done.has(path)) return;
    for (const { path: next, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly && byPath.has(next)) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of byPath.keys()) visit(path, []);
  return [...found];
}

test("nobody imports upwards or sideways", () => {
  expect(wrongDirections(readSources())).toEqual([]);
});

test("an upward import would be seen", () => {
  const offender = (path: string, target: string) => wrongDirections([sourceFile(path, `import { x } from "${target}";`)]);
  expect(offender("app/features/exams/draw.ts", "#app/features/licences/standing.ts")).toHaveLength(1);
  expect(offender("app/features/people/access.ts", "../exams/draw.ts")).toHaveLength(1);
  expect(offender("app/ui/button.tsx", "#app/features/people/roles.ts")).toHaveLength(1);
  expect(offender("app/lib/clock.ts", "#app/ui/button.tsx")).toHaveLength(1);
  expect(offender("app/features/exams/draw.ts", "#app/features/questions/grade.ts")).toEqual([]);
});

test("no two files need each other", () => {
  expect(circles(readSources())).toEqual([]);
});

test("a circle would be seen", () => {
  expect(circles([sourceFile("app/lib/a.ts", `import "./b.ts";`), sourceFile("app/lib/b.ts", `import "./a.ts";`)])).toHaveLength(1);
});

test("every area has its room and its README of at most twenty lines", () => {
  const areas = [...new Set(readSources().map((file) => areaOf(file.path)).filter((area) => area !== null))].sort();
  expect(areas.filter((area) => !(area in below))).toEqual([]);
  for (const area of areas) {
    const lines = existsSync(`app/features/${area}/README.md`) ? readFileSync(`app/features/${area}/README.md`, "utf8").trimEnd().split("\n").length : 0;
    expect(lines, `app/features/${area}/README.md`).toBeGreaterThan(3);
    expect(lines, `app/features/${area}/README.md`).toBeLessThanOrEqual(20);
  }
});

test("no file is called utils, helpers, misc, common or manager", () => {
  expect(readSources().map((file) => file.path).filter((path) => /(^|\/)(utils?|helpers?|misc|common|managers?)(\.|\/)/.test(path))).toEqual([]);
});
