import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./env.server.ts";

const production = { SESSION_SECRET: "x".repeat(32), PUBLIC_URL: "https://lms.example" };

test("production is told what it must be told, by name", () => {
  expect(() => readConfig({}, "production")).toThrow("SESSION_SECRET and PUBLIC_URL must be set");
  expect(() => readConfig({ ...production, SESSION_SECRET: "" }, "production")).toThrow("SESSION_SECRET must be set");
  expect(readConfig(production, "production").publicUrl).toBe("https://lms.example");
});

test.each([
  ["PORT", "abc"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://db"],
  ["PUBLIC_URL", "javascript:alert(1)"],
  ["PUBLIC_URL", "lms.example"],
  ["SESSION_SECRET", "short"],
  ["TRUST_PROXY", "yes"],
])("%s=%s is refused in a sentence that names it", (name, value) => {
  expect(() => readConfig({ ...production, [name]: value }, "production")).toThrow(ConfigError);
  expect(() => readConfig({ ...production, [name]: value }, "production")).toThrow(new RegExp(`^${name}: `));
});
