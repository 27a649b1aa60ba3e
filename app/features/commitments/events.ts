import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

const day = z.iso.date();
const shapes = {
  "commitment.started": z.strictObject({ licenceId: z.string(), startsOn: day, endsOn: day }),
  "commitment.waived": z.strictObject({ licenceId: z.string(), reason: z.string() }),
  "commitment.ended-early": z.strictObject({ licenceId: z.string(), leftOn: day, reason: z.string() }),
  "person.left": z.strictObject({ leftOn: day, reason: z.string(), commitmentsEnded: z.number().int(), sessionsEnded: z.number().int() }),
};

/** An audit event of this area; `subject` is the commitment, or the person who left. */
export function commitmentEvent<E extends keyof typeof shapes>(event: E, subject: string, personId: string, data: z.infer<(typeof shapes)[E]>): AuditEvent {
  return { event, version: 1, subject, personId, data: shapes[event].parse(data) };
}
