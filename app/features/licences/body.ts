import { z } from "zod";

/** What a licence says, frozen at its issue and hashed: whom it was given to, for which tasks, under which scheme, on what evidence. */
export const LicenceBody = z.object({
  holder: z.object({ name: z.string(), staffNo: z.string() }),
  /** The issuing company as its profile names it. */
  company: z.string(),
  scheme: z.object({ id: z.string(), title: z.string(), hash: z.string() }),
  tasks: z.array(z.object({ id: z.string(), title: z.string(), scope: z.enum(["alone", "supervised"]) })),
  /** From how many days before its end the licence is to be renewed. */
  expiringDays: z.number().int(),
  evidence: z.object({
    /** The first moment of the scheme's window; the database refuses examinations before it. */
    notBefore: z.number().int(),
    attemptId: z.string(),
    practicals: z.array(z.object({ practicalId: z.string(), checklistId: z.string(), title: z.string() })),
  }),
});
export type LicenceBody = z.infer<typeof LicenceBody>;
export type LicenceTask = LicenceBody["tasks"][number];
