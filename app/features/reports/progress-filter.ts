import { z } from "zod";
import { manyOf } from "#app/lib/forms.ts";

export const progressSorts = ["attention", "staff", "share", "idle"] as const;
export const progressShows = ["all", "stuck"] as const;

/** Which people of the unit are listed and in what order, from the address; what cannot be read is left out. */
export const ProgressFilter = z.object({
  post: z.string().max(40).catch("").default(""),
  module: z.string().max(60).catch("").default(""),
  show: z.enum(progressShows).catch("all").default("all"),
  sort: z.enum(progressSorts).catch("attention").default("attention"),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type ProgressFilter = z.infer<typeof ProgressFilter>;

const PersonId = z.string().max(60);

/** Whom to remind: the one whose button was pressed, else everybody who is ticked. */
export const RemindForm = z
  .object({ one: PersonId.optional(), personIds: manyOf(PersonId).pipe(z.array(PersonId).max(500)) })
  .transform(({ one, personIds }) => (one === undefined ? [...new Set(personIds)] : [one]));
