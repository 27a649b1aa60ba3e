import type { Kit } from "../kit.ts";
import type { peopleTables } from "./people.ts";

/** What every area writes into: the audit log, the inbox of people and units, and the house's own settings. */
export function houseTables(k: Kit, { people, units }: ReturnType<typeof peopleTables>) {
  const auditEvents = k.table(
    "audit_events",
    {
      id: k.id("id").primaryKey(),
      at: k.instant("at").notNull(),
      /** Null is the system itself: a deadline, a start-up, a command line. */
      actorId: k.id("actor_id").references(() => people.id),
      event: k.str("event").notNull(),
      version: k.int("version").notNull(),
      /** The id of what it happened to, and the person it concerns, if any. */
      subject: k.id("subject").notNull(),
      personId: k.id("person_id"),
      data: k.json("data").notNull(),
    },
    (t) => [
      k.index("audit_events_at").on(t.at),
      k.index("audit_events_subject").on(t.subject),
      k.index("audit_events_actor").on(t.actorId, t.at),
      k.index("audit_events_event").on(t.event, t.at),
    ],
  );

  /** Addressed to a person or to a unit (its managers); never to both. */
  const notifications = k.table(
    "notifications",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").references(() => people.id),
      unitId: k.id("unit_id").references(() => units.id),
      kind: k.str("kind").notNull(),
      subject: k.id("subject").notNull(),
      data: k.json("data").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [
      k.index("notifications_person").on(t.personId, t.createdAt),
      k.index("notifications_unit").on(t.unitId, t.createdAt),
    ],
  );

  const notificationReads = k.table(
    "notification_reads",
    {
      notificationId: k.id("notification_id").notNull().references(() => notifications.id),
      personId: k.id("person_id").notNull().references(() => people.id),
      readAt: k.instant("read_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.notificationId, t.personId] })],
  );

  const settings = k.table("settings", { key: k.str("key").primaryKey(), value: k.str("value").notNull() });
  return { auditEvents, notifications, notificationReads, settings };
}
