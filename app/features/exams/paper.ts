import { z } from "zod";
import { Figure } from "#app/features/standards/figure.ts";

/** One question of a drawn paper: which version of which question, in which place, its options in which order. `module` is where it was taught. */
export const PaperSlot = z.strictObject({
  slot: z.number().int().min(1),
  questionId: z.string(),
  hash: z.string(),
  module: z.string(),
  order: z.array(z.string()),
  points: z.number().positive(),
  critical: z.boolean(),
});
export type PaperSlot = z.infer<typeof PaperSlot>;

/** A paper as it is kept with its attempt, slots 1 … n in the order in which they are shown. */
export const Paper = z.array(PaperSlot).min(1);
export type Paper = z.infer<typeof Paper>;

/** The figures a paper's questions take their keys from, by topic. */
export const PaperFigures = z.record(z.string(), Figure);

/** What one slot of a graded paper earned. */
export const GradeDetail = z.array(z.strictObject({ slot: z.number(), questionId: z.string(), points: z.number(), correct: z.boolean() }));
export type GradeDetail = z.infer<typeof GradeDetail>;
