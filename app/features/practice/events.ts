import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

/** What this area writes to the audit log, with the shape of its data. Answers stay with the review and the paper. */
const shapes = {
  "review.answered": z.object({ questionId: z.string(), questionHash: z.string(), correct: z.boolean(), reps: z.number(), dueOn: z.string() }),
} as const;
type Shapes = typeof shapes;

/** An event of this area, ready for `record`. */
export function practiceEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId: string }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}
