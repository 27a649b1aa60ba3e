import { z } from "zod";
import { Audience, ClauseId } from "../standards/clause.ts";

/** One step an assessor watches. `look` says what good looks like; `abnormal` is a condition to act out. */
export const Step = z.strictObject({
  id: z.string().regex(/^s\d{2}$/),
  title: z.string().min(2).max(60),
  look: z.string().min(4),
  abnormal: z.string().optional(),
  critical: z.boolean().default(false),
  /** Whether the assessor may mark the step 不适用 (the situation cannot arise in this practical). */
  mayNotApply: z.boolean().default(false),
  clauses: z.array(ClauseId).min(1),
});
export type Step = z.infer<typeof Step>;

/** A checklist 考核表. The pass mark and the critical steps are policy, not in the sources: data here, changeable per scheme. */
export const Checklist = z.strictObject({
  id: z.string().regex(/^pc-[a-z]+(-[a-z]+)*$/),
  title: z.string().min(2),
  roles: z.array(Audience).min(1),
  minutes: z.number().int().positive(),
  policy: z.strictObject({
    /** Share of applicable steps that must be done, in percent. */
    minimumPercent: z.number().min(1).max(100),
    note: z.string(),
  }),
  sections: z.array(z.strictObject({ title: z.string().min(1), steps: z.array(Step).min(1) })).min(1),
});
export type Checklist = z.infer<typeof Checklist>;

/** All steps of a checklist in the order in which they are assessed. */
export function stepsOf(checklist: Checklist): Step[] {
  return checklist.sections.flatMap((section) => section.steps);
}
