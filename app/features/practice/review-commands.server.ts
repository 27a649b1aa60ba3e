import { and, eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { gradeResponse } from "#app/features/questions/grade.ts";
import { fittingResponse, type Response } from "#app/features/questions/response.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { dayOf, instantOf } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { practiceEvent } from "./events.ts";
import { askFromDeck, loadDeck } from "./review-deck.server.ts";
import type { reviewRefusals } from "./refusals.ts";
import { reviewCard } from "./review.ts";

/** An answer to a question of one's review: of which version, and how often it had been reviewed when it was shown. `gaveUp`: asked for the explanation instead. */
export type ReviewAnswer = { questionId: string; hash: string; reps: number; response: Response; gaveUp: boolean };

/**
 * Grades an answer by the figures in force for the actor's company today and puts the question off accordingly. The same showing answered
 * again, by a second press or on a second device, counts once: the first answer stands and its id comes back with `earlier`.
 * Refusals: `no-such-question` (never missed, or withdrawn), `other-version`, `not-due`, `nothing-answered`, `not-allowed`.
 */
export async function answerReview(context: Context, answer: ReviewAnswer): Promise<Result<{ id: string; earlier: boolean }, keyof typeof reviewRefusals>> {
  const { store, content, actor, now, newId } = context;
  const { questionId } = answer;
  const personId = actor.personId;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const { figures } = await findLearner(context, personId);
  return store.write(async (tx) => {
    const { reviewCards, reviewLog } = store.t;
    const standing = async () => {
      const [given] = await tx
        .select({ id: reviewLog.id })
        .from(reviewLog)
        .where(and(eq(reviewLog.personId, personId), eq(reviewLog.questionId, questionId), eq(reviewLog.reps, answer.reps)));
      return given ? ok({ id: given.id, earlier: true }) : refused("not-due");
    };
    const inDeck = (await loadDeck(tx, context, personId)).deck.find((one) => one.questionId === questionId);
    const asked = inDeck && askFromDeck(content, personId, inDeck);
    if (!inDeck || !asked) return refused("no-such-question");
    const { card, moduleId } = inDeck;
    if (card.reps !== answer.reps) return standing();
    if (card.due > dayOf(now)) return refused("not-due");
    if (asked.hash !== answer.hash) return refused("other-version");
    const response = answer.gaveUp ? null : fittingResponse(asked.question, answer.response);
    if (response === null && !answer.gaveUp) return refused("nothing-answered");
    const { correct } = gradeResponse(asked.question, response, figures, { partialMultiple: "none" });
    const next = reviewCard(card, now, correct);
    const schedule = { card: next.card, dueAt: instantOf(next.card.due), reps: next.card.reps };
    const changed =
      card.reps === 0
        ? await tx.insert(reviewCards).values({ personId, questionId, moduleId, ...schedule, addedAt: now }).onConflictDoNothing().returning({ reps: reviewCards.reps })
        : await tx
            .update(reviewCards)
            .set(schedule)
            .where(and(eq(reviewCards.personId, personId), eq(reviewCards.questionId, questionId), eq(reviewCards.reps, answer.reps)))
            .returning({ reps: reviewCards.reps });
    if (changed.length === 0) return standing();
    const id = newId();
    await keepVersions(tx, context, "question", [{ key: questionId, body: asked.question }]);
    await tx.insert(reviewLog).values({ id, personId, questionId, questionHash: asked.hash, response, correct, reps: answer.reps, log: next.log, at: now });
    await record(tx, context, practiceEvent("review.answered", { subject: id, personId }, { questionId, questionHash: asked.hash, correct, reps: next.card.reps, dueOn: next.card.due }));
    return ok({ id, earlier: false });
  });
}
