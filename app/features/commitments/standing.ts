import { addDays, daysBetween, lastDayOf, type Day } from "#app/lib/clock.ts";
import type { CommitmentEventKind } from "./kinds.ts";

/** One entry of a commitment's ledger. `effectiveOn` is the first day on which it holds, Asia/Shanghai. */
export type CommitmentEvent = { seq: number; kind: CommitmentEventKind; effectiveOn: Day };
/** A service period, both days inclusive. */
export type Period = { startsOn: Day; endsOn: Day };

/** 未开始、履行中、已履行完毕、提前终止、已豁免. */
export const commitmentStates = ["not-yet", "running", "fulfilled", "ended-early", "waived"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** `total = served + left`, whole days; on the last day `left` is 0 and the period still runs. `endedOn` is the last day served of one that ended early. */
export type CommitmentStanding = { state: CommitmentState; total: number; served: number; left: number; endedOn: Day | null };

/** The period of whole months from a day on; 24 months from 2026-03-01 end with 2028-02-29. */
export function periodOf(startsOn: Day, months: number): Period {
  return { startsOn, endsOn: lastDayOf(startsOn, months) };
}

/**
 * Standing of a service commitment 服务期 on a day: folds its events up to and including that day.
 * It is fulfilled from the day after its last; it never decides whether a licence is valid (安然燃气客户服务规范, 培训考核).
 */
export function commitmentStanding(events: readonly CommitmentEvent[], { startsOn, endsOn }: Period, on: Day): CommitmentStanding {
  const total = daysBetween(startsOn, endsOn) + 1;
  const servedUntil = (day: Day) => Math.min(total, Math.max(0, daysBetween(startsOn, day) + 1));
  const until = (state: CommitmentState, day: Day, endedOn: Day | null = null) => {
    const served = servedUntil(day);
    return { state, total, served, left: total - served, endedOn };
  };
  const known = events.filter((event) => event.effectiveOn <= on).toSorted((a, b) => a.seq - b.seq);
  if (known.some((event) => event.kind === "waived")) return { state: "waived", total, served: 0, left: 0, endedOn: null };
  const ended = known.find((event) => event.kind === "ended-early" && event.effectiveOn <= endsOn);
  if (ended) return until("ended-early", addDays(ended.effectiveOn, -1), addDays(ended.effectiveOn, -1));
  if (on < startsOn) return until("not-yet", on);
  return until(on > endsOn ? "fulfilled" : "running", on);
}
