import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Store } from "#db/client.ts";
import type { Post } from "../standards/clause.ts";
import type { Context } from "./context.ts";
import { unitPath } from "./access.ts";
import { listUnits } from "./units.server.ts";

/** A person with today's post and unit; `unitPath` is what `can` wants to know. */
export type PersonCard = {
  id: string;
  staffNo: string;
  name: string;
  hiredOn: string;
  leftOn: string | null;
  post: Post | null;
  unitId: string | null;
  unitName: string | null;
  unitPath: string[];
};

/** Restricts `assignments` to each person's newest: today's, or the last one of who has left. */
export function isNewestAssignment({ assignments }: Store["t"]): SQL {
  return sql`not exists (select 1 from assignments later where later.person_id = ${assignments.personId} and (later.from_on > ${assignments.fromOn} or (later.from_on = ${assignments.fromOn} and later.id > ${assignments.id})))`;
}

/** The cards of people by id, with the unit they belong to today (their last one, if they have left). Unknown ids are left out. */
export async function listPeople(context: Pick<Context, "store">, where: { ids?: readonly string[]; unitIds?: readonly string[] }): Promise<PersonCard[]> {
  const { store } = context;
  const { people, assignments } = store.t;
  const units = await listUnits(context);
  const rows = await store.read
    .select({ id: people.id, staffNo: people.staffNo, name: people.name, hiredOn: people.hiredOn, leftOn: people.leftOn, post: assignments.post, unitId: assignments.unitId })
    .from(people)
    .leftJoin(assignments, and(eq(assignments.personId, people.id), isNewestAssignment(store.t)))
    .where(
      and(
        where.ids ? inArray(people.id, [...where.ids]) : undefined,
        where.unitIds ? inArray(assignments.unitId, [...where.unitIds]) : undefined,
      ),
    )
    .orderBy(asc(people.staffNo));
  return rows.map((row) => ({
    ...row,
    unitName: units.find((unit) => unit.id === row.unitId)?.name ?? null,
    unitPath: row.unitId === null ? [] : unitPath(units, row.unitId),
  }));
}

/** One person's card; null when there is none. */
export async function findPerson(context: Pick<Context, "store">, id: string): Promise<PersonCard | null> {
  return (await listPeople(context, { ids: [id] }))[0] ?? null;
}

/** Where a person has worked, newest first. */
export async function listAssignments({ store }: Pick<Context, "store">, personId: string) {
  const { assignments, units } = store.t;
  return store.read
    .select({ id: assignments.id, post: assignments.post, fromOn: assignments.fromOn, toOn: assignments.toOn, unitId: assignments.unitId, unitName: units.name })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(eq(assignments.personId, personId))
    .orderBy(desc(assignments.fromOn));
}
