import { and, asc, count, desc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { dayOf } from "#app/lib/clock.ts";
import type { StaffFilter } from "./admin-forms.ts";
import { unitPath, unitsFor } from "./access.ts";
import type { Context } from "./context.ts";
import { isNewestAssignment, listAssignments } from "./people.server.ts";
import { requireManaged } from "./staff.server.ts";
import { listUnits } from "./units.server.ts";

export const staffPageSize = 100;

/** A pattern that finds `text` anywhere, its own % and _ taken literally; use with `escape '!'`. */
function anywhere(text: string): string {
  return `%${text.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
}

/** One page of the people the actor manages, by staff number, and how many there are in all. A unit in the filter means everything below it. */
export async function listStaff(context: Context, filter: StaffFilter) {
  const { store, actor, now } = context;
  const { people, assignments, accounts, units } = store.t;
  const all = await listUnits(context);
  const managed = unitsFor(actor, "person.manage", all);
  const inScope = filter.unit === "" ? managed : managed.filter((id) => unitPath(all, id).includes(filter.unit));
  const today = dayOf(now);
  const works = or(isNull(people.leftOn), gte(people.leftOn, today));
  const states = { all: undefined, active: and(works, eq(accounts.state, "active")), disabled: eq(accounts.state, "disabled"), left: lt(people.leftOn, today) };
  const pattern = anywhere(filter.q);
  const where = and(
    inArray(assignments.unitId, inScope),
    isNewestAssignment(store.t),
    states[filter.state],
    filter.q === "" ? undefined : sql`(lower(${people.staffNo}) like ${pattern} escape '!' or lower(${people.name}) like ${pattern} escape '!')`,
  );
  const [total] = await store.read.select({ n: count() }).from(people).innerJoin(assignments, eq(assignments.personId, people.id)).leftJoin(accounts, eq(accounts.personId, people.id)).where(where);
  const rows = await store.read
    .select({ id: people.id, staffNo: people.staffNo, name: people.name, leftOn: people.leftOn, post: assignments.post, unitName: units.name, account: accounts.state, mustChange: accounts.mustChange })
    .from(people)
    .innerJoin(assignments, eq(assignments.personId, people.id))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(where)
    .orderBy(asc(people.staffNo))
    .limit(staffPageSize)
    .offset((filter.page - 1) * staffPageSize);
  const roles = await rolesInForce(context, rows.map((row) => row.id));
  return {
    total: total?.n ?? 0,
    rows: rows.map((row) => ({ ...row, left: row.leftOn !== null && row.leftOn < today, roles: roles.filter((one) => one.personId === row.id).map((one) => one.role) })),
  };
}

async function rolesInForce({ store, now }: Context, personIds: readonly string[]) {
  const { roleGrants } = store.t;
  const today = dayOf(now);
  return store.read
    .selectDistinct({ personId: roleGrants.personId, role: roleGrants.role })
    .from(roleGrants)
    .where(and(inArray(roleGrants.personId, [...personIds]), or(isNull(roleGrants.toOn), gte(roleGrants.toOn, today))));
}

/** Everything an administrator sees of one person; null when the person is not theirs. Newest first. */
export async function findStaff(context: Context, personId: string) {
  const { store } = context;
  const { accounts, people } = store.t;
  const card = await requireManaged(context, personId);
  if (!card.ok) return null;
  const [more] = await store.read
    .select({ phone: people.phone, leftReason: people.leftReason, account: accounts.state, disabledReason: accounts.disabledReason, mustChange: accounts.mustChange })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(eq(people.id, personId));
  return { ...card.value, phone: more?.phone ?? "", leftReason: more?.leftReason ?? null, account: more?.account ?? null, disabledReason: more?.disabledReason ?? null, mustChange: more?.mustChange ?? false, assignments: await listAssignments(context, personId), grants: await listGrants(context, personId) };
}

/** The roles a person holds and held, newest first. */
export async function listGrants({ store }: Pick<Context, "store">, personId: string) {
  const { roleGrants, units } = store.t;
  return store.read
    .select({ id: roleGrants.id, role: roleGrants.role, unitId: roleGrants.unitId, unitName: units.name, fromOn: roleGrants.fromOn, toOn: roleGrants.toOn })
    .from(roleGrants)
    .innerJoin(units, eq(units.id, roleGrants.unitId))
    .where(eq(roleGrants.personId, personId))
    .orderBy(desc(roleGrants.fromOn), asc(roleGrants.role));
}

/** The units over which the actor may do `action`, as choices: `上级 / 本级`, the group first. */
export async function unitChoices(context: Context, action: "person.manage" | "unit.read" | "audit.read") {
  const all = await listUnits(context);
  const ids = unitsFor(context.actor, action, all);
  const name = (id: string) => all.find((unit) => unit.id === id)?.name ?? "";
  return all
    .filter((unit) => ids.includes(unit.id))
    .map((unit) => ({ value: unit.id, label: unitPath(all, unit.id).reverse().map(name).join(" / ") }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
