import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kits } from "#db/kit.ts";
import { allTables } from "#db/schema/index.ts";
import * as pgDoor from "#db/schema/pg.ts";
import * as sqliteDoor from "#db/schema/sqlite.ts";
import { readSources, sourceFile, type SourceFile } from "./source.ts";

/** Files of the app that can reach the store without saying so in their name. */
function storeOutsideServer(files: readonly SourceFile[]): string[] {
  const allowed = (path: string) => /\.server\.tsx?$/.test(path) || path === "app/server.ts" || path.startsWith("app/cli/") || path.startsWith("db/");
  return files
    .filter((file) => !allowed(file.path))
    .filter((file) => /from "drizzle-orm|from "better-sqlite3|from "pg"/.test(file.text) || /\bstore\.(read|write)\b/.test(file.text) || file.imports.some((one) => !one.typeOnly && one.path.startsWith("db/")))
    .map((file) => file.path);
}

/** Engine-only calls: `.all/.get/.run` exist on SQLite alone and would not be awaited. */
function engineCalls(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path.endsWith(".server.ts") || file.path.startsWith("db/seed/"))
    .flatMap((file) => file.text.split("\n").flatMap((line, index) => (/\)\s*\.(all|get|run)\(\)/.test(line) ? [`${file.path}:${index + 1}`] : [])));
}

test("only .server.ts files reach the store", () => {
  expect(storeOutsideServer(readSources())).toEqual([]);
});

test("a page that reached the store would be seen", () => {
  expect(storeOutsideServer([sourceFile("app/routes/x.tsx", `await context.store.read.select();`)])).toHaveLength(1);
  expect(storeOutsideServer([sourceFile("app/features/exams/draw.ts", `import { eq } from "drizzle-orm";`)])).toHaveLength(1);
});

test("no query uses a call that one engine lacks", () => {
  expect(engineCalls(readSources())).toEqual([]);
  expect(engineCalls([sourceFile("app/features/exams/queries.server.ts", "db.select().from(t.people).all()")])).toHaveLength(1);
});

test("both doors for migrations show every table of the schema", () => {
  const names = Object.keys(allTables(kits.sqlite)).sort();
  expect(Object.keys(sqliteDoor).sort()).toEqual(names);
  expect(Object.keys(pgDoor).sort()).toEqual(names);
});

test("the guards of both engines speak of the same rules", () => {
  const rules = (file: string) => [...readFileSync(file, "utf8").matchAll(/'guard: ([^']+)'|guard_refuse\('([^']+)'\)/g)].map(([, said, refused]) => said ?? refused).filter((rule) => rule !== undefined && rule !== "%");
  expect([...new Set(rules("db/guards.pg.sql"))].sort()).toEqual([...new Set(rules("db/guards.sqlite.sql"))].sort());
});
