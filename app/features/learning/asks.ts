import { dayOf, minute, type Instant } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { foldedExcerpt, textIn } from "./asks-text.ts";
import type { Notes } from "./notes.ts";
import type { TreeNode } from "./tree.ts";

/** So many questions a person may ask on one day. Company policy: enough for a diligent reader, too few to flood a trainer. */
export const asksPerDay = 10;
/** The same words at the same place within this span are one question sent twice. */
export const sameWithin = minute;
/** How much of a paragraph is kept with a question, in characters. */
export const excerptLength = 60;

/** A block of a section one can ask at, counted from 1 among all its blocks, with how it begins. */
export type Paragraph = { n: number; excerpt: string };

/** The blocks of a section that have text, each by its number among all blocks: the number stands in the page as `p-<n>`. */
export function paragraphsOf(tree: readonly TreeNode[], notes: Notes): Paragraph[] {
  return tree
    .filter((node) => typeof node !== "string")
    .map((node, index) => ({ n: index + 1, excerpt: foldedExcerpt(textIn(node, notes), excerptLength) }))
    .filter(({ excerpt }) => excerpt !== "");
}

type Asked = { id: string; moduleId: string; section: number; paragraph: number; text: string; askedAt: Instant };

/**
 * Whether a person may ask once more, given all they have asked on this day and in the last minute.
 * `again` is the question this one repeats, sent twice; it counts once. Refusal: `too-many-today`.
 */
export function decideAsk(asked: readonly Asked[], now: Instant, input: Omit<Asked, "id" | "askedAt">): Result<{ again: string | null }, "too-many-today"> {
  const same = asked.find((one) => one.moduleId === input.moduleId && one.section === input.section && one.paragraph === input.paragraph && one.text === input.text && Math.abs(now - one.askedAt) < sameWithin);
  if (same) return ok({ again: same.id });
  const today = dayOf(now);
  return asked.filter((one) => dayOf(one.askedAt) === today).length >= asksPerDay ? refused("too-many-today") : ok({ again: null });
}

/** The answer that this one repeats, sent twice; null when it is a new one. */
export function answerSentTwice(answered: readonly { id: string; text: string; answeredAt: Instant }[], now: Instant, text: string): string | null {
  return answered.find((one) => one.text === text && Math.abs(now - one.answeredAt) < sameWithin)?.id ?? null;
}

type UnitNode = { id: string; parentId: string | null; kind: string };

/** The company a unit belongs to: itself or the nearest above that is one, else the top. `path` is the unit's own id and those above, nearest first. */
export function companyAmong(path: readonly string[], units: readonly UnitNode[]): string | null {
  return path.find((id) => units.some((unit) => unit.id === id && unit.kind === "company")) ?? path.at(-1) ?? null;
}
