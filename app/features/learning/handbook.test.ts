import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { roles } from "../people/roles.ts";
import { forEngineers } from "./handbook.ts";

const folder = "content/handbook";
const guides = readdirSync(folder).filter((name) => name.endsWith(".md") && !forEngineers.includes(name));
const textOf = (name: string) => readFileSync(join(folder, name), "utf8");

function appText(): string {
  const files = readdirSync("app", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."));
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
}

test("every button and field a guide names in bold is written so in the app", () => {
  const app = appText();
  const named = guides.flatMap((guide) => [...textOf(guide).matchAll(/\*\*([^*]+)\*\*/g)].map((match) => ({ guide, words: match[1] ?? "" })));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ words }) => !app.includes(`"${words}"`))).toEqual([]);
});

test("every link of a guide leads to a page of the app", () => {
  const routes = [...readFileSync("app/routes.ts", "utf8").matchAll(/route\("([^"]+)"/g)].map((match) => `/${match[1]}`);
  const links = guides.flatMap((guide) => [...textOf(guide).matchAll(/\]\((\/[^)]*)\)/g)].map((match) => match[1] ?? ""));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !routes.includes(link))).toEqual([]);
});

test("every role but the auditor, who only reads, has a guide", () => {
  const written = guides.map(textOf).join("\n");
  for (const role of roles.filter((one) => one !== "auditor")) expect(written, role).toMatch(new RegExp(`^roles: \\[.*\\b${role}\\b.*\\]$`, "m"));
});

test("customers are 客户 in the guides, never 用户", () => {
  expect(guides.filter((guide) => textOf(guide).includes("用户"))).toEqual([]);
});
