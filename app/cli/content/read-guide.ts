import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { guideElements, GuideHead, type Guide } from "#app/features/learning/handbook.ts";
import type { Problem } from "./problems.ts";
import { readHead, readText } from "./read-text.ts";

/** Compiles one guide of the handbook to data. What is wrong goes to `problems` with its line; null then. */
export async function readGuide(file: string, problems: Problem[]): Promise<Guide | null> {
  const read = readHead(file, readFileSync(file, "utf8"), GuideHead, problems);
  const text = read && (await readText(file, read, { elements: guideElements, components: [] }, problems));
  return read && text && { ...read.head.value, id: basename(file, ".md"), tree: text.pieces.map((piece) => piece.node) };
}
