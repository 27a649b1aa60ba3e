import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";
import { classKinds } from "./states.ts";

const text = z.string();
const whole = z.number().int();

/** What this area writes to the audit log, with the shape of its data. The code and its secret are never among it. */
const shapes = {
  "class.created": z.object({ unitId: text, kind: z.enum(classKinds), title: text, place: text, startsAt: whole, endsAt: whole, minutes: whole }),
  "class.attended": z.object({ seq: whole }),
  "class.code-refused": z.object({}),
  "class.attendance-entered": z.object({ seq: whole, reason: text.nullable() }),
  "class.attendance-corrected": z.object({ seq: whole, reason: text }),
  "class.held": z.object({ present: whole, minutes: whole }),
  "class.cancelled": z.object({ present: whole, reason: text }),
} as const;
type Shapes = typeof shapes;

/** An event of this area, ready for `record`. */
export function classEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId?: string }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}

/** The reason a class was called off for, from the data of its event. */
export const CancelledData = shapes["class.cancelled"];
