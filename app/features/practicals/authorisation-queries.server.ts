import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { isNewestAssignment, listPeople } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { authorisationStanding } from "./authorisation.ts";
import { checklistsOf } from "./catalogue.server.ts";

/** Everything the authorisations page shows: the assessors of the actor's units, their authorisations newest first, and practicals there that nobody has signed yet. */
export async function findAuthorisations(context: Context) {
  const { store, actor, now, content } = context;
  const { people, assignments, roleGrants, assessorAuthorisations, practicals } = store.t;
  const today = dayOf(now);
  const unitIds = unitsFor(actor, "practical.authorise", await listUnits(context));
  const titleOf = (id: string) => checklistsOf(content).get(id)?.checklist.title ?? id;
  const checklists = [...checklistsOf(content).values()].map(({ checklist }) => ({ id: checklist.id, title: checklist.title }));
  if (unitIds.length === 0) return { today, checklists, assessors: [], authorisations: [], underWay: [] };

  const assessors = await store.read
    .selectDistinct({ id: people.id, name: people.name, staffNo: people.staffNo })
    .from(people)
    .innerJoin(assignments, and(eq(assignments.personId, people.id), isNewestAssignment(store.t), inArray(assignments.unitId, unitIds)))
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, "assessor"), lte(roleGrants.fromOn, today), or(isNull(roleGrants.toOn), gte(roleGrants.toOn, today))))
    .where(and(ne(people.id, actor.personId ?? ""), or(isNull(people.leftOn), gte(people.leftOn, today))))
    .orderBy(asc(people.staffNo));

  const rows = await store.read
    .select({
      id: assessorAuthorisations.id,
      checklistId: assessorAuthorisations.checklistId,
      fromOn: assessorAuthorisations.fromOn,
      toOn: assessorAuthorisations.toOn,
      personId: assessorAuthorisations.personId,
      grantedBy: assessorAuthorisations.grantedBy,
    })
    .from(assessorAuthorisations)
    .innerJoin(assignments, and(eq(assignments.personId, assessorAuthorisations.personId), isNewestAssignment(store.t), inArray(assignments.unitId, unitIds)))
    .orderBy(desc(assessorAuthorisations.fromOn), asc(assessorAuthorisations.id))
    .limit(500);
  const open = await store.read
    .select({ id: practicals.id, checklistId: practicals.checklistId, state: practicals.state, startedAt: practicals.startedAt, candidateId: practicals.candidateId, assessorId: practicals.assessorId })
    .from(practicals)
    .where(and(inArray(practicals.unitId, unitIds), inArray(practicals.state, ["open", "finished"])))
    .orderBy(asc(practicals.startedAt))
    .limit(200);

  const cards = await listPeople(context, { ids: [...new Set([...rows.flatMap((row) => [row.personId, row.grantedBy]), ...open.flatMap((row) => [row.candidateId, row.assessorId])])] });
  const person = (id: string) => {
    const card = cards.find((one) => one.id === id);
    return { name: card?.name ?? "", staffNo: card?.staffNo ?? "", unitName: card?.unitName ?? "" };
  };
  return {
    today,
    checklists,
    assessors,
    authorisations: rows.map((row) => ({
      id: row.id,
      title: titleOf(row.checklistId),
      fromOn: row.fromOn,
      toOn: row.toOn,
      assessor: person(row.personId),
      grantedBy: person(row.grantedBy).name,
      standing: authorisationStanding(row, today),
      own: row.personId === actor.personId,
    })),
    underWay: open.map(({ id, checklistId, state, startedAt, candidateId, assessorId }) => ({ id, title: titleOf(checklistId), state, startedAt, candidate: person(candidateId), assessor: person(assessorId) })),
  };
}
