import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";
import { practicalOutcomes, signatureDecisions } from "./states.ts";

const text = z.string();

/** What this area writes to the audit log, with the shape of its data. Marks read `s01#2 done`: step, tap, mark. */
const shapes = {
  "assessor.authorised": z.object({ checklistId: text, fromOn: text, toOn: text.nullable() }),
  "assessor.authorisation-ended": z.object({ checklistId: text, lastOn: text, toOnBefore: text.nullable() }),
  "practical.started": z.object({ schemeId: text, checklistId: text, checklistHash: text, authorisationId: text }),
  "practical.marked": z.object({ marks: z.array(text).readonly() }),
  "practical.finished": z.object({ percent: z.number(), outcome: z.enum(practicalOutcomes), recordHash: text }),
  "practical.reopened": z.object({ recordHash: text }),
  "practical.annulled": z.object({ reason: text }),
  "practical.candidate-signed": z.object({ decision: z.enum(signatureDecisions), reason: text.nullable(), recordHash: text }),
  "practical.assessor-signed": z.object({ recordHash: text }),
  "practical.signed": z.object({ outcome: z.enum(practicalOutcomes), recordHash: text }),
} as const;
type Shapes = typeof shapes;

/** An event of this area, ready for `record`. */
export function practicalEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId: string }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}
