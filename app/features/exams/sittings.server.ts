import { and, desc, eq, exists, inArray } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { can, unitPath, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listPeople } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { dayOf, type Instant } from "#app/lib/clock.ts";
import { ok, refused, type Refusal, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { examEvent } from "./events.ts";
import { schemeVersion } from "./paper.server.ts";
import { listSealableOf, sealAttempt } from "./seal.server.ts";
import { checkTimes, mayBeAdmitted, moveSitting, type SittingMove } from "./sitting.ts";
import type { SittingState } from "./states.ts";

/** A sitting the actor manages, with the units from which people may be admitted; null when it is not theirs or does not exist. */
export async function findManaged(context: Pick<Context, "store" | "actor">, sittingId: string) {
  const { store, actor } = context;
  const { sittings } = store.t;
  const [sitting] = await store.read.select().from(sittings).where(eq(sittings.id, sittingId));
  if (!sitting) return null;
  const units = await listUnits(context);
  if (!can(actor, "sitting.manage", { unitPath: unitPath(units, sitting.unitId) })) return null;
  const unitIds = units.filter((unit) => unitPath(units, unit.id).includes(sitting.unitId)).map((unit) => unit.id);
  return { sitting, unitIds, unitName: units.find((unit) => unit.id === sitting.unitId)?.name ?? "" };
}

/**
 * Plans a sitting of a scheme's theory exam for a unit. The minutes and the scheme's version are those of today and stay with the sitting.
 * Refusals: `not-allowed` for a unit the actor does not manage, `no-such-scheme`, `too-short` and `in-the-past` as `checkTimes` says.
 */
export async function createSitting(
  context: Context,
  input: { schemeId: string; unitId: string; title: string; room: string; startsAt: Instant; endsAt: Instant },
): Promise<Result<{ id: string }, "not-allowed" | "no-such-scheme" | "too-short" | "in-the-past">> {
  const { store, content, actor, now } = context;
  const { schemeId, unitId, title, room, startsAt, endsAt } = input;
  if (actor.personId === null || !unitsFor(actor, "sitting.manage", await listUnits(context)).includes(unitId)) return refused("not-allowed");
  const version = findScheme(content, schemeId);
  if (!version) return refused("no-such-scheme");
  const { minutes } = version.scheme.theory;
  const times = checkTimes({ startsAt, endsAt, minutes }, now);
  if (!times.ok) return times;
  const id = context.newId();
  const createdBy = actor.personId;
  return store.write(async (tx) => {
    await tx.insert(store.t.sittings).values({ id, schemeId, schemeHash: version.hash, unitId, title, room, startsAt, endsAt, minutes, state: "planned", createdBy, createdAt: now });
    await keepVersions(tx, context, "scheme", [{ key: schemeId, body: version.scheme }]);
    await record(tx, context, examEvent("sitting.created", { subject: id }, { schemeId, schemeHash: version.hash, unitId, title, room, startsAt, endsAt }));
    return ok({ id });
  });
}

/** Moves a sitting on, if it is still in the state it was found in. */
async function move(tx: Db, { store }: Context, sitting: { id: string; state: SittingState }, by: SittingMove, more: { releasedAt?: Instant; releasedBy?: string | null } = {}): Promise<Refusal<"wrong-state" | "changed-meanwhile"> | { ok: true }> {
  const next = moveSitting(sitting.state, by);
  if (!next.ok) return next;
  const { sittings } = store.t;
  const moved = await tx
    .update(sittings)
    .set({ state: next.value, ...more })
    .where(and(eq(sittings.id, sitting.id), eq(sittings.state, sitting.state)))
    .returning({ id: sittings.id });
  return moved.length === 0 ? refused("changed-meanwhile") : { ok: true };
}

/** Opens the room: from now on papers can be begun, within the sitting's time. Refused as `sitting-over` at its end. */
export async function openSitting(context: Context, sittingId: string): Promise<Result<null, "no-such-sitting" | "wrong-state" | "changed-meanwhile" | "sitting-over">> {
  const managed = await findManaged(context, sittingId);
  if (!managed) return refused("no-such-sitting");
  if (context.now >= managed.sitting.endsAt) return refused("sitting-over");
  return context.store.write(async (tx) => {
    const moved = await move(tx, context, managed.sitting, "open");
    if (!moved.ok) return moved;
    await record(tx, context, examEvent("sitting.opened", { subject: sittingId }, {}));
    return ok(null);
  });
}

/**
 * Admits people to a sitting that is planned or open, and tells them; who is admitted already stays so.
 * Refusals: `not-eligible` when anybody is outside the sitting's units, has left, or holds a post the scheme is not for: then nobody is admitted.
 */
export async function admitCandidates(context: Context, sittingId: string, personIds: readonly string[]): Promise<Result<{ admitted: number }, "no-such-sitting" | "wrong-state" | "not-eligible">> {
  const { store, actor, now } = context;
  const { admissions, sittings } = store.t;
  const managed = await findManaged(context, sittingId);
  if (!managed || actor.personId === null) return refused("no-such-sitting");
  const { sitting, unitIds } = managed;
  const { scheme } = await schemeVersion(store.read, context, sitting.schemeId, sitting.schemeHash);
  const wanted = [...new Set(personIds)];
  const people = await listPeople(context, { ids: wanted });
  const today = dayOf(now);
  if (people.length !== wanted.length || people.some((person) => !mayBeAdmitted(person, scheme, unitIds, today))) return refused("not-eligible");
  const admittedBy = actor.personId;
  return store.write(async (tx) => {
    const [current] = await tx.select({ state: sittings.state }).from(sittings).where(eq(sittings.id, sittingId));
    if (current?.state !== "planned" && current?.state !== "open") return refused("wrong-state");
    const rows = await tx
      .insert(admissions)
      .values(wanted.map((personId) => ({ sittingId, personId, admittedBy, admittedAt: now })))
      .onConflictDoNothing()
      .returning({ personId: admissions.personId });
    for (const { personId } of rows) {
      await record(tx, context, examEvent("candidate.admitted", { subject: sittingId, personId }, { sittingId }));
      await notify(tx, context, { personId }, sittingId, { kind: "sitting.admitted", title: sitting.title, startsAt: sitting.startsAt, room: sitting.room });
    }
    return ok({ admitted: rows.length });
  });
}

/** Takes an admission back while the sitting is planned; once the room is open it stands. */
export async function withdrawAdmission(context: Context, sittingId: string, personId: string): Promise<Result<null, "no-such-sitting" | "wrong-state" | "not-admitted">> {
  const { store } = context;
  const { admissions, sittings } = store.t;
  const managed = await findManaged(context, sittingId);
  if (!managed) return refused("no-such-sitting");
  if (managed.sitting.state !== "planned") return refused("wrong-state");
  return store.write(async (tx) => {
    const planned = tx.select({ id: sittings.id }).from(sittings).where(and(eq(sittings.id, sittingId), eq(sittings.state, "planned")));
    const gone = await tx
      .delete(admissions)
      .where(and(eq(admissions.sittingId, sittingId), eq(admissions.personId, personId), exists(planned)))
      .returning({ personId: admissions.personId });
    if (gone.length === 0) return refused("not-admitted");
    await record(tx, context, examEvent("candidate.withdrawn", { subject: sittingId, personId }, { sittingId }));
    return ok(null);
  });
}

/** Closes the room: no paper can be begun any more, and every open one is sealed and graded in the same transaction. */
export async function closeSitting(context: Context, sittingId: string): Promise<Result<{ sealed: number }, "no-such-sitting" | "wrong-state" | "changed-meanwhile">> {
  const managed = await findManaged(context, sittingId);
  if (!managed) return refused("no-such-sitting");
  return context.store.write(async (tx) => {
    const moved = await move(tx, context, managed.sitting, "close");
    if (!moved.ok) return moved;
    let sealed = 0;
    for (const attempt of await listSealableOf(tx, context.store, sittingId)) {
      if (await sealAttempt(tx, context, attempt, "invigilator")) sealed += 1;
    }
    await record(tx, context, examEvent("sitting.closed", { subject: sittingId }, { sealed }));
    return ok({ sealed });
  });
}

/**
 * Releases the results of a closed sitting: candidates see theirs from now on, they and their units are told, and licences may rest on them.
 * Refused as `unsealed` while a paper of it is open, as `ungraded` while one could not be graded.
 */
export async function releaseResults(context: Context, sittingId: string): Promise<Result<{ results: number }, "no-such-sitting" | "wrong-state" | "changed-meanwhile" | "unsealed" | "ungraded">> {
  const { store, actor, now } = context;
  const { attempts, grades } = store.t;
  const managed = await findManaged(context, sittingId);
  if (!managed) return refused("no-such-sitting");
  const { sitting } = managed;
  const seated = await store.read.select({ personId: attempts.personId }).from(attempts).where(eq(attempts.sittingId, sittingId));
  const people = new Map((await listPeople(context, { ids: seated.map((one) => one.personId) })).map((person) => [person.id, person]));
  return store.write(async (tx) => {
    const moved = await move(tx, context, sitting, "release", { releasedAt: now, releasedBy: actor.personId });
    if (!moved.ok) return moved;
    const pending = await tx.select({ state: attempts.state }).from(attempts).where(and(eq(attempts.sittingId, sittingId), inArray(attempts.state, ["open", "submitted"])));
    if (pending.length > 0) return refused(pending.some((one) => one.state === "open") ? "unsealed" : "ungraded");
    const rows = await tx
      .select({ attemptId: attempts.id, personId: attempts.personId, percent: grades.percent, passed: grades.passed })
      .from(attempts)
      .innerJoin(grades, eq(grades.attemptId, attempts.id))
      .where(and(eq(attempts.sittingId, sittingId), eq(attempts.state, "graded")))
      .orderBy(desc(grades.version));
    const results = [...new Map([...rows].reverse().map((row) => [row.attemptId, row])).values()];
    for (const { attemptId, personId, percent, passed } of results) {
      const person = people.get(personId);
      if (!person) continue;
      const told = { kind: "result.released" as const, name: person.name, staffNo: person.staffNo, title: sitting.title, percent, passed };
      await notify(tx, context, { personId }, attemptId, told);
      if (person.unitId !== null) await notify(tx, context, { unitId: person.unitId }, attemptId, told);
    }
    await record(tx, context, examEvent("sitting.released", { subject: sittingId }, { results: results.length, passed: results.filter((one) => one.passed).length }));
    return ok({ results: results.length });
  });
}
