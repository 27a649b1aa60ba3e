import { z } from "zod";
import { isDay, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";

/** The day a page is asked for: `?on=YYYY-MM-DD`, any day, past or future; without one it is today. Refused: what is no day of the calendar. */
export function readOn(text: string | null, today: Day): Result<Day, "bad-day"> {
  if (text === null || text === "") return ok(today);
  return isDay(text) ? ok(text) : refused("bad-day");
}

export const unitShows = ["all", "alone", "not-alone", "expiring"] as const;

/** Which people of the unit are listed, from the address; what cannot be read is left out. */
export const UnitFilter = z.object({
  q: z.string().trim().max(40).catch("").default(""),
  post: z.string().max(40).catch("").default(""),
  show: z.enum(unitShows).catch("all").default("all"),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type UnitFilter = z.infer<typeof UnitFilter>;

const openDay = z.union([z.literal(""), z.iso.date()]).catch("").default("");

/** The days between which results are listed, both inclusive; what is no day is left open. */
export const ResultsFilter = z.object({ from: openDay, to: openDay });
