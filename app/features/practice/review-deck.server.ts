import { eq } from "drizzle-orm";
import { StoredAnswers } from "#app/features/learning/self-check.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { forCandidate, shuffledIds } from "#app/features/questions/candidate.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { chanceOf } from "#app/lib/random.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import type { Db } from "#db/client.ts";
import { Card, deckOf, type DeckCard, type Miss } from "./review.ts";

/**
 * What a person reviews and has missed, folded from their self-checks and reviews. Questions that were withdrawn from the practice part of the
 * bank since are left out of the deck, not of the misses; `answeredOn` counts the reviews of a day.
 */
export async function loadDeck(db: Db, { store, content }: Pick<Context, "store" | "content">, personId: string) {
  const { selfChecks, reviewCards, reviewLog } = store.t;
  const checks = await db.select({ moduleId: selfChecks.moduleId, answers: selfChecks.answers, at: selfChecks.takenAt }).from(selfChecks).where(eq(selfChecks.personId, personId));
  const rows = await db.select().from(reviewCards).where(eq(reviewCards.personId, personId));
  const log = await db.select({ questionId: reviewLog.questionId, correct: reviewLog.correct, at: reviewLog.at }).from(reviewLog).where(eq(reviewLog.personId, personId));
  const missed: Miss[] = checks.flatMap(({ moduleId, answers, at }) => StoredAnswers.parse(answers).filter((one) => !one.correct).map(({ questionId }) => ({ questionId, moduleId, at })));
  const lastAt = new Map<string, number>();
  for (const { questionId, at } of log) lastAt.set(questionId, Math.max(lastAt.get(questionId) ?? at, at));
  const scheduled = rows.map(({ questionId, moduleId, card, addedAt }) => ({ questionId, moduleId, card: Card.parse(card), lastAt: lastAt.get(questionId) ?? addedAt }));
  return {
    deck: deckOf(missed, scheduled).filter(({ questionId }) => bankOf(content).get(questionId)?.question.use === "practice"),
    misses: [...missed.map(({ questionId, at }) => ({ questionId, at })), ...log.filter((one) => !one.correct).map(({ questionId, at }) => ({ questionId, at }))],
    answeredOn: (day: string) => log.filter((one) => dayOf(one.at) === day).length,
  };
}

/** A question of the deck as it is asked today, without its key: in today's version, its options mixed anew each time it comes back. Null when it was withdrawn. */
export function askFromDeck(content: Context["content"], personId: string, { questionId, card }: DeckCard) {
  const found = bankOf(content).get(questionId);
  if (found?.question.use !== "practice") return null;
  const { question, hash } = found;
  return { shown: forCandidate(question, chanceOf(`${personId}/review/${questionId}/${card.reps}`).shuffle(shuffledIds(question))), question, hash, reps: card.reps };
}
