import { and, count, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { NotificationData } from "./kinds.ts";

export const inboxSize = 100;

type Reader = Context & { actor: { personId: string } };
/** `unitId` and `unitName` are set where the message went to a unit the reader manages. */
export type Message = { id: string; data: NotificationData; subject: string; unitId: string | null; unitName: string | null; createdAt: number; read: boolean };

/** What is addressed to the actor, or to a unit whose inbox they open (its managers and HR). */
export async function addressedTo(context: Reader) {
  const { store, actor } = context;
  const { notifications } = store.t;
  const units = unitsFor(actor, "unit.inbox", await listUnits(context));
  return or(eq(notifications.personId, actor.personId), inArray(notifications.unitId, units));
}

/** The newest messages of the actor and of the units they manage, and how many of all are unread. */
export async function listInbox(context: Reader): Promise<{ messages: Message[]; unread: number; total: number }> {
  const { store, actor } = context;
  const { notifications, notificationReads, units } = store.t;
  const mine = await addressedTo(context);
  const myRead = and(eq(notificationReads.notificationId, notifications.id), eq(notificationReads.personId, actor.personId));
  const rows = await store.read
    .select({ id: notifications.id, kind: notifications.kind, data: notifications.data, subject: notifications.subject, unitId: notifications.unitId, unitName: units.name, createdAt: notifications.createdAt, readAt: notificationReads.readAt })
    .from(notifications)
    .leftJoin(units, eq(units.id, notifications.unitId))
    .leftJoin(notificationReads, myRead)
    .where(mine)
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(inboxSize);
  const [total] = await store.read.select({ n: count() }).from(notifications).where(mine);
  const [unread] = await store.read.select({ n: count() }).from(notifications).leftJoin(notificationReads, myRead).where(and(mine, isNull(notificationReads.readAt)));
  const messages = rows.flatMap(({ kind, data, readAt, ...row }) => {
    const parsed = NotificationData.safeParse(typeof data === "object" && data !== null ? { kind, ...data } : null);
    // A kind of an older build that nobody can write out any more is passed over, not an error for its reader.
    return parsed.success ? [{ ...row, data: parsed.data, read: readAt !== null }] : [];
  });
  return { messages, unread: unread?.n ?? 0, total: total?.n ?? 0 };
}
