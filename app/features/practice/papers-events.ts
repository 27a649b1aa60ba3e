import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

const version = { schemeId: z.string(), schemeHash: z.string() };

/** What practice papers write to the audit log, with the shape of its data. Answers stay with the paper. */
const shapes = {
  "practice.paper-started": z.object({ ...version, questions: z.number() }),
  "practice.paper-handed-in": z.object({ ...version, questions: z.number(), answered: z.number(), percent: z.number() }),
} as const;
type Shapes = typeof shapes;

/** An event of practice papers, ready for `record`. */
export function paperEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId: string }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}
