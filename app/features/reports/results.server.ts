import { listTheoryOutcomes } from "#app/features/exams/outcomes.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { listPeople } from "#app/features/people/people.server.ts";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { listSignedPracticals } from "#app/features/practicals/outcomes.server.ts";
import { dayOf, type Day } from "#app/lib/clock.ts";
import { findReadableUnit } from "./unit.server.ts";

/** A result that is final: a released theory paper, or a practical that was signed. `percent` is of the theory paper. */
export type ResultRow = { id: string; personId: string; kind: "theory" | "practical"; title: string; percent: number | null; passed: boolean; at: number; on: Day };

/** All final results of some people, newest first. The caller names only people it has asked `can` about. */
export async function listResults(context: Context, personIds: readonly string[]): Promise<ResultRow[]> {
  const { store, content } = context;
  const [theory, practicals] = await Promise.all([listTheoryOutcomes(store.read, context, { personIds }), listSignedPracticals(store.read, context, { personIds })]);
  const rows: ResultRow[] = [
    ...theory.map((one) => ({ id: one.attemptId, personId: one.personId, kind: "theory" as const, title: one.sittingTitle, percent: one.percent, passed: one.passed, at: one.sealedAt, on: dayOf(one.sealedAt) })),
    ...practicals.map((one) => ({
      id: one.practicalId,
      personId: one.personId,
      kind: "practical" as const,
      title: findChecklist(content, one.checklistId)?.checklist.title ?? one.checklistId,
      percent: null,
      passed: one.outcome === "passed",
      at: one.signedAt,
      on: dayOf(one.signedAt),
    })),
  ];
  return rows.sort((a, b) => b.at - a.at);
}

export type UnitResultRow = ResultRow & { name: string; staffNo: string; unitName: string };

/** The final results of a unit's people (and below it), those who have left included, between two days inclusive; an empty day is open. Null when the actor may not know of the unit. */
export async function findUnitResults(context: Context, unitId: string, { from, to }: { from: string; to: string }) {
  const unit = await findReadableUnit(context, unitId);
  if (!unit) return null;
  const people = new Map((await listPeople(context, { unitIds: unit.within })).map((person) => [person.id, person]));
  const results = await listResults(context, [...people.keys()]);
  const rows = results.flatMap((row): UnitResultRow[] => {
    const person = people.get(row.personId);
    if (!person || (from !== "" && row.on < from) || (to !== "" && row.on > to)) return [];
    return [{ ...row, name: person.name, staffNo: person.staffNo, unitName: person.unitName ?? "" }];
  });
  return { unit: { id: unit.id, name: unit.name, path: unit.path }, rows };
}
