import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
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
  post: string | null;
  unitId: string | null;
  unitName: string | null;
  unitPath: string[];
};

/** The cards of people by id, with the unit they belong to today (their last one, if they have left). Unknown ids are left out. */
export async function listPeople(context: Pick<Context, "store">, where: { ids?: readonly string[]; unitIds?: readonly string[] }): Promise<PersonCard[]> {
  const { store } = context;
  const { people, assignments } = store.t;
  const units = await listUnits(context);
  const rows = await store.read
    .select({ id: people.id, staffNo: people.staffNo, name: people.name, hiredOn: people.hiredOn, leftOn: people.leftOn, post: assignments.post, unitId: assignments.unitId })
    .from(people)
    .leftJoin(assignments, and(eq(assignments.personId, people.id), isNull(assignments.toOn)))
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
