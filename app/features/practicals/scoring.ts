import { z } from "zod";
import { ok, refused, type Refusal, type Result } from "#app/lib/result.ts";
import { stepsOf, type Checklist, type Step } from "./checklist.ts";
import { latestMarks, sameMark, stepsLeft, type MarkEvent } from "./marks.ts";
import { practicalOutcomes, type Mark } from "./states.ts";

/** What a finished practical came to. `percent` is done of applicable, 0 to 100, not rounded; `criticalMissed` are step ids in the order of the checklist. */
export const PracticalResult = z.object({
  done: z.number().int(),
  missed: z.number().int(),
  notApplicable: z.number().int(),
  notObserved: z.number().int(),
  percent: z.number(),
  criticalMissed: z.array(z.string()),
  outcome: z.enum(practicalOutcomes),
});
export type PracticalResult = z.infer<typeof PracticalResult>;

/**
 * Scores a checklist. Applicable is every step not marked 不适用; 未观察 counts as not done. Failed when the share done is below the policy's minimum,
 * or a critical step is missed or was not observed, whatever the score; also when nothing was applicable, because nothing was shown.
 * Refused as `steps-open`, with how many, while a step has no mark.
 */
export function score(checklist: Checklist, events: Iterable<MarkEvent>): { ok: true; value: PracticalResult } | (Refusal<"steps-open"> & { open: number }) {
  const steps = stepsOf(checklist);
  const latest = latestMarks(events);
  const { open } = stepsLeft(steps, latest);
  if (open > 0) return { ...refused("steps-open"), open };
  const judged = steps.map((step) => ({ step, mark: markOf(step, latest.get(step.id)?.mark) }));
  const count = (mark: Mark) => judged.filter((one) => one.mark === mark).length;
  const applicable = judged.length - count("not-applicable");
  const done = count("done");
  const criticalMissed = judged.filter(({ step, mark }) => step.critical && (mark === "missed" || mark === "not-observed")).map(({ step }) => step.id);
  // Multiplied out, so that 80% of 15 is 12 and not 12.000000000000002.
  const enough = applicable > 0 && done * 100 >= checklist.policy.minimumPercent * applicable;
  return ok({
    done,
    missed: count("missed"),
    notApplicable: count("not-applicable"),
    notObserved: count("not-observed"),
    percent: applicable === 0 ? 0 : (done * 100) / applicable,
    criticalMissed,
    outcome: enough && criticalMissed.length === 0 ? "passed" : "failed",
  });
}

/** 不适用 where the checklist does not allow it cannot be stored; should it be read all the same, it excuses nothing. */
function markOf(step: Step, mark: Mark | undefined): Mark {
  return mark === undefined || (mark === "not-applicable" && !step.mayNotApply) ? "missed" : mark;
}

/** What becomes of a batch of marks: `fresh` are new, `replayed` are known already, `conflicts` were taken by another device with another content. */
export type Sorted = { fresh: MarkEvent[]; replayed: MarkEvent[]; conflicts: MarkEvent[] };

/**
 * Sorts incoming marks against the stored ones. The same tap twice adds nothing; the same sequence with another content is a conflict and is not stored.
 * Refusals: `no-such-step`; `always-applies` for 不适用 on a step that always applies.
 */
export function sortMarks(checklist: Checklist, stored: readonly MarkEvent[], incoming: readonly MarkEvent[]): Result<Sorted, "no-such-step" | "always-applies"> {
  const steps = new Map(stepsOf(checklist).map((step) => [step.id, step]));
  const known = [...stored];
  const sorted: Sorted = { fresh: [], replayed: [], conflicts: [] };
  for (const event of incoming) {
    const step = steps.get(event.step);
    if (!step) return refused("no-such-step");
    if (event.mark === "not-applicable" && !step.mayNotApply) return refused("always-applies");
    const same = known.find((one) => one.step === event.step && one.seq === event.seq);
    if (!same) sorted.fresh.push(event);
    else if (sameMark(same, event)) sorted.replayed.push(event);
    else sorted.conflicts.push(event);
    if (!same) known.push(event);
  }
  return ok(sorted);
}

/** The clauses behind the steps that were not done, each once: what to train before the next try. */
export function clausesToTrain(checklist: Checklist, events: Iterable<MarkEvent>): string[] {
  const latest = latestMarks(events);
  const short = stepsOf(checklist).filter((step) => {
    const mark = markOf(step, latest.get(step.id)?.mark);
    return latest.has(step.id) && (mark === "missed" || mark === "not-observed");
  });
  return [...new Set(short.flatMap((step) => step.clauses))];
}
