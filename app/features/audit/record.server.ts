import type { Db } from "#db/client.ts";
import type { Context } from "#app/features/people/context.ts";
import type { AuditEvent } from "./event.ts";

/**
 * Writes an audit event in the transaction of the change it tells of: there is no change without its event.
 * The log is append-only; guards.sql refuses updates and deletes.
 */
export async function record(tx: Db, { store, actor, now, newId }: Omit<Context, "content">, event: AuditEvent): Promise<void> {
  await tx.insert(store.t.auditEvents).values({
    id: newId(),
    at: now,
    actorId: actor.personId,
    event: event.event,
    version: event.version,
    subject: event.subject,
    personId: event.personId ?? null,
    data: event.data,
  });
}
