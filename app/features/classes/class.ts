import { hour, minute, type Instant } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { classTransitions, type AttendanceWay, type ClassState } from "./states.ts";

const day = 24 * hour;

/** Presence can be recorded from so long before the start, and by the code until so long after the end. House rule: the sources set no time. */
export const doorsMs = 30 * minute;

/** A class may be entered so long after it ended (a patrol is often written down afterwards), and planned so far ahead. */
export const entryWindow = { backMs: 31 * day, aheadMs: 366 * day };

/** What decides whether presence can be recorded, and how a class is shown. */
export type ClassTimes = { state: ClassState; startsAt: Instant; endsAt: Instant };

/** `ahead`: planned, doors still closed · `open`: people can sign in · `unclosed`: over, nobody has closed it yet. */
export type ClassStage = "ahead" | "open" | "unclosed" | "held" | "cancelled";

/** Where a class stands at a moment. */
export function stageOf({ state, startsAt, endsAt }: ClassTimes, now: Instant): ClassStage {
  if (state !== "planned") return state;
  if (now < startsAt - doorsMs) return "ahead";
  return now <= endsAt + doorsMs ? "open" : "unclosed";
}

/** Whether a learner can sign in by the code at `now`: while the doors are open and nobody has closed or called off the class. */
export function mayUseCode(times: ClassTimes, now: Instant): Result<null, "too-early" | "too-late" | "closed" | "cancelled"> {
  const stage = stageOf(times, now);
  if (stage === "open") return ok(null);
  return refused(({ ahead: "too-early", unclosed: "too-late", held: "closed", cancelled: "cancelled" } as const)[stage]);
}

/** Whether presence can be entered or corrected by hand: from the doors on, for ever after, but not for a class called off. */
export function mayEnterByHand(times: ClassTimes, now: Instant): Result<null, "too-early" | "cancelled"> {
  const stage = stageOf(times, now);
  if (stage === "ahead") return refused("too-early");
  return stage === "cancelled" ? refused("cancelled") : ok(null);
}

/** The state after a move. A class is held only once it has begun; `wrong-state` when the table has no such move from here. */
export function moveClass(times: ClassTimes, move: "close" | "cancel", now: Instant): Result<ClassState, "wrong-state" | "too-early"> {
  const moves: Partial<Record<typeof move, ClassState>> = classTransitions[times.state];
  const next = moves[move];
  if (next === undefined) return refused("wrong-state");
  return next === "held" && now < times.startsAt ? refused("too-early") : ok(next);
}

/** Whether a class can be entered: it ends after it starts, counts no more minutes than it lasts, and lies neither long ago nor far ahead. */
export function checkNewClass(input: { startsAt: Instant; endsAt: Instant; minutes: number }, now: Instant): Result<null, "ends-first" | "too-many-minutes" | "too-long-ago" | "too-far-ahead"> {
  const { startsAt, endsAt, minutes } = input;
  if (endsAt <= startsAt) return refused("ends-first");
  if (endsAt < now - entryWindow.backMs) return refused("too-long-ago");
  if (endsAt > now + entryWindow.aheadMs) return refused("too-far-ahead");
  return minutes * minute > endsAt - startsAt ? refused("too-many-minutes") : ok(null);
}

/** One entry of a person in a class. */
export type Attendance = { seq: number; present: boolean; way: AttendanceWay };

/** The entry that counts: the one with the highest number, in whatever order they come; null when there is none. */
export function latestOf<T extends Attendance>(entries: readonly T[]): T | null {
  return entries.reduce<T | null>((last, one) => (last === null || one.seq > last.seq ? one : last), null);
}

/** Whether an entry by hand needs a reason: it changes an earlier one, or the record of a class whose attendance already counts. */
export function needsReason(state: ClassState, latest: Attendance | null): boolean {
  return state === "held" || latest !== null;
}
