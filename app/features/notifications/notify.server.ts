import type { Context } from "#app/features/people/context.ts";
import type { Db } from "#db/client.ts";
import type { NotificationData } from "./kinds.ts";

type To = { personId: string } | { unitId: string };

/** Puts a message into the inbox of a person, or of a unit (its managers and HR), in the transaction of what it tells of. `subject` is the id it leads to. */
export async function notify(tx: Db, context: Omit<Context, "content" | "actor">, to: To, subject: string, data: NotificationData): Promise<void> {
  await tx.insert(context.store.t.notifications).values(messageOf(context, context.newId(), to, subject, data));
}

/** Like `notify`, but only once for `id`, whoever comes first. Whether it was written just now. */
export async function notifyOnce(tx: Db, context: Omit<Context, "content" | "actor">, id: string, to: To, subject: string, data: NotificationData): Promise<boolean> {
  const { notifications } = context.store.t;
  const written = await tx.insert(notifications).values(messageOf(context, id, to, subject, data)).onConflictDoNothing().returning({ id: notifications.id });
  return written.length > 0;
}

function messageOf({ now }: Pick<Context, "now">, id: string, to: To, subject: string, { kind, ...data }: NotificationData) {
  return { id, personId: "personId" in to ? to.personId : null, unitId: "unitId" in to ? to.unitId : null, kind, subject, data, createdAt: now };
}
