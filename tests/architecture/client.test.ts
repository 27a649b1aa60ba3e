import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { QuestionFile } from "#app/features/questions/question.ts";
import { loadBuild } from "#app/server.ts";

// These look at what `npm run build` left; `npm test` builds before it comes here.
const client = "build/client";

type ClientFile = { path: string; text: string };

function clientFiles(): ClientFile[] {
  return readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|json|map)$/.test(entry.name))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));
}

/** Words that stand in server code only. */
const serverMarks = ["better-sqlite3", "argon2", "drizzle", "PRAGMA ", "signInTries", "sign_in_tries", "SESSION_SECRET", "node:crypto", "node:fs", "pg_advisory_lock"];

function found(files: readonly ClientFile[], marks: readonly string[]): string[] {
  return files.flatMap((file) => marks.filter((mark) => file.text.includes(mark)).map((mark) => `${file.path}: ${mark}`));
}

function bankTexts(): string[] {
  const files = z.array(QuestionFile).parse(JSON.parse(readFileSync("build/content/questions.json", "utf8")));
  return files.flatMap((file) => file.questions.flatMap((question) => [question.stem, question.explanation]));
}

test("no server code is in a client bundle", () => {
  expect(clientFiles().length).toBeGreaterThan(5);
  expect(found(clientFiles(), serverMarks)).toEqual([]);
});

test("no question and no explanation is in a client bundle", () => {
  expect(bankTexts().length).toBeGreaterThan(180);
  expect(found(clientFiles(), bankTexts())).toEqual([]);
});

test("server code and an explanation in a bundle would be seen", () => {
  const [stem = ""] = bankTexts();
  expect(found([{ path: "x.js", text: `import "better-sqlite3"` }], serverMarks)).toHaveLength(1);
  expect(found([{ path: "x.js", text: `const q="${stem}"` }], bankTexts())).toHaveLength(1);
});

/** JavaScript a browser loads for a page opened directly, in bytes after gzip: entry, root, the route and all they import. */
async function javaScriptOf(routeFile: string): Promise<number> {
  const { assets, routes } = await loadBuild();
  const wanted = Object.keys(routes).find((id) => id === routeFile);
  if (wanted === undefined) throw new Error(`no route ${routeFile}`);
  const files = new Set([assets.entry.module, ...assets.entry.imports, assets.url]);
  for (let id: string | undefined = wanted; id !== undefined; id = routes[id]?.parentId) {
    const route = assets.routes[id];
    if (route) for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  }
  return [...files].filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + gzipSync(readFileSync(join(client, file)), { level: 9 }).length, 0);
}

const kilobyte = 1_000;

test("the module page needs at most 130 kB of JavaScript, gzipped", async () => {
  expect(await javaScriptOf("routes/module.section")).toBeLessThanOrEqual(130 * kilobyte);
});

test("the exam page needs at most 150 kB of JavaScript, gzipped", async () => {
  expect(await javaScriptOf("routes/attempt")).toBeLessThanOrEqual(150 * kilobyte);
});
