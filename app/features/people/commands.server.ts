import { and, eq, isNull } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { dayOf, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { isUniqueViolation } from "#db/client.ts";
import type { Post } from "../standards/clause.ts";
import type { Context } from "./context.ts";
import { peopleEvent } from "./events.ts";
import { isLastAdmin } from "./last-admin.server.ts";
import { isHiringDay } from "./import.ts";
import { hashPassword, newOneTimePassword } from "./password.server.ts";
import type { Role } from "./roles.ts";
import { dayBefore, insertPeople, managedUnits, requireManaged, type NewPerson } from "./staff.server.ts";

/**
 * Enters a person with an account; answers the one-time password, which is kept nowhere.
 * Refusals: `not-allowed` (a unit beyond the actor's), `hired-out-of-range`, `staff-no-taken`.
 */
export async function createPerson(context: Context, input: Omit<NewPerson, "passwordHash" | "mustChange">): Promise<Result<{ personId: string; password: string }, "not-allowed" | "hired-out-of-range" | "staff-no-taken">> {
  if (!isHiringDay(input.hiredOn, dayOf(context.now))) return refused("hired-out-of-range");
  const managed = await managedUnits(context);
  if (!managed.includes(input.unitId) || !managed.includes(input.roleUnitId)) return refused("not-allowed");
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password);
  return namingTaken("staff-no-taken", () =>
    context.store.write(async (tx) => {
      const [personId = ""] = await insertPeople(tx, context, "form", [{ ...input, passwordHash, mustChange: true }]);
      return ok({ personId, password });
    }),
  );
}

/** The first administrator of a unit, made by the operator's command line: only the system itself may. `password` is theirs to keep. */
export async function createAdmin(
  context: Context,
  { staffNo, name, unitId, password }: { staffNo: string; name: string; unitId: string; password: string },
): Promise<Result<{ personId: string }, "not-allowed" | "no-such-unit" | "too-simple" | "staff-no-taken">> {
  const { store, actor, now } = context;
  if (actor.personId !== null) return refused("not-allowed");
  if (password.length < 10 || password.trim().toLowerCase() === staffNo.toLowerCase()) return refused("too-simple");
  const [unit] = await store.read.select({ id: store.t.units.id }).from(store.t.units).where(eq(store.t.units.id, unitId));
  if (!unit) return refused("no-such-unit");
  const person = { staffNo, name, unitId, post: "manager" as const, hiredOn: dayOf(now), roles: ["admin" as const], roleUnitId: unitId, passwordHash: await hashPassword(password), mustChange: false };
  return namingTaken("staff-no-taken", () =>
    store.write(async (tx) => {
      const [personId = ""] = await insertPeople(tx, context, "operator", [person]);
      return ok({ personId });
    }),
  );
}

/** Corrects name and telephone. What was issued before keeps the name it carries. */
export async function editPerson(context: Context, input: { personId: string; name: string; phone: string }): Promise<Result<null, "no-such-person" | "changed-meanwhile">> {
  const { store } = context;
  const { people } = store.t;
  const person = await requireManaged(context, input.personId);
  if (!person.ok) return person;
  return store.write(async (tx) => {
    const [before] = await tx.select({ phone: people.phone }).from(people).where(eq(people.id, input.personId));
    const phone = input.phone || null;
    const changed = await tx.update(people).set({ name: input.name, phone }).where(and(eq(people.id, input.personId), eq(people.name, person.value.name))).returning({ id: people.id });
    if (changed.length === 0) return refused("changed-meanwhile");
    const data = { name: input.name, nameBefore: person.value.name, phoneChanged: before?.phone !== phone };
    await record(tx, context, peopleEvent("person.edited", { subject: input.personId, personId: input.personId }, data));
    return ok(null);
  });
}

/**
 * Gives a person another post or unit from a day on: the current assignment ends the day before. On the very day it began it is corrected instead.
 * Roles do not move along. Refusals besides the reach of the actor: `same-assignment`, `before-current`, `in-future`, `has-left`.
 */
