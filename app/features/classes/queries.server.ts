import { and, asc, count, desc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import { can, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson, listPeople } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { dayOf, hour } from "#app/lib/clock.ts";
import type { Store } from "#db/client.ts";
import { doorsMs, latestOf, needsReason, stageOf } from "./class.ts";
import { codeAt, turnsIn } from "./code.server.ts";
import { findManaged } from "./commands.server.ts";
import { CancelledData } from "./events.ts";

/** Restricts `attendances` to the entry of each person and class that counts: the one with the highest number. */
function isLatest({ attendances }: Store["t"]) {
  return sql`not exists (select 1 from attendances later where later.class_id = ${attendances.classId} and later.person_id = ${attendances.personId} and later.seq > ${attendances.seq})`;
}

/** How far ahead the plan announces classes. */
const announcedMs = 14 * 24 * hour;

/** The classes of the units the actor trains: what is still to be held, next first; then the others, latest first. */
export async function listClasses(context: Context) {
  const { store, actor, now } = context;
  const { classes, attendances } = store.t;
  const units = await listUnits(context);
  const unitIds = unitsFor(actor, "training.manage", units);
  if (unitIds.length === 0) return [];
  const fields = { id: classes.id, kind: classes.kind, title: classes.title, place: classes.place, startsAt: classes.startsAt, endsAt: classes.endsAt, minutes: classes.minutes, state: classes.state, unitId: classes.unitId };
  const planned = await store.read.select(fields).from(classes).where(and(inArray(classes.unitId, unitIds), eq(classes.state, "planned"))).orderBy(asc(classes.startsAt)).limit(200);
  const past = await store.read.select(fields).from(classes).where(and(inArray(classes.unitId, unitIds), inArray(classes.state, ["held", "cancelled"]))).orderBy(desc(classes.startsAt)).limit(200);
  const rows = [...planned, ...past];
  const present = await store.read
    .select({ classId: attendances.classId, n: count() })
    .from(attendances)
    .where(and(inArray(attendances.classId, rows.map((row) => row.id)), eq(attendances.present, true), isLatest(store.t)))
    .groupBy(attendances.classId);
  return rows.map(({ unitId, state, ...row }) => ({
    ...row,
    stage: stageOf({ ...row, state }, now),
    unitName: units.find((unit) => unit.id === unitId)?.name ?? "",
    present: present.find((one) => one.classId === row.id)?.n ?? 0,
  }));
}

/** The units a new class can be of. */
export async function classChoices(context: Context) {
  const units = await listUnits(context);
  const mine = unitsFor(context.actor, "training.manage", units);
  return units.filter((unit) => mine.includes(unit.id)).map(({ id, name }) => ({ id, name }));
}

export const absentShown = 60;

/**
 * A class as its trainer sees it: who was present and how, and who of the unit was not (`find` narrows those by name or staff number).
 * Somebody who has been entered stays on the list, wherever they work now. Null when the actor does not run it.
 */
export async function findClass(context: Context, classId: string, find: string) {
  const managed = await findManaged(context, classId);
  if (!managed) return null;
  const { store, now } = context;
  const { attendances, auditEvents } = store.t;
  // Field by field: the secret stays here.
  const { kind, title, place, startsAt, endsAt, minutes, materials, state, createdBy, closedAt } = managed.class;
  const found = { id: classId, kind, title, place, startsAt, endsAt, minutes, materials, state, closedAt };
  const entries = await store.read.select().from(attendances).where(eq(attendances.classId, classId)).orderBy(asc(attendances.seq));
  const entered = [...new Set(entries.map((entry) => entry.personId))];
  const on = dayOf(found.startsAt);
  const ofUnit = (await listPeople(context, { unitIds: managed.unitIds })).filter((person) => person.hiredOn <= on && (person.leftOn === null || person.leftOn >= on));
  const others = await listPeople(context, { ids: entered.filter((id) => !ofUnit.some((person) => person.id === id)) });
  const recorders = new Map((await listPeople(context, { ids: [createdBy, ...new Set(entries.map((entry) => entry.recordedBy))] })).map((person) => [person.id, person.name]));
  const [cancelled] = found.state === "cancelled" ? await store.read.select({ data: auditEvents.data }).from(auditEvents).where(and(eq(auditEvents.subject, classId), eq(auditEvents.event, "class.cancelled"))) : [];
  const list = [...ofUnit, ...others].map(({ id, name, staffNo, unitName }) => {
    const mine = entries.filter((entry) => entry.personId === id);
    const latest = latestOf(mine);
    return { id, name, staffNo, unitName: unitName ?? "", present: latest?.present ?? false, way: latest?.way ?? null, at: latest?.at ?? null, by: recorders.get(latest?.recordedBy ?? "") ?? "", reason: latest?.reason ?? null, changes: mine.length, needsReason: needsReason(found.state, latest) };
  });
  const wanted = find.trim().toLowerCase();
  const absent = list.filter((person) => !person.present);
  const matching = absent.filter((person) => wanted === "" || person.name.toLowerCase().includes(wanted) || person.staffNo.includes(wanted));
  return {
    class: { ...found, unitName: managed.unitName, createdBy: recorders.get(createdBy) ?? "" },
    stage: stageOf(found, now),
    begun: now >= found.startsAt,
    cancelledFor: cancelled ? (CancelledData.safeParse(cancelled.data).data?.reason ?? null) : null,
    present: list.filter((person) => person.present).sort((a, b) => (a.staffNo < b.staffNo ? -1 : 1)),
    absent: matching.slice(0, absentShown),
    absentCount: absent.length,
    more: matching.length > absentShown,
  };
}
export type ClassView = NonNullable<Awaited<ReturnType<typeof findClass>>>;

/** What the page for the projector shows now: the code, how long it stands, how many are in. The code only while it opens anything. Null when the actor does not run the class. */
export async function findCode(context: Context, classId: string) {
  const managed = await findManaged(context, classId);
  if (!managed) return null;
  const { store, now } = context;
  const { attendances } = store.t;
  const { id, title, place, startsAt, endsAt, secret } = managed.class;
  const stage = stageOf(managed.class, now);
  const present = await store.read.select({ id: attendances.id }).from(attendances).where(and(eq(attendances.classId, classId), eq(attendances.present, true), isLatest(store.t)));
  return { id, title, place, startsAt, endsAt, stage, now, turnsInMs: turnsIn(now), code: stage === "open" ? codeAt(secret, now) : null, present: present.length };
}

/** A class as somebody of its unit sees it who comes to sign in; null for a class elsewhere, which does not exist for them. */
export async function findAttendable(context: Context & { actor: { personId: string } }, classId: string) {
  const { store, actor, now } = context;
  const { classes, attendances } = store.t;
  const [found] = await store.read.select().from(classes).where(eq(classes.id, classId));
  const person = await findPerson(context, actor.personId);
  if (!found || !person?.unitPath.includes(found.unitId)) return null;
  const mine = await store.read.select().from(attendances).where(and(eq(attendances.classId, classId), eq(attendances.personId, actor.personId)));
  const latest = latestOf(mine);
  const { kind, title, place, startsAt, endsAt, minutes, materials } = found;
  return { kind, title, place, startsAt, endsAt, minutes, materials, stage: stageOf(found, now), opensAt: startsAt - doorsMs, in: latest?.present === true ? { at: latest.at, way: latest.way } : null, takenBack: latest?.present === false };
}
export type AttendView = NonNullable<Awaited<ReturnType<typeof findAttendable>>>;

/** The classes of a person's unit and the units above it within the next fourteen days, and those going on now; next first. For themselves only. */
export async function listAhead(context: Context, personId: string) {
  const { store, actor, now } = context;
  const { classes } = store.t;
  if (!can(actor, "learning.own", { personId })) return [];
  const person = await findPerson(context, personId);
  if (!person || person.unitPath.length === 0) return [];
  const rows = await store.read
    .select({ id: classes.id, kind: classes.kind, title: classes.title, place: classes.place, startsAt: classes.startsAt, endsAt: classes.endsAt, state: classes.state })
    .from(classes)
    .where(and(inArray(classes.unitId, person.unitPath), eq(classes.state, "planned"), gte(classes.endsAt, now), lte(classes.startsAt, now + announcedMs)))
    .orderBy(asc(classes.startsAt))
    .limit(20);
  return rows.map(({ state, ...row }) => ({ ...row, stage: stageOf({ ...row, state }, now) }));
}

/** The classes a person was present at that were held, latest first. Whoever asks answers for who may see it. */
export async function listAttended({ store }: Pick<Context, "store">, personId: string) {
  const { classes, attendances } = store.t;
  const rows = await store.read
    .select({ id: classes.id, kind: classes.kind, title: classes.title, startsAt: classes.startsAt, minutes: classes.minutes, way: attendances.way })
    .from(attendances)
    .innerJoin(classes, eq(classes.id, attendances.classId))
    .where(and(eq(attendances.personId, personId), eq(attendances.present, true), eq(classes.state, "held"), isLatest(store.t)))
    .orderBy(desc(classes.startsAt));
  return rows.map(({ startsAt, ...row }) => ({ ...row, on: dayOf(startsAt) }));
}
