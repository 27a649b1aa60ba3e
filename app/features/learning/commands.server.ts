import { and, asc, eq, sql } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { gradeResponse } from "#app/features/questions/grade.ts";
import { fittingResponse, type Response } from "#app/features/questions/response.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { modulesOf } from "./catalogue.server.ts";
import { learningEvent } from "./events.ts";
import { contentOf, type Module } from "./module.ts";
import { passesSelfCheck } from "./progress.ts";
import { findLearner } from "./learner.server.ts";
import { selfCheckFor, type StoredAnswers } from "./self-check.server.ts";

/**
 * Notes that the actor has read a section (1-based) of the current version of a module; noting it again changes nothing.
 * With the last section read and a self-check passed before, the module is complete. Refusals: `no-such-module`, `no-such-section`, `not-allowed`.
 */
export async function markSectionRead(context: Context, moduleId: string, section: number): Promise<Result<{ completed: boolean }, "not-allowed" | "no-such-module" | "no-such-section">> {
  const { store, content, actor, now } = context;
  const personId = actor.personId;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const module = modulesOf(content).get(moduleId);
  if (!module) return refused("no-such-module");
  if (!module.sections[section - 1]) return refused("no-such-section");
  return store.write(async (tx) => {
    const read = await tx
      .insert(store.t.sectionReadings)
      .values({ personId, moduleId, moduleHash: module.hash, section, readAt: now })
      .onConflictDoNothing()
      .returning({ section: store.t.sectionReadings.section });
    if (read.length === 0) return ok({ completed: false });
    await keepVersions(tx, context, "module", [{ key: moduleId, body: contentOf(module) }]);
    await record(tx, context, learningEvent("learning.section-read", { subject: moduleId, personId }, { moduleId, moduleHash: module.hash, section }));
    return ok({ completed: await completeWhenDone(tx, context, personId, module) });
  });
}

/**
 * Grades the actor's self-check of a module by the figures in force for their company today, and keeps it with the versions of its questions.
 * `answers` are those of every question asked, null for one left out. Four in five right pass (company policy), as often as one likes.
 * Refusals: `other-questions` when they are not the module's own, `nothing-answered`, `no-such-module`, `not-allowed`.
 */
export async function submitSelfCheck(
  context: Context,
  moduleId: string,
  answers: readonly { questionId: string; response: Response }[],
): Promise<Result<{ id: string; correct: number; total: number; passed: boolean; completed: boolean }, "not-allowed" | "no-such-module" | "other-questions" | "nothing-answered">> {
  const { store, content, actor, now, newId } = context;
  const personId = actor.personId;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const module = modulesOf(content).get(moduleId);
  if (!module) return refused("no-such-module");
  const asked = selfCheckFor(content, moduleId, personId);
  const given = new Map(answers.map((answer) => [answer.questionId, answer.response]));
  if (answers.length !== asked.length || asked.some(({ question }) => !given.has(question.id))) return refused("other-questions");
  const { figures } = await findLearner(context, personId);
  const graded = asked.map(({ question, hash }) => {
    // What fits no option is kept as not answered: a form can carry anything.
    const response = fittingResponse(question, given.get(question.id) ?? null);
    return { questionId: question.id, hash, response, ...gradeResponse(question, response, figures, { partialMultiple: "none" }) };
  });
  if (graded.every((one) => !one.answered)) return refused("nothing-answered");
  const stored: StoredAnswers = graded.map(({ questionId, hash, response, correct }) => ({ questionId, hash, response, correct }));
  const correct = stored.filter((one) => one.correct).length;
  const result = { id: newId(), correct, total: stored.length, passed: passesSelfCheck(correct, stored.length) };
  return store.write(async (tx) => {
    await keepVersions(tx, context, "module", [{ key: moduleId, body: contentOf(module) }]);
    await keepVersions(tx, context, "question", asked.map(({ question }) => ({ key: question.id, body: question })));
    await tx.insert(store.t.selfChecks).values({ ...result, personId, moduleId, moduleHash: module.hash, answers: stored, takenAt: now });
    const data = { moduleId, moduleHash: module.hash, correct, total: result.total, passed: result.passed };
    await record(tx, context, learningEvent("learning.self-check-taken", { subject: result.id, personId }, data));
    const completed = result.passed && (await completeWhenDone(tx, context, personId, module));
    return ok({ ...result, completed });
  });
}

/** Writes the completion once every section is read and a self-check of the same version is passed. Whether it was written just now. */
async function completeWhenDone(tx: Db, context: Context, personId: string, module: Module): Promise<boolean> {
  const { t } = context.store;
  // The last section and the passed check may arrive at the same moment; the lock lets the later one see the earlier.
  await tx.update(t.people).set({ hiredOn: sql`${t.people.hiredOn}` }).where(eq(t.people.id, personId));
  const readings = await tx
    .select({ section: t.sectionReadings.section })
    .from(t.sectionReadings)
    .where(and(eq(t.sectionReadings.personId, personId), eq(t.sectionReadings.moduleId, module.id), eq(t.sectionReadings.moduleHash, module.hash)));
  const [check] = await tx
    .select({ id: t.selfChecks.id })
    .from(t.selfChecks)
    .where(and(eq(t.selfChecks.personId, personId), eq(t.selfChecks.moduleId, module.id), eq(t.selfChecks.moduleHash, module.hash), eq(t.selfChecks.passed, true)))
    .orderBy(asc(t.selfChecks.takenAt))
    .limit(1);
  if (!check || !module.sections.every((_, index) => readings.some((reading) => reading.section === index + 1))) return false;
  const completed = await tx
    .insert(t.completions)
    .values({ personId, moduleId: module.id, moduleHash: module.hash, selfCheckId: check.id, completedAt: context.now })
    .onConflictDoNothing()
    .returning({ moduleId: t.completions.moduleId });
  if (completed.length === 0) return false;
  await record(tx, context, learningEvent("learning.module-completed", { subject: module.id, personId }, { moduleId: module.id, moduleHash: module.hash, selfCheckId: check.id }));
  return true;
}
