import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

const version = { moduleId: z.string(), moduleHash: z.string() };

/** What this area writes to the audit log, with the shape of its data. Answers stay with the self-check. */
const shapes = {
  "learning.section-read": z.object({ ...version, section: z.number() }),
  "learning.self-check-taken": z.object({ ...version, correct: z.number(), total: z.number(), passed: z.boolean() }),
  "learning.module-completed": z.object({ ...version, selfCheckId: z.string() }),
} as const;
type Shapes = typeof shapes;

/** An event of this area, ready for `record`. */
export function learningEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId: string }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}