export async function moveAssignment(
  context: Context,
  input: { personId: string; unitId: string; post: Post; fromOn: Day },
): Promise<Result<null, "no-such-person" | "not-allowed" | "same-assignment" | "before-current" | "in-future" | "has-left" | "changed-meanwhile">> {
  const { store, now, newId } = context;
  const { assignments, units } = store.t;
  const { personId, unitId, post, fromOn } = input;
  const person = await requireManaged(context, personId);
  if (!person.ok) return person;
  if (!person.value.managed.includes(unitId)) return refused("not-allowed");
  if (person.value.leftOn !== null) return refused("has-left");
  // "Today's post" is the one without an end, everywhere: a move is entered when it happens.
  if (fromOn > dayOf(now)) return refused("in-future");
  return namingTaken("changed-meanwhile", () =>
    store.write(async (tx) => {
      const [current] = await tx.select().from(assignments).where(and(eq(assignments.personId, personId), isNull(assignments.toOn)));
      if (!current) return refused("changed-meanwhile");
      if (current.unitId === unitId && current.post === post) return refused("same-assignment");
      if (fromOn < current.fromOn) return refused("before-current");
      const still = and(eq(assignments.id, current.id), isNull(assignments.toOn), eq(assignments.unitId, current.unitId), eq(assignments.post, current.post));
      const corrected = fromOn === current.fromOn;
      const changed = await tx.update(assignments).set(corrected ? { unitId, post } : { toOn: dayBefore(fromOn) }).where(still).returning({ id: assignments.id });
      if (changed.length === 0) return refused("changed-meanwhile");
      if (!corrected) await tx.insert(assignments).values({ id: newId(), personId, unitId, post, fromOn });
      const [unit] = await tx.select({ name: units.name }).from(units).where(eq(units.id, unitId));
      const data = { unitId, unitName: unit?.name ?? unitId, post, unitIdBefore: current.unitId, postBefore: current.post, fromOn, corrected };
      await record(tx, context, peopleEvent("person.moved", { subject: personId, personId }, data));
      return ok(null);
    }),
  );
}

/** Gives a role over a unit from today. Refusals: `not-allowed` (the unit is beyond the actor's), `has-left`, `already-held`. */
export async function grantRole(context: Context, input: { personId: string; role: Role; unitId: string }): Promise<Result<null, "no-such-person" | "not-allowed" | "has-left" | "already-held">> {
  const { store, actor, now, newId } = context;
  const { roleGrants, units } = store.t;
  const { personId, role, unitId } = input;
  const person = await requireManaged(context, personId);
  if (!person.ok) return person;
  if (!person.value.managed.includes(unitId)) return refused("not-allowed");
  if (person.value.leftOn !== null) return refused("has-left");
  const fromOn = dayOf(now);
  return namingTaken("already-held", () =>
    store.write(async (tx) => {
      const id = newId();
      await tx.insert(roleGrants).values({ id, personId, role, unitId, fromOn, grantedBy: actor.personId });
      const [unit] = await tx.select({ name: units.name }).from(units).where(eq(units.id, unitId));
      await record(tx, context, peopleEvent("role.granted", { subject: id, personId }, { role, unitId, unitName: unit?.name ?? unitId, fromOn }));
      return ok(null);
    }),
  );
}

/** Takes a role back at once; its last day was yesterday. The grant stays as history. Refusals: `no-such-grant` (or already back), `not-allowed`, `last-admin`. */
export async function revokeRole(context: Context, input: { personId: string; grantId: string }): Promise<Result<null, "no-such-person" | "not-allowed" | "no-such-grant" | "last-admin">> {
  const { store, now } = context;
  const { roleGrants, units } = store.t;
  const { personId, grantId } = input;
  const person = await requireManaged(context, personId);
  if (!person.ok) return person;
  const lastDay = dayBefore(dayOf(now));
  return store.write(async (tx) => {
    const [grant] = await tx
      .select({ role: roleGrants.role, unitId: roleGrants.unitId, unitName: units.name, parentId: units.parentId })
      .from(roleGrants)
      .innerJoin(units, eq(units.id, roleGrants.unitId))
      .where(and(eq(roleGrants.id, grantId), eq(roleGrants.personId, personId)));
    if (!grant) return refused("no-such-grant");
    if (!person.value.managed.includes(grant.unitId)) return refused("not-allowed");
    if (grant.role === "admin" && grant.parentId === null && (await isLastAdmin(tx, context, personId))) return refused("last-admin");
    const ended = await tx.update(roleGrants).set({ toOn: lastDay }).where(and(eq(roleGrants.id, grantId), isNull(roleGrants.toOn))).returning({ id: roleGrants.id });
    if (ended.length === 0) return refused("no-such-grant");
    const { role, unitId, unitName } = grant;
    await record(tx, context, peopleEvent("role.revoked", { subject: grantId, personId }, { role, unitId, unitName, lastDay }));
    return ok(null);
  });
}

/** Runs a write; a unique violation is the refusal that names it. */
async function namingTaken<T, R extends string>(refusal: R, write: () => Promise<T>): Promise<T | { ok: false; refusal: R }> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal };
    throw error;
  }
}
