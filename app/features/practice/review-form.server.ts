import { z } from "zod";
import type { Context } from "#app/features/people/context.ts";
import { forCandidate, shuffledIds } from "#app/features/questions/candidate.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import type { ReviewAnswer } from "./review-commands.server.ts";

const ReviewForm = z.object({
  question: z.string().min(1).max(60),
  hash: z.string().min(1).max(80),
  reps: z.string().regex(/^\d{1,4}$/).transform(Number),
  intent: z.enum(["answer", "give-up"]).default("answer"),
});

/** The answer a review form carries; null for what no form of ours sends, and for a question that is not in the bank. */
export function readReviewAnswer(content: Context["content"], form: FormData): ReviewAnswer | null {
  const sent = ReviewForm.safeParse(Object.fromEntries(["question", "hash", "reps", "intent"].map((name) => [name, form.get(name) ?? undefined])));
  const question = sent.success ? bankOf(content).get(sent.data.question)?.question : undefined;
  if (!sent.success || !question) return null;
  const { hash, reps, intent } = sent.data;
  const shown = forCandidate(question, shuffledIds(question));
  return { questionId: question.id, hash, reps, response: responseFromForm(shown, form, `q-${question.id}`), gaveUp: intent === "give-up" };
}
