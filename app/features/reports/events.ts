import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

const Reminded = z.object({ unitId: z.string(), left: z.number().int(), moduleId: z.string() });

/** A learner was reminded of what is left to learn, from the page of a unit. The one thing this area writes. */
export function learnerReminded(personId: string, data: z.infer<typeof Reminded>): AuditEvent {
  return { event: "progress.reminded", version: 1, subject: personId, personId, data: Reminded.parse(data) };
}
