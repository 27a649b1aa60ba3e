import { Temporal } from "temporal-polyfill";

/** A moment: milliseconds since 1970-01-01 UTC. */
export type Instant = number;
/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. A string, because a day has no time zone and must compare and sort as it is printed. */
export type Day = string;

export const zone = "Asia/Shanghai";
export const minute = 60_000;
export const hour = 60 * minute;

/** The calendar day in Asia/Shanghai on which a moment falls. */
export function dayOf(at: Instant): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first moment of a day, or `time` (`HH:MM`) on it, in Asia/Shanghai. */
export function instantOf(day: Day, time = "00:00"): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

/** The moment a datetime-local field names, `2026-11-22T09:00` in Asia/Shanghai; null for a day or time that does not exist. */
export function instantOfLocal(local: string): Instant | null {
  const [day = "", time = ""] = local.split("T");
  try {
    return instantOf(day, time);
  } catch {
    return null;
  }
}

/** `day` moved by whole days. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** `day` moved by whole months; a day the month lacks becomes its last (01-31 + 1 month = 02-28). */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** Last day, inclusive, of a period of whole months that begins on `start`: 2026-03-01 + 24 months → 2028-02-29. */
export function lastDayOf(start: Day, months: number): Day {
  return addDays(addMonths(start, months), -1);
}

/** Whether a text is an existing calendar day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
