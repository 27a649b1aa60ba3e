import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dataLine, wordsOf } from "./words.ts";

test("a known event has a sentence, an unknown one has none and is shown as it was written", () => {
  expect(wordsOf("licence.issued")).toBe("签发了上岗证");
  expect(wordsOf("licence.exploded")).toBeNull();
  expect(wordsOf("constructor")).toBeNull();
});

test("every event an area says it writes has its sentence", () => {
  const sources = readdirSync("app/features", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("events.ts")).map((file) => `app/features/${file}`);
  const names = sources.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/"([a-z]+\.[a-z-]+)"/g)].map((match) => match[1] ?? ""));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => wordsOf(name) === null)).toEqual([]);
});

test("the data of an event becomes one line", () => {
  expect(dataLine({ reason: "手机遗失", sessionsEnded: 2, roles: ["learner", "assessor"], toOn: null })).toBe("reason=手机遗失；sessionsEnded=2；roles=learner、assessor；toOn=null");
  expect(dataLine(null)).toBe("");
});
