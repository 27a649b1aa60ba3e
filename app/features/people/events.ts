import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";

const text = z.string();
const list = z.array(z.string()).readonly();

/** What this area writes to the audit log, with the shape of its data. Passwords and tokens are in none. */
const shapes = {
  "account.password-changed": z.object({ sessionsEnded: z.number() }),
  "account.password-reset": z.object({ created: z.boolean(), sessionsEnded: z.number() }),
  "account.disabled": z.object({ reason: text, sessionsEnded: z.number() }),
  "account.enabled": z.object({ reason: text }),
  "person.created": z.object({ via: z.enum(["form", "import", "operator"]), staffNo: text, name: text, unitId: text, unitName: text, post: text, hiredOn: text, roles: list, roleUnitId: text }),
  "person.imported": z.object({ people: z.number() }),
  "person.edited": z.object({ name: text, nameBefore: text, phoneChanged: z.boolean() }),
  "person.moved": z.object({ unitId: text, unitName: text, post: text, unitIdBefore: text, postBefore: text, fromOn: text, corrected: z.boolean() }),
  "role.granted": z.object({ role: text, unitId: text, unitName: text, fromOn: text }),
  "unit.created": z.object({ name: text, kind: text, parentId: text.nullable() }),
  "role.revoked": z.object({ role: text, unitId: text, unitName: text, lastDay: text }),
} as const;
type Shapes = typeof shapes;

/** An event of this area, ready for `record`. */
export function peopleEvent<E extends keyof Shapes>(event: E, about: { subject: string; personId: string | null }, data: z.input<Shapes[E]> & AuditEvent["data"]): AuditEvent {
  shapes[event].parse(data);
  return { event, version: 1, ...about, data };
}
