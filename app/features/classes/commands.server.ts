import { and, count, desc, eq, gt, inArray } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { can, unitPath, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson, listPeople } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import type { Instant } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { checkNewClass, latestOf, mayEnterByHand, mayUseCode, moveClass, needsReason, type Attendance } from "./class.ts";
import { codeMatches, codePolicy } from "./code.server.ts";
import { classEvent } from "./events.ts";
import type { AttendanceWay, ClassKind, ClassState } from "./states.ts";

/** A class the actor runs, with the units its people come from; null when it is not theirs or does not exist. */
export async function findManaged(context: Pick<Context, "store" | "actor">, classId: string) {
  const { store, actor } = context;
  const { classes } = store.t;
  const [found] = await store.read.select().from(classes).where(eq(classes.id, classId));
  if (!found) return null;
  const units = await listUnits(context);
  if (!can(actor, "training.manage", { unitPath: unitPath(units, found.unitId) })) return null;
  const unitIds = units.filter((unit) => unitPath(units, unit.id).includes(found.unitId)).map((unit) => unit.id);
  return { class: found, unitIds, unitName: units.find((unit) => unit.id === found.unitId)?.name ?? "" };
}

/**
 * Plans a class for a unit and everything below it, or enters one that has just been. The secret of its code comes with it and never leaves the server.
 * Refusals: `not-allowed` for a unit the actor does not train, the others as `checkNewClass` says.
 */
export async function createClass(
  context: Context,
  input: { kind: ClassKind; title: string; unitId: string; place: string; startsAt: Instant; endsAt: Instant; minutes: number; materials: string },
): Promise<Result<{ id: string }, "not-allowed" | "ends-first" | "too-many-minutes" | "too-long-ago" | "too-far-ahead">> {
  const { store, actor, now, newId } = context;
  const { kind, title, unitId, place, startsAt, endsAt, minutes, materials } = input;
  const createdBy = actor.personId;
  if (createdBy === null || !unitsFor(actor, "training.manage", await listUnits(context)).includes(unitId)) return refused("not-allowed");
  const fits = checkNewClass({ startsAt, endsAt, minutes }, now);
  if (!fits.ok) return fits;
  const id = newId();
  // An id is 132 random bits: as good a key as any.
  const secret = newId();
  return store.write(async (tx) => {
    await tx.insert(store.t.classes).values({ id, unitId, kind, title, place, startsAt, endsAt, minutes, materials, secret, state: "planned", createdBy, createdAt: now });
    await record(tx, context, classEvent("class.created", { subject: id }, { unitId, kind, title, place, startsAt, endsAt, minutes }));
    return ok({ id });
  });
}

/**
 * Signs the actor in to a class by the code shown in the room; who is in already stays in, once. Wrong codes are kept in the audit log, and the
 * sixth within ten minutes is not looked at. Refusals: `no-such-class` for a class of another unit, the others as `attendRefusals` says.
 */
export async function attendByCode(
  context: Context,
  classId: string,
  code: string,
): Promise<Result<{ already: boolean }, "no-such-class" | "too-early" | "too-late" | "closed" | "cancelled" | "corrected" | "wrong-code" | "too-many">> {
  const { store, actor, now } = context;
  const { classes } = store.t;
  const personId = actor.personId;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("no-such-class");
  const [found] = await store.read.select().from(classes).where(eq(classes.id, classId));
  const person = await findPerson(context, personId);
  if (!found || !person?.unitPath.includes(found.unitId)) return refused("no-such-class");
  const done = await store.write(async (tx) => {
    // Held first: tries and scans of one class follow one another, and a class closed meanwhile takes nobody in.
    const current = await hold(tx, context, classId);
    if (!current) return refused("no-such-class");
    const latest = latestOf((await entriesOf(tx, context, classId, [personId])).get(personId) ?? []);
    if (latest?.present) return ok("already");
    const open = mayUseCode(current, now);
    if (!open.ok) return open;
    // What a trainer took back, a code does not bring again.
    if (latest !== null) return refused("corrected");
    if ((await wrongCodes(tx, context, classId, personId)) >= codePolicy.tries) return refused("too-many");
    if (!codeMatches(current.secret, code, now)) {
      await record(tx, context, classEvent("class.code-refused", { subject: classId, personId }, {}));
      return ok("wrong");
    }
    await append(tx, context, { classId, personId, present: true, way: "code", seq: 1, reason: null, recordedBy: personId });
    await record(tx, context, classEvent("class.attended", { subject: classId, personId }, { seq: 1 }));
    return ok("attended");
  });
  if (!done.ok) return done;
  // A refusal would have undone the record of the try.
  return done.value === "wrong" ? refused("wrong-code") : ok({ already: done.value === "already" });
}

