import type { Notes } from "./notes.ts";
import type { TreeNode } from "./tree.ts";

// Apart from the rules, so that the reader's page need not carry time zones.

/** What a question and an answer may be long, in characters. */
export const askLength = { min: 4, max: 500 } as const;
export const answerLength = { min: 2, max: 1000 } as const;
/** How much of a paragraph stands in the list of paragraphs. */
export const shortExcerpt = 24;

const inLine = ["strong", "em", "del"];

/** The text of a block as it is read: titles first, marks as they are shown, the small marks of clauses left out. */
export function textIn(node: TreeNode, notes: Notes): string {
  if (typeof node === "string") return node;
  const { topic, clause, question, title, caption } = node.props;
  if (node.type === "Clause") return "";
  if (node.type === "Figure") return notes.figures[String(topic ?? clause)] ?? "…";
  if (node.type === "Compare") return notes.topics[String(topic)]?.title ?? "";
  if (node.type === "Check") return notes.checks[String(question)]?.question.stem ?? "";
  const children = node.children.map((child) => textIn(child, notes)).join("");
  return inLine.includes(node.type) ? children : ` ${title ?? caption ?? ""} ${children} `;
}

/** The first `length` characters on one line, with `…` where more follows. */
export function foldedExcerpt(text: string, length: number): string {
  const all = [...text.replace(/\s+/gu, " ").trim()];
  return all.length <= length ? all.join("") : `${all.slice(0, length).join("").trimEnd()}…`;
}

/**
 * What somebody typed, as plain text: one kind of line end, no control or invisible characters (they could turn the line around), none around it.
 * At most one empty line stays between two lines.
 */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\t]/gu, "")
    .replace(/[^\S\n]+\n/gu, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** How long a text is: its characters, and for the least length those one can see. */
export function lengthOf(text: string): { all: number; seen: number } {
  return { all: [...text].length, seen: [...text.replace(/\s/gu, "")].length };
}
