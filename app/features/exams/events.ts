import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";
import { sealCauses } from "./states.ts";

const text = z.string();
const at = z.number().int();

/**
 * What this area writes to the audit log, with the shape of its data. Single answers are not repeated here: their table is append-only,
 * and the seal's event carries the hash over all of them.
 */
const shapes = {
  "sitting.created": z.object({ schemeId: text, schemeHash: text, unitId: text, title: text, room: text, startsAt: at, endsAt: at }),
  "sitting.opened": z.object({}),
  "sitting.closed": z.object({ sealed: at }),
  "sitting.released": z.object({ results: at, passed: at }),
  "candidate.admitted": z.object({ sittingId: text }),
  "candidate.withdrawn": z.object({ sittingId: text }),
  "attempt.started": z.object({ sittingId: text, schemeHash: text, deadlineAt: at, questions: at }),
  "attempt.submitted": z.object({ cause: z.enum(sealCauses), sealedAt: at, answered: at, hash: text }),
  "attempt.grading-failed": z.object({ reason: text }),
  "attempt.graded": z.object({ version: at, percent: z.number(), criticalMissed: at, passed: z.boolean() }),
} as const;
type Shapes = typeof shapes;

/** An event of this area, ready for `record`. */
export function examEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId?: string }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}
