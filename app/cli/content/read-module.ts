import { readFileSync } from "node:fs";
import { ModuleHead, type Module } from "#app/features/learning/module.ts";
import { markdownElements, mdxComponents, type TreeNode } from "#app/features/learning/tree.ts";
import { walk } from "#app/features/learning/walk.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import type { Problem } from "./problems.ts";
import { readHead, readText, type Block, type Mention } from "./read-text.ts";

export type ReadModule = { file: string; module: Module; mentions: Mention[]; blocks: Block[]; lineOf: (path: readonly (string | number)[]) => number };

const allowed = { elements: [...markdownElements, "h2"], components: Object.keys(mdxComponents) };

/** Compiles one MDX module to data: its head, and its text cut into sections at each `## `. What is wrong goes to `problems` with its line; null then. */
export async function readModule(file: string, problems: Problem[]): Promise<ReadModule | null> {
  const read = readHead(file, readFileSync(file, "utf8"), ModuleHead, problems);
  const text = read && (await readText(file, read, allowed, problems));
  if (!read || !text) return null;
  const sections: Module["sections"] = [];
  const before = problems.length;
  for (const { node, line } of text.pieces) {
    if (typeof node !== "string" && node.type === "h2") sections.push({ title: textOf([node]), tree: [] });
    else if (sections.length === 0) problems.push({ file, line, reason: "text before the first `## ` heading belongs to no section" });
    else sections.at(-1)?.tree.push(node);
  }
  if (sections.length === 0) problems.push({ file, line: read.linesBefore, reason: "a module has at least one `## ` section" });
  if (problems.length > before) return null;
  const ids = (kind: Mention["kind"]) => [...new Set(text.mentions.filter((one) => one.kind === kind).map((one) => one.id))];
  const characters = (textOf(sections.flatMap((section) => section.tree)).match(/\p{Script=Han}/gu) ?? []).length;
  const body = { ...read.head.value, sections };
  const { summary, goals } = read.head.value;
  const head = [...[summary].map((words) => ({ line: read.head.lineOf(["summary"]), text: words, clauses: [] })), ...goals.map((words, index) => ({ line: read.head.lineOf(["goals", index]), text: words, clauses: [] }))];
  return { file, mentions: text.mentions, blocks: [...head, ...text.blocks], lineOf: read.head.lineOf, module: { ...body, hash: hashOf(body), clauses: ids("clause"), topics: ids("topic"), characters } };
}

/** The text of a tree without its markup. */
function textOf(nodes: readonly TreeNode[]): string {
  return [...walk(nodes)].filter((node) => typeof node === "string").join("");
}
