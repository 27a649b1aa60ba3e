import { record } from "#app/features/audit/record.server.ts";
import { addDays, dayOf, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { and, eq, gte, isNull, or } from "drizzle-orm";
import type { Post } from "../standards/clause.ts";
import { unitsFor } from "./access.ts";
import type { Context } from "./context.ts";
import { peopleEvent } from "./events.ts";
import { findPerson, type PersonCard } from "./people.server.ts";
import type { Role } from "./roles.ts";
import { listUnits } from "./units.server.ts";

/** Somebody to be entered: an account with its password's hash, first post and unit, first roles over `roleUnitId`. */
export type NewPerson = {
  staffNo: string;
  name: string;
  phone?: string;
  unitId: string;
  post: Post;
  hiredOn: Day;
  roles: readonly Role[];
  roleUnitId: string;
  passwordHash: string;
  mustChange: boolean;
};

/** Enters people with their accounts and audit events. Throws a unique violation when a staff number is taken; the caller names it. */
export async function insertPeople(tx: Db, context: Context, via: "form" | "import" | "operator", list: readonly NewPerson[]): Promise<string[]> {
  const { store, actor, now, newId } = context;
  const { t } = store;
  const units = new Map((await tx.select({ id: t.units.id, name: t.units.name }).from(t.units)).map((unit) => [unit.id, unit.name]));
  const today = dayOf(now);
  const rows = list.map((one) => ({ ...one, id: newId() }));
  // Few hundred rows a statement: engines bound the number of parameters.
  for (let from = 0; from < rows.length; from += 200) {
    const some = rows.slice(from, from + 200);
    await tx.insert(t.people).values(some.map(({ id, staffNo, name, phone, hiredOn }) => ({ id, staffNo, name, phone: phone || null, hiredOn, createdAt: now })));
    await tx.insert(t.assignments).values(some.map(({ id, unitId, post, hiredOn }) => ({ id: newId(), personId: id, unitId, post, fromOn: hiredOn })));
    await tx.insert(t.roleGrants).values(some.flatMap((one) => one.roles.map((role) => ({ id: newId(), personId: one.id, role, unitId: one.roleUnitId, fromOn: today, grantedBy: actor.personId }))));
    await tx.insert(t.accounts).values(some.map(({ id, passwordHash, mustChange }) => ({ personId: id, passwordHash, mustChange, state: "active" as const, changedAt: now })));
  }
  for (const { id, staffNo, name, unitId, post, hiredOn, roles, roleUnitId } of rows) {
    const data = { via, staffNo, name, unitId, unitName: units.get(unitId) ?? unitId, post, hiredOn, roles, roleUnitId };
    await record(tx, context, peopleEvent("person.created", { subject: id, personId: id }, data));
  }
  return rows.map((row) => row.id);
}

/** The ids of the units whose people the actor manages. */
export async function managedUnits(context: Context): Promise<string[]> {
  return unitsFor(context.actor, "person.manage", await listUnits(context));
}

/** A person the actor manages, by the unit they work in; `no-such-person` otherwise. */
export async function requireManaged(context: Context, personId: string): Promise<Result<PersonCard & { managed: string[] }, "no-such-person">> {
  const managed = await managedUnits(context);
  const person = await findPerson(context, personId);
  return person && person.unitId !== null && managed.includes(person.unitId) ? ok({ ...person, managed }) : refused("no-such-person");
}

/** As `requireManaged`, for what touches the account: refused as `outranked` when the person holds a role beyond the actor's units, so that nobody climbs by a reset. */
export async function requireManagedAccount(context: Context, personId: string): Promise<Result<PersonCard & { managed: string[] }, "no-such-person" | "outranked">> {
  const person = await requireManaged(context, personId);
  if (!person.ok) return person;
  const { roleGrants } = context.store.t;
  const held = await context.store.read
    .select({ unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), or(isNull(roleGrants.toOn), gte(roleGrants.toOn, dayOf(context.now)))));
  return held.every((grant) => person.value.managed.includes(grant.unitId)) ? person : refused("outranked");
}

/** Ends all sessions of a person but one; answers how many. */
export async function endSessions(tx: Db, { store, now }: Pick<Context, "store" | "now">, personId: string, except?: string): Promise<number> {
  const { sessions } = store.t;
  const open = await tx.select({ id: sessions.id }).from(sessions).where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
  const ending = open.filter((session) => session.id !== except);
  for (const { id } of ending) await tx.update(sessions).set({ endedAt: now }).where(eq(sessions.id, id));
  return ending.length;
}

/** The last day of something that ends before `day` begins. */
export function dayBefore(day: Day): Day {
  return addDays(day, -1);
}
