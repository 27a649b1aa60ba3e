import { attendanceWays, classKinds, classStates } from "#app/features/classes/states.ts";
import type { Kit } from "../kit.ts";
import type { peopleTables } from "./people.ts";
import { among } from "./words.ts";

/** Classes and other training 培训活动, and who was there. */
export function classTables(k: Kit, { people, units }: ReturnType<typeof peopleTables>) {
  const classes = k.table(
    "classes",
    {
      id: k.id("id").primaryKey(),
      unitId: k.id("unit_id").notNull().references(() => units.id),
      kind: k.oneOf("kind", classKinds).notNull(),
      title: k.str("title").notNull(),
      place: k.str("place").notNull(),
      startsAt: k.instant("starts_at").notNull(),
      endsAt: k.instant("ends_at").notNull(),
      /** What counts in a training record. */
      minutes: k.int("minutes").notNull(),
      materials: k.str("materials").notNull(),
      /** What the rotating code is made from; never leaves the server. */
      secret: k.str("secret").notNull(),
      state: k.oneOf("state", classStates).notNull(),
      createdBy: k.id("created_by").notNull().references(() => people.id),
      createdAt: k.instant("created_at").notNull(),
      closedAt: k.instant("closed_at"),
    },
    (t) => [k.check("classes_kind", among(t.kind, classKinds)), k.check("classes_state", among(t.state, classStates)), k.index("classes_unit").on(t.unitId, t.startsAt)],
  );

  /** Who was present. Appended only: a mistake is corrected by a later entry with `present` false. */
  const attendances = k.table(
    "attendances",
    {
      id: k.id("id").primaryKey(),
      classId: k.id("class_id").notNull().references(() => classes.id),
      personId: k.id("person_id").notNull().references(() => people.id),
      present: k.bool("present").notNull(),
      way: k.oneOf("way", attendanceWays).notNull(),
      /** Counted from 1 for a person in a class; the highest counts. */
      seq: k.int("seq").notNull(),
      reason: k.str("reason"),
      recordedBy: k.id("recorded_by").notNull().references(() => people.id),
      at: k.instant("at").notNull(),
    },
    (t) => [k.check("attendances_way", among(t.way, attendanceWays)), k.uniqueIndex("attendances_once").on(t.classId, t.personId, t.seq), k.index("attendances_person").on(t.personId)],
  );
  return { classes, attendances };
}
