import type { Context } from "#app/features/people/context.ts";
import type { Db } from "#db/client.ts";
import type { NotificationData } from "./kinds.ts";

/** Puts a message into the inbox of a person, or of a unit (its managers and HR), in the transaction of what it tells of. `subject` is the id it leads to. */
export async function notify(tx: Db, { store, now, newId }: Omit<Context, "content" | "actor">, to: { personId: string } | { unitId: string }, subject: string, { kind, ...data }: NotificationData): Promise<void> {
  await tx.insert(store.t.notifications).values({
    id: newId(),
    personId: "personId" in to ? to.personId : null,
    unitId: "unitId" in to ? to.unitId : null,
    kind,
    subject,
    data,
    createdAt: now,
  });
}
