import { and, asc, eq, gte, inArray, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { listCommitmentsWithStanding } from "#app/features/commitments/queries.server.ts";
import { modulesOf, tracksOf } from "#app/features/learning/catalogue.server.ts";
import { modulesFor } from "#app/features/learning/tracks.ts";
import { listLicencesWithStanding } from "#app/features/licences/queries.server.ts";
import { can, unitPath, type Action } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listPeople } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { schemesOf } from "#app/features/standards/schemes.server.ts";
import { addDays, instantOf, type Day } from "#app/lib/clock.ts";
import type { Store } from "#db/client.ts";
import { bindingCommitment, cellOf, nextExpiry, worksAlone, type Cell } from "./readiness.ts";

/** One person of a unit on a day. `cells` follow the schemes of the report; `readable` says whether the reader may open their archive today. */
export type UnitRow = {
  id: string;
  staffNo: string;
  name: string;
  post: string;
  unitName: string;
  completed: number;
  due: number;
  cells: Cell[];
  alone: boolean;
  nextExpiry: Day | null;
  commitment: { state: "not-yet" | "running" | "fulfilled" | "ended-early" | "waived"; startsOn: Day; endsOn: Day; served: number; total: number; left: number } | null;
  readable: boolean;
};
export type UnitReport = { unit: { id: string; name: string; path: string }; schemes: { id: string; title: string; posts: readonly string[] }[]; rows: UnitRow[] };

/** A unit the actor may read (or may do `action` to), with the ids of itself and everything below; null when there is none, or none they may know of. */
export async function findReadableUnit(context: Context, unitId: string, action: Action = "unit.read") {
  const units = await listUnits(context);
  const unit = units.find((one) => one.id === unitId);
  const path = unitPath(units, unitId);
  if (!unit || !can(context.actor, action, { unitPath: path })) return null;
  const name = (id: string) => units.find((one) => one.id === id)?.name ?? "";
  return { id: unit.id, name: unit.name, path: path.slice(1).toReversed().map(name).join(" / "), within: units.filter((one) => unitPath(units, one.id).includes(unitId)).map((one) => one.id) };
}

/** Restricts `assignments` joined with `people` to who works in these units on a day. */
export function worksThere({ people, assignments }: Store["t"], unitIds: readonly string[], on: Day): SQL | undefined {
  return and(inArray(assignments.unitId, [...unitIds]), lte(assignments.fromOn, on), or(isNull(assignments.toOn), gte(assignments.toOn, on)), or(isNull(people.leftOn), gte(people.leftOn, on)));
}

/** Who worked in a unit and below it on a day, by staff number. */
async function staffOn({ store }: Context, unitIds: readonly string[], on: Day) {
  const { people, assignments, units } = store.t;
  return store.read
    .select({ id: people.id, staffNo: people.staffNo, name: people.name, post: assignments.post, unitName: units.name })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(worksThere(store.t, unitIds, on))
    .orderBy(asc(people.staffNo));
}

/** Which modules each person had completed by the end of a day, whatever their version. */
async function completedBy({ store }: Context, personIds: readonly string[], on: Day): Promise<Map<string, Set<string>>> {
  const { completions } = store.t;
  const rows = await store.read
    .selectDistinct({ personId: completions.personId, moduleId: completions.moduleId })
    .from(completions)
    .where(and(inArray(completions.personId, [...personIds]), lt(completions.completedAt, instantOf(addDays(on, 1)))));
  return grouped(rows, (row) => row.personId, (row) => row.moduleId, (items) => new Set(items));
}

function grouped<T, V, G>(rows: readonly T[], key: (row: T) => string, value: (row: T) => V, gather: (items: V[]) => G): Map<string, G> {
  const lists = new Map<string, V[]>();
  for (const row of rows) lists.set(key(row), [...(lists.get(key(row)) ?? []), value(row)]);
  return new Map([...lists].map(([id, items]) => [id, gather(items)]));
}

/**
 * Who may do what in a unit (and below it) on a day, past or future: learning, licences by scheme, commitments. Null when the actor may not know of the unit.
 * Schemes are those for the posts that occur there, and those somebody holds.
 */
export async function findUnitReport(context: Context, unitId: string, on: Day): Promise<UnitReport | null> {
  const unit = await findReadableUnit(context, unitId);
  if (!unit) return null;
  const staff = await staffOn(context, unit.within, on);
  const personIds = staff.map((one) => one.id);
  const [licences, commitments, completed, cards] = await Promise.all([
    listLicencesWithStanding(context, { personIds, on }),
    listCommitmentsWithStanding(context, { personIds, on }),
    completedBy(context, personIds, on),
    listPeople(context, { ids: personIds }),
  ]);
  const licencesOf = grouped(licences, (one) => one.personId, (one) => one, (items) => items);
  const commitmentsOf = grouped(commitments, (one) => one.personId, (one) => one, (items) => items);
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const tracks = tracksOf(context.content);
  const known = modulesOf(context.content);
  const all = [...schemesOf(context.content).values()].map(({ scheme }) => ({ id: scheme.id, title: scheme.title, posts: scheme.posts }));
  const schemes = all.filter((scheme) => licences.some((one) => one.schemeId === scheme.id) || staff.some((one) => scheme.posts.includes(one.post)));
  const rows = staff.map((person): UnitRow => {
    const mine = licencesOf.get(person.id) ?? [];
    const due = modulesFor(person.post, tracks).filter((id) => known.has(id));
    const done = completed.get(person.id);
    const cells = schemes.map((scheme) => cellOf(mine, scheme.id));
    const binding = bindingCommitment(commitmentsOf.get(person.id) ?? []);
    return {
      ...person,
      completed: due.filter((id) => done?.has(id)).length,
      due: due.length,
      cells,
      alone: worksAlone(mine, person.post, all),
      nextExpiry: nextExpiry(cells),
      commitment: binding && { state: binding.standing.state, startsOn: binding.startsOn, endsOn: binding.endsOn, served: binding.standing.served, total: binding.standing.total, left: binding.standing.left },
      readable: can(context.actor, "person.archive", { personId: person.id, unitPath: cardOf.get(person.id)?.unitPath ?? [] }),
    };
  });
  return { unit: { id: unit.id, name: unit.name, path: unit.path }, schemes, rows };
}

/** The units the actor may read, the wider ones first, with how many work in each (and below) on a day. */
export async function listReadableUnits(context: Context, on: Day) {
  const units = await listUnits(context);
  const readable = units.filter((unit) => can(context.actor, "unit.read", { unitPath: unitPath(units, unit.id) }));
  const { assignments, people } = context.store.t;
  const working = await context.store.read
    .select({ unitId: assignments.unitId })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(worksThere(context.store.t, readable.map((unit) => unit.id), on));
  const name = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  return readable
    .map((unit) => {
      const path = unitPath(units, unit.id);
      const within = new Set(units.filter((one) => unitPath(units, one.id).includes(unit.id)).map((one) => one.id));
      return { id: unit.id, name: unit.name, kind: unit.kind, depth: path.length - 1, sort: path.toReversed().map(name).join(" / "), people: working.filter((one) => within.has(one.unitId)).length };
    })
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
}
