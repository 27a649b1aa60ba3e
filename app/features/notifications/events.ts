import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

const Read = z.object({ messages: z.number().int() });

/** A person marked messages as read. */
export function notificationsRead(personId: string, data: z.infer<typeof Read>): AuditEvent {
  return { event: "notification.read", version: 1, subject: personId, personId, data: Read.parse(data) };
}
