import { and, eq } from "drizzle-orm";
import { modulesOf, teachingOf } from "#app/features/learning/catalogue.server.ts";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { explain, type CheckedQuestion } from "#app/features/learning/self-check-queries.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { Question } from "#app/features/questions/question.ts";
import { Response } from "#app/features/questions/response.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { viewClause } from "#app/features/standards/topic-view.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import { dayOf, daysBetween, type Day } from "#app/lib/clock.ts";
import { askFromDeck, loadDeck } from "./review-deck.server.ts";
import { Card, dailySet, weakestClauses } from "./review.ts";

type Reader = Pick<Context, "store" | "content" | "now">;

/** The due count of a person's plan: questions of today's set still to answer, those answered today, and all that are ever asked again. */
export async function countReview(context: Reader, personId: string): Promise<{ left: number; answered: number; all: number }> {
  const { deck, answeredOn } = await loadDeck(context.store.read, context, personId);
  const today = dayOf(context.now);
  const answered = answeredOn(today);
  return { left: dailySet(deck, today, answered).set.length, answered, all: deck.length };
}

/** A person's review as it stands: the question to answer now without its key, what is left and done today, when the next ones come, and the weakest clauses. */
export async function findReview(context: Reader, personId: string) {
  const { content, now } = context;
  const { deck, misses, answeredOn } = await loadDeck(context.store.read, context, personId);
  const today = dayOf(now);
  const answered = answeredOn(today);
  const { set, beyond } = dailySet(deck, today, answered);
  const [first] = set;
  const asked = first && askFromDeck(content, personId, first);
  const coming = deck.find(({ card }) => card.due > today)?.card.due ?? null;
  // What did not fit into today's ten waits until tomorrow.
  const next = beyond > 0 ? { on: null, inDays: 1 } : coming === null ? null : { on: coming, inDays: daysBetween(today, coming) };
  return {
    asking: first && asked ? { question: asked.shown, hash: asked.hash, reps: asked.reps, module: { id: first.moduleId, title: modulesOf(content).get(first.moduleId)?.title ?? "" } } : null,
    left: set.length,
    answered,
    beyond,
    all: deck.length,
    next,
    weakest: weakestIn(content, misses),
  };
}

/** The clauses a person gets wrong most, in words, each with the module that teaches it. Of questions that are withdrawn nothing is known any more. */
function weakestIn(content: Reader["content"], misses: Parameters<typeof weakestClauses>[0]) {
  const standards = standardsOf(content);
  return weakestClauses(misses, (questionId) => bankOf(content).get(questionId)?.question.clauses ?? []).flatMap(({ clauseId, misses: count }) => {
    const found = findClause(standards, clauseId);
    if (!found) return [];
    const { to, regulation, place, duty } = viewClause(found.clause, found.regulation, undefined);
    const [teaching] = teachingOf(content).get(clauseId) ?? [];
    return [{ to, regulation, place, duty, misses: count, read: teaching ? { to: `/modules/${teaching.id}/${teaching.section}`, title: teaching.title } : null }];
  });
}

/** An answer given in review, explained in the version it was asked in; null when it is not the person's. `due`: when it comes again, null once it has been asked again since. */
export async function findReviewed(context: Reader, personId: string, id: string): Promise<{ question: CheckedQuestion; due: { on: Day; inDays: number } | null } | null> {
  const { store, content, now } = context;
  const { reviewLog, reviewCards } = store.t;
  const [given] = await store.read.select().from(reviewLog).where(and(eq(reviewLog.id, id), eq(reviewLog.personId, personId)));
  if (!given) return null;
  const { questionId, questionHash: hash } = given;
  const [row] = await store.read.select().from(reviewCards).where(and(eq(reviewCards.personId, personId), eq(reviewCards.questionId, questionId)));
  const today = bankOf(content).get(questionId);
  const question = today?.hash === hash ? today.question : Question.parse(await findVersion(store.read, context, "question", questionId, hash));
  const { figures } = await findLearner(context, personId, dayOf(given.at));
  const card = row && Card.parse(row.card);
  const due = card?.reps === given.reps + 1 && today?.question.use === "practice" ? { on: card.due, inDays: daysBetween(dayOf(now), card.due) } : null;
  return { question: explain(question, Response.parse(given.response), given.correct, figures, standardsOf(content)), due };
}