/**
 * Enters people as present by hand; who is present already stays as they are. `reason` is needed where an earlier entry is changed or the class is held.
 * Refusals: `not-of-unit` when anybody is neither of the class's unit nor on its list: then nobody is entered.
 */
export async function enterByHand(
  context: Context,
  classId: string,
  input: { personIds: readonly string[]; reason: string },
): Promise<Result<{ entered: number }, "no-such-class" | "too-early" | "cancelled" | "not-of-unit" | "no-reason">> {
  const { store, actor, now } = context;
  const recordedBy = actor.personId;
  const managed = await findManaged(context, classId);
  if (!managed || recordedBy === null) return refused("no-such-class");
  const wanted = [...new Set(input.personIds)].sort();
  const people = await listPeople(context, { ids: wanted });
  const reason = input.reason.trim();
  return store.write(async (tx) => {
    const current = await hold(tx, context, classId);
    if (!current) return refused("no-such-class");
    const may = mayEnterByHand(current, now);
    if (!may.ok) return may;
    const entries = await entriesOf(tx, context, classId, wanted);
    const isHere = (id: string) => entries.has(id) || people.some((person) => person.id === id && person.unitId !== null && managed.unitIds.includes(person.unitId));
    if (!wanted.every(isHere)) return refused("not-of-unit");
    const absent = wanted.map((personId) => ({ personId, latest: latestOf(entries.get(personId) ?? []) })).filter(({ latest }) => !latest?.present);
    if (reason === "" && absent.some(({ latest }) => needsReason(current.state, latest))) return refused("no-reason");
    for (const { personId, latest } of absent) {
      const seq = (latest?.seq ?? 0) + 1;
      const why = reason === "" ? null : reason;
      await append(tx, context, { classId, personId, present: true, way: "hand", seq, reason: why, recordedBy });
      await record(tx, context, classEvent("class.attendance-entered", { subject: classId, personId }, { seq, reason: why }));
    }
    return ok({ entered: absent.length });
  });
}

/** Takes a person's presence back, with the reason: a later entry, the earlier ones stay. */
export async function correctAttendance(
  context: Context,
  classId: string,
  input: { personId: string; reason: string },
): Promise<Result<null, "no-such-class" | "too-early" | "cancelled" | "no-reason" | "not-present">> {
  const { store, actor, now } = context;
  const recordedBy = actor.personId;
  if (recordedBy === null || !(await findManaged(context, classId))) return refused("no-such-class");
  const { personId } = input;
  const reason = input.reason.trim();
  if (reason === "") return refused("no-reason");
  return store.write(async (tx) => {
    const current = await hold(tx, context, classId);
    if (!current) return refused("no-such-class");
    const may = mayEnterByHand(current, now);
    if (!may.ok) return may;
    const latest = latestOf((await entriesOf(tx, context, classId, [personId])).get(personId) ?? []);
    if (!latest?.present) return refused("not-present");
    const seq = latest.seq + 1;
    await append(tx, context, { classId, personId, present: false, way: "hand", seq, reason, recordedBy });
    await record(tx, context, classEvent("class.attendance-corrected", { subject: classId, personId }, { seq, reason }));
    return ok(null);
  });
}

