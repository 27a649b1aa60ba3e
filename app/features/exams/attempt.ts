import { minute, type Instant } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { AttemptState, SealCause, SittingState } from "./states.ts";

export type SittingTimes = { state: SittingState; startsAt: Instant; endsAt: Instant; minutes: number };

/** What of an attempt decides whether it takes answers; `minutes` is the time its sitting allows. */
export type AttemptTimes = { state: AttemptState; startedAt: Instant; deadlineAt: Instant; minutes: number };
export type Sealed = { sealedAt: Instant; sealCause: SealCause };

/**
 * When an attempt that starts now ends: the time allowed, cut short by the end of the sitting.
 * Refusals: `not-open` until the invigilator opens and after the close, `too-early` and `too-late` outside [start, end) of the sitting.
 */
export function start(sitting: SittingTimes, now: Instant): Result<{ startedAt: Instant; deadlineAt: Instant }, "not-open" | "too-early" | "too-late"> {
  if (sitting.state !== "open") return refused("not-open");
  if (now < sitting.startsAt) return refused("too-early");
  if (now >= sitting.endsAt) return refused("too-late");
  return ok({ startedAt: now, deadlineAt: Math.min(now + sitting.minutes * minute, sitting.endsAt) });
}

/** Whether an attempt takes answers at `now`, on the server's clock and without grace: it is over at its deadline, even before anybody has sealed it. */
export function isOpen(attempt: Pick<AttemptTimes, "state" | "deadlineAt">, now: Instant): boolean {
  return attempt.state === "open" && now < attempt.deadlineAt;
}

/**
 * Seals an attempt: when it ended, and why. Whoever comes at or after the deadline, however late, finds it ended at the deadline:
 * by its own time, or by the end of the room where that came first. What is sealed stays as it is.
 */
export function seal(attempt: AttemptTimes & Partial<Sealed>, now: Instant, cause: SealCause): Sealed {
  const { sealedAt, sealCause } = attempt;
  if (sealedAt !== undefined && sealCause !== undefined) return { sealedAt, sealCause };
  if (now < attempt.deadlineAt) return { sealedAt: now, sealCause: cause };
  const cutShort = attempt.deadlineAt < attempt.startedAt + attempt.minutes * minute;
  return { sealedAt: attempt.deadlineAt, sealCause: cutShort ? "room-end" : "time-out" };
}
