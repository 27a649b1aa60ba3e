import type { Scheme } from "#app/features/standards/scheme.ts";
import { minute, type Day, type Instant } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { sittingTransitions, type SittingState } from "./states.ts";

export type SittingMove = "open" | "close" | "release";

/** The state a sitting is in after a move; `wrong-state` when the table has no such move from here. */
export function moveSitting(state: SittingState, move: SittingMove): Result<SittingState, "wrong-state"> {
  const moves: Partial<Record<string, SittingState>> = sittingTransitions[state];
  const next = moves[move];
  return next === undefined ? refused("wrong-state") : ok(next);
}

/** Whether a new sitting can be held: it lies ahead and leaves whoever starts on time the whole time allowed. */
export function checkTimes(times: { startsAt: Instant; endsAt: Instant; minutes: number }, now: Instant): Result<null, "in-the-past" | "too-short"> {
  if (times.endsAt < times.startsAt + times.minutes * minute) return refused("too-short");
  return times.endsAt <= now ? refused("in-the-past") : ok(null);
}

/** Whether a person may be admitted for a scheme today: still with us, inside the units of the sitting, in a post the scheme is for. */
export function mayBeAdmitted(person: { leftOn: Day | null; unitId: string | null; post: string | null }, scheme: Pick<Scheme, "posts">, unitIds: readonly string[], today: Day): boolean {
  const here = person.unitId !== null && unitIds.includes(person.unitId) && (person.leftOn === null || person.leftOn >= today);
  return here && scheme.posts.some((post) => post === person.post);
}
