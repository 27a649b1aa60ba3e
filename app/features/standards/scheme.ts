import { z } from "zod";
import { Post } from "./clause.ts";

const Quota = z
  .strictObject({ module: z.string(), difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(), count: z.number().int().positive(), critical: z.number().int().min(0) })
  .refine((quota) => quota.critical <= quota.count, { message: "no more critical questions than questions" });
export type Quota = z.infer<typeof Quota>;

/** Whether two quotas could want the same question: then the first drawn could leave the other short. */
function overlap(a: Quota, b: Quota): boolean {
  if (a.module !== b.module || (a.difficulty !== undefined && b.difficulty !== undefined && a.difficulty !== b.difficulty)) return false;
  return (a.critical > 0 && b.critical > 0) || (a.count > a.critical && b.count > b.critical);
}

/**
 * What a licence takes 持证方案: theory blueprint, practicals, the window both must fall into, validity, commitment.
 * Examining theory and operation, and serving two years or more, is the rule (安然燃气客户服务规范, 培训和持证上岗制度 四);
 * pass mark, minutes and validity are company policy.
 */
export const Scheme = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(2),
  posts: z.array(Post).min(1),
  track: z.string(),
  /** What the licence allows: alone, or only beside a licensed colleague. */
  tasks: z.array(z.strictObject({ id: z.string(), title: z.string().min(2), scope: z.enum(["alone", "supervised"]) })).min(1),
  theory: z.strictObject({
    minutes: z.number().int().positive(),
    passPercent: z.number().min(1).max(100),
    pointsPerQuestion: z.number().positive(),
    /** How many questions each module gives, of which difficulty (of any when left out), and how many of them are critical. No two quotas draw from the same questions. */
    blueprint: z.array(Quota).min(1).refine((quotas) => quotas.every((one, index) => !quotas.slice(0, index).some((other) => overlap(one, other))), { message: "two quotas draw from the same questions" }),
    /** One wrong critical question fails the paper, whatever the score. */
    criticalFails: z.boolean(),
    /** 多选漏选: `share` gives the share of the key that was found, `none` gives nothing; a wrong option always gives nothing. */
    partialMultiple: z.enum(["share", "none"]),
  }),
  practicals: z.array(z.string()).min(1),
  /** Theory and practicals must lie within so many days before the issue. */
  windowDays: z.number().int().positive(),
  validity: z.strictObject({ months: z.number().int().positive(), expiringDays: z.number().int().positive(), basis: z.string() }),
  commitment: z.strictObject({ months: z.number().int().min(24), clause: z.string() }),
});
export type Scheme = z.infer<typeof Scheme>;
