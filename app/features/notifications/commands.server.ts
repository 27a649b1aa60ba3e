import { and, eq, isNull } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { ok, type Result } from "#app/lib/result.ts";
import { notificationsRead } from "./events.ts";
import { addressedTo } from "./queries.server.ts";

/** Marks one message, or with null all of them, as read by the actor; others who share the inbox keep it unread. Answers how many were unread. */
export async function markRead(context: Context & { actor: { personId: string } }, messageId: string | null): Promise<Result<number, never>> {
  const { store, actor, now } = context;
  const { notifications, notificationReads } = store.t;
  const { personId } = actor;
  const mine = await addressedTo(context);
  return store.write(async (tx) => {
    const unread = await tx
      .select({ id: notifications.id })
      .from(notifications)
      .leftJoin(notificationReads, and(eq(notificationReads.notificationId, notifications.id), eq(notificationReads.personId, personId)))
      .where(and(mine, isNull(notificationReads.readAt), messageId === null ? undefined : eq(notifications.id, messageId)));
    if (unread.length === 0) return ok(0);
    const read = await tx
      .insert(notificationReads)
      .values(unread.map(({ id }) => ({ notificationId: id, personId, readAt: now })))
      .onConflictDoNothing()
      .returning({ id: notificationReads.notificationId });
    if (read.length > 0) await record(tx, context, notificationsRead(personId, { messages: read.length }));
    return ok(read.length);
  });
}
