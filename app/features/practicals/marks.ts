import type { Mark } from "./states.ts";

/** One tap of the assessor. `seq` counts the taps of a step from 1 on, on the tablet; `note` is the assessor's own words, null when there are none. */
export type MarkEvent = { step: string; seq: number; mark: Mark; note: string | null };

/** The mark that counts of every step: the one with the highest sequence, in whatever order and however often the events arrived. */
export function latestMarks<E extends Pick<MarkEvent, "step" | "seq">>(events: Iterable<E>): Map<string, E> {
  const latest = new Map<string, E>();
  for (const event of events) {
    const known = latest.get(event.step);
    if (!known || event.seq > known.seq) latest.set(event.step, event);
  }
  return latest;
}

/** Steps without a mark, and how many of them are critical: what is left to do. */
export function stepsLeft(steps: readonly { id: string; critical: boolean }[], marked: ReadonlyMap<string, unknown>): { open: number; critical: number } {
  const open = steps.filter((step) => !marked.has(step.id));
  return { open: open.length, critical: open.filter((step) => step.critical).length };
}

/** Whether two events say the same of the same tap: a replay. */
export function sameMark(a: MarkEvent, b: MarkEvent): boolean {
  return a.step === b.step && a.seq === b.seq && a.mark === b.mark && a.note === b.note;
}

/** Marks as they are said; also the words on the buttons. */
export const markNames: Record<Mark, string> = { done: "做到", missed: "没做到", "not-applicable": "不适用", "not-observed": "未观察" };
/** A mark is told by its shape too, never by colour alone. */
export const markShapes: Record<Mark, string> = { done: "✓", missed: "✕", "not-applicable": "–", "not-observed": "?" };
