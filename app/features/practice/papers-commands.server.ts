import { and, count, eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { questionsOf } from "#app/features/exams/paper.server.ts";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { topicsOf } from "#app/features/questions/question.ts";
import { fittingResponse, type Response } from "#app/features/questions/response.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import { chanceOf } from "#app/lib/random.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { paperEvent } from "./papers-events.ts";
import type { PaperRefusal } from "./papers-refusals.ts";
import { findOwnPaper, gradeOf } from "./papers.server.ts";
import { drawPracticePaper } from "./papers.ts";

/**
 * Starts a practice paper of a scheme of the actor's post, with the figures in force for their company today. There is one open paper a person and
 * scheme: who starts again, or twice at once, gets that one. Refusals: `not-allowed`, `no-such-scheme`, `other-post`, `no-questions`.
 */
export async function startPracticePaper(context: Context, schemeId: string): Promise<Result<{ paperId: string }, Exclude<PaperRefusal, "no-such-paper" | "nothing-answered">>> {
  const { store, content, actor, now } = context;
  const { practicePapers } = store.t;
  const { personId } = actor;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const own = and(eq(practicePapers.personId, personId), eq(practicePapers.schemeId, schemeId));
  const [open] = await store.read.select({ id: practicePapers.id }).from(practicePapers).where(and(own, eq(practicePapers.state, "open")));
  if (open) return ok({ paperId: open.id });

  const found = findScheme(content, schemeId);
  if (!found) return refused("no-such-scheme");
  const { scheme, hash: schemeHash } = found;
  const learner = await findLearner(context, personId);
  if (learner.post === null || !scheme.posts.includes(learner.post)) return refused("other-post");
  const seed = context.newId();
  const paper = drawPracticePaper(scheme.theory, bankOf(content).values(), chanceOf(seed));
  if (!paper.ok) return paper;
  const questions = [...(await questionsOf(store.read, context, paper.value)).values()];
  const bound = topicsOf(questions);
  const figures = Object.fromEntries(Object.entries(learner.figures).filter(([topic]) => bound.has(topic)));
  // The id says whose paper it is, of which scheme, and after how many handed in: of two starts at once the second meets the row of the first.
  const [before] = await store.read.select({ handedIn: count() }).from(practicePapers).where(and(own, eq(practicePapers.state, "handed-in")));
  const paperId = hashOf({ personId, schemeId, after: before?.handedIn ?? 0 }).slice(0, 22);
  return store.write(async (tx) => {
    const started = await tx
      .insert(practicePapers)
      .values({ id: paperId, personId, schemeId, schemeHash, companyKey: learner.companyKey, figures, seed, paper: paper.value, state: "open", startedAt: now })
      .onConflictDoNothing()
      .returning({ id: practicePapers.id });
    if (started.length === 0) return ok({ paperId });
    await keepVersions(tx, context, "question", questions.map((question) => ({ key: question.id, body: question })));
    await keepVersions(tx, context, "scheme", [{ key: schemeId, body: scheme }]);
    await record(tx, context, paperEvent("practice.paper-started", { subject: paperId, personId }, { schemeId, schemeHash, questions: paper.value.length }));
    return ok({ paperId });
  });
}

/**
 * Hands in the actor's own practice paper and grades it at once, by the versions of its questions and the figures in force when it was started;
 * what was left out is wrong. Handing in again changes nothing. Refusals: `no-such-paper`, also for somebody else's; `nothing-answered`.
 */
export async function handInPracticePaper(context: Context, paperId: string, given: readonly { slot: number; response: Response }[]): Promise<Result<{ paperId: string }, "no-such-paper" | "nothing-answered">> {
  const { store, now } = context;
  const { practicePapers } = store.t;
  const own = await findOwnPaper(context, paperId);
  if (!own) return refused("no-such-paper");
  if (own.state !== "open") return ok({ paperId });
  const { personId, schemeId, schemeHash } = own;
  const sent = new Map(given.map(({ slot, response }) => [slot, response]));
  const answers = own.paper.flatMap(({ slot }) => {
    const question = own.questions.get(slot);
    // What fits no option is kept as not answered: a form can carry anything.
    const response = question ? fittingResponse(question, sent.get(slot) ?? null) : null;
    return response === null ? [] : [{ slot, response }];
  });
  if (answers.length === 0) return refused("nothing-answered");
  const { percent } = gradeOf(own, answers);
  return store.write(async (tx) => {
    const changed = await tx
      .update(practicePapers)
      .set({ state: "handed-in", handedInAt: now, answers, percent })
      .where(and(eq(practicePapers.id, paperId), eq(practicePapers.personId, personId), eq(practicePapers.state, "open")))
      .returning({ id: practicePapers.id });
    // The other press was first: its answers count, and both are led to the same result.
    if (changed.length === 0) return ok({ paperId });
    const data = { schemeId, schemeHash, questions: own.paper.length, answered: answers.length, percent };
    await record(tx, context, paperEvent("practice.paper-handed-in", { subject: paperId, personId }, data));
    return ok({ paperId });
  });
}
