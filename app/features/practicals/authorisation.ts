import type { Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";

/** A period of whole days, both ends included; null has no end. */
export type Period = { fromOn: Day; toOn: Day | null };

/** A period whose last day lies before its first was withdrawn before it began: it holds no day. */
function isEmpty({ fromOn, toOn }: Period): boolean {
  return toOn !== null && toOn < fromOn;
}

export function isWithin(day: Day, { fromOn, toOn }: Period): boolean {
  return fromOn <= day && (toOn === null || day <= toOn);
}

export function overlap(a: Period, b: Period): boolean {
  return !isEmpty(a) && !isEmpty(b) && (a.toOn === null || b.fromOn <= a.toOn) && (b.toOn === null || a.fromOn <= b.toOn);
}

/** How an authorisation stands on a day. */
export function authorisationStanding(period: Period, day: Day): "valid" | "planned" | "ended" {
  if (isWithin(day, period)) return "valid";
  return day < period.fromOn && !isEmpty(period) ? "planned" : "ended";
}

/**
 * Whether an authorisation may end with `lastOn`, inclusive. It only ever gets shorter (`not-earlier`), and not so that a practical begun under it
 * would afterwards look unauthorised (`used-after`); `usedOn` are the days on which practicals began under it.
 */
export function decideEnd(period: Period, lastOn: Day, usedOn: readonly Day[]): Result<null, "not-earlier" | "used-after"> {
  if (period.toOn !== null && lastOn >= period.toOn) return refused("not-earlier");
  return usedOn.some((day) => day > lastOn) ? refused("used-after") : ok(null);
}
