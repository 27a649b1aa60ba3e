import { eq } from "drizzle-orm";
import { modulesOf } from "#app/features/learning/catalogue.server.ts";
import { can, unitPath } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { viewClause } from "#app/features/standards/topic-view.ts";
import { newestGrades } from "./grades.server.ts";
import { GradeDetail, Paper } from "./paper.ts";
import { questionsOf, schemeVersion } from "./paper.server.ts";

/**
 * The result of an attempt by its newest grade: for its candidate once it is released, for whoever manages the sitting as soon as it is graded.
 * Points by module, and the clauses of what was not fully right, to be read again; no question, no answer, no key. Null for everybody else,
 * `waiting` for the candidate before the release.
 */
export async function findResult(context: Context, attemptId: string) {
  const { store, content, actor } = context;
  const { attempts, sittings } = store.t;
  const [row] = await store.read.select({ attempt: attempts, sitting: sittings }).from(attempts).innerJoin(sittings, eq(sittings.id, attempts.sittingId)).where(eq(attempts.id, attemptId));
  if (!row) return null;
  const { attempt, sitting } = row;
  const manages = can(actor, "sitting.manage", { unitPath: unitPath(await listUnits(context), sitting.unitId) });
  const own = can(actor, "exam.sit", { personId: attempt.personId });
  if (!manages && !own) return null;
  const released = sitting.state === "released";
  const grade = (await newestGrades(store.read, context, [attemptId])).get(attemptId);
  // Who manages a sitting and has sat in it waits like everybody else.
  if (!grade || attempt.state !== "graded" || (own && !released)) return own ? { state: "waiting" as const } : null;

  const paper = Paper.parse(attempt.paper);
  const detail = new Map(GradeDetail.parse(grade.detail).map((one) => [one.slot, one]));
  const questions = await questionsOf(store.read, context, paper);
  const { scheme } = await schemeVersion(store.read, context, attempt.schemeId, attempt.schemeHash);
  const standards = standardsOf(content);
  const person = await findPerson(context, attempt.personId);
  const sum = (values: readonly number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;

  const modules = [...new Set(scheme.theory.blueprint.map((quota) => quota.module))].map((module) => {
    const mine = paper.filter((slot) => slot.module === module);
    const wrong = mine.filter((slot) => detail.get(slot.slot)?.correct !== true);
    const clauses = new Set(wrong.flatMap((slot) => questions.get(slot.slot)?.clauses ?? []));
    return {
      id: module,
      title: modulesOf(content).get(module)?.title ?? module,
      points: sum(mine.map((slot) => detail.get(slot.slot)?.points ?? 0)),
      total: sum(mine.map((slot) => slot.points)),
      again: [...clauses].flatMap((id) => {
        const found = findClause(standards, id);
        if (!found) return [];
        const { regulation, place, duty } = viewClause(found.clause, found.regulation, undefined);
        return [{ id, regulation, place, duty }];
      }),
    };
  });
  return {
    state: "graded" as const,
    own,
    released,
    name: person?.name ?? "",
    staffNo: person?.staffNo ?? "",
    title: sitting.title,
    schemeTitle: scheme.title,
    sittingId: sitting.id,
    sealedAt: attempt.sealedAt,
    percent: grade.percent,
    passPercent: scheme.theory.passPercent,
    points: grade.points,
    total: grade.total,
    passed: grade.passed,
    criticalMissed: grade.criticalMissed,
    modules,
  };
}