/** Closes a class as held: from now on its minutes stand in the archive of who was present. */
export async function closeClass(context: Context, classId: string): Promise<Result<{ present: number }, "no-such-class" | "wrong-state" | "changed-meanwhile" | "too-early">> {
  return moveOn(context, classId, "close", (present, minutes) => classEvent("class.held", { subject: classId }, { present, minutes }));
}

/** Calls a class off, with the reason; nobody's presence counts. It cannot be taken back. */
export async function cancelClass(context: Context, classId: string, reason: string): Promise<Result<{ present: number }, "no-such-class" | "wrong-state" | "changed-meanwhile" | "too-early" | "no-reason">> {
  const why = reason.trim();
  if (why === "") return refused("no-reason");
  return moveOn(context, classId, "cancel", (present) => classEvent("class.cancelled", { subject: classId }, { present, reason: why }));
}

async function moveOn(context: Context, classId: string, move: "close" | "cancel", eventOf: (present: number, minutes: number) => ReturnType<typeof classEvent>) {
  const { store, now } = context;
  const { classes } = store.t;
  const managed = await findManaged(context, classId);
  if (!managed) return refused("no-such-class");
  const found = managed.class;
  const next = moveClass(found, move, now);
  if (!next.ok) return next;
  return store.write(async (tx) => {
    const moved = await tx
      .update(classes)
      .set({ state: next.value, closedAt: now })
      .where(and(eq(classes.id, classId), eq(classes.state, found.state)))
      .returning({ id: classes.id });
    if (moved.length === 0) return refused("changed-meanwhile");
    const present = [...(await entriesOf(tx, context, classId)).values()].filter((entries) => latestOf(entries)?.present).length;
    await record(tx, context, eventOf(present, found.minutes));
    return ok({ present });
  });
}

/** Holds a class for this transaction and reads it as it now is; null when it is gone. On PostgreSQL others wait here; SQLite has one writer. */
async function hold(tx: Db, { store }: Context, classId: string): Promise<{ state: ClassState; startsAt: Instant; endsAt: Instant; secret: string } | null> {
  const { classes } = store.t;
  const [held] = await tx
    .update(classes)
    .set({ id: classId })
    .where(eq(classes.id, classId))
    .returning({ state: classes.state, startsAt: classes.startsAt, endsAt: classes.endsAt, secret: classes.secret });
  return held ?? null;
}

/** The entries of a class by person; of these people only, or of everybody. */
async function entriesOf(tx: Db, { store }: Context, classId: string, personIds?: readonly string[]): Promise<Map<string, Attendance[]>> {
  const { attendances } = store.t;
  const rows = await tx
    .select({ personId: attendances.personId, seq: attendances.seq, present: attendances.present, way: attendances.way })
    .from(attendances)
    .where(and(eq(attendances.classId, classId), personIds ? inArray(attendances.personId, [...personIds]) : undefined))
    .orderBy(desc(attendances.seq));
  const found = new Map<string, Attendance[]>();
  for (const { personId, ...entry } of rows) found.set(personId, [...(found.get(personId) ?? []), entry]);
  return found;
}

/** How many wrong codes a person sent for a class within the last minutes. */
async function wrongCodes(tx: Db, { store, now }: Context, classId: string, personId: string): Promise<number> {
  const { auditEvents } = store.t;
  const [tries] = await tx
    .select({ n: count() })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, classId), eq(auditEvents.event, "class.code-refused"), eq(auditEvents.personId, personId), gt(auditEvents.at, now - codePolicy.withinMs)));
  return tries?.n ?? 0;
}

async function append(tx: Db, { store, now, newId }: Context, entry: { classId: string; personId: string; present: boolean; way: AttendanceWay; seq: number; reason: string | null; recordedBy: string }): Promise<void> {
  await tx.insert(store.t.attendances).values({ id: newId(), ...entry, at: now });
}
