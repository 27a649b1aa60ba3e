import { z } from "zod";
import { bankOf, type BankQuestion } from "#app/features/questions/catalogue.server.ts";
import { forCandidate, shuffledIds, type CandidateQuestion } from "#app/features/questions/candidate.ts";
import { Response } from "#app/features/questions/response.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import { chanceOf } from "#app/lib/random.server.ts";

const questionsPerCheck = 8;

/** The answers of a self-check as they are stored: which version of which question, what was answered, whether it was right. */
export const StoredAnswers = z.array(z.object({ questionId: z.string(), hash: z.string(), response: Response, correct: z.boolean() }));
export type StoredAnswers = z.infer<typeof StoredAnswers>;

export type AskedQuestion = BankQuestion & { shown: CandidateQuestion };

/** The practice questions of a module for one person: always the same ones in the same order, so that a plain form fits what was shown. */
export function selfCheckFor(content: ContentStore, moduleId: string, personId: string): AskedQuestion[] {
  const practice = [...bankOf(content).values()].filter((one) => one.module === moduleId && one.question.use === "practice");
  const chance = chanceOf(`${personId}/${moduleId}`);
  return chance
    .shuffle(practice)
    .slice(0, questionsPerCheck)
    .map((one) => ({ ...one, shown: forCandidate(one.question, chance.shuffle(shuffledIds(one.question))) }));
}

/** One practice question of a module, asked on the spot while reading; the options stand in the same order for everybody. Null when there is none. */
export function tryQuestion(content: ContentStore, moduleId: string, questionId: string): AskedQuestion | null {
  const found = bankOf(content).get(questionId);
  if (found?.module !== moduleId || found.question.use !== "practice") return null;
  return { ...found, shown: forCandidate(found.question, chanceOf(questionId).shuffle(shuffledIds(found.question))) };
}
