import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { openLog } from "./log.server.ts";

function lineOf(err: unknown): string {
  let line = "";
  openLog("info", { write: (text: string) => (line += text) }).error({ err }, "request failed");
  return line;
}

test("of a failed query the log tells the statement and the cause, not what was filled in", () => {
  const cause = Object.assign(new Error("duplicate key value violates unique constraint"), { code: "23505", detail: "Key (staff_no)=(10238) already exists." });
  const line = lineOf(new DrizzleQueryError("insert into accounts values ($1, $2)", ["10238", "$argon2id$v=19$m=19456\n    at secret"], cause));
  expect(line).toContain("insert into accounts");
  expect(line).toContain("23505");
  expect(line).toContain("duplicate key value");
  expect(line).toContain("log.test.ts");
  expect(line).not.toMatch(/10238|argon2id|secret/);
});

test("any other error is told whole", () => {
  expect(lineOf(new Error("the paper is gone", { cause: new TypeError("no paper") }))).toMatch(/the paper is gone.*no paper/);
  expect(lineOf("only a word")).toContain("only a word");
});
