import { and, eq } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { gradeResponse, keyOf } from "#app/features/questions/grade.ts";
import { Question } from "#app/features/questions/question.ts";
import { fittingResponse, type Response } from "#app/features/questions/response.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import type { Figure } from "#app/features/standards/figure.ts";
import type { Standards } from "#app/features/standards/in-force.ts";
import { viewClause } from "#app/features/standards/topic-view.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { answerInWords } from "./answer-words.ts";
import { modulesOf } from "./catalogue.server.ts";
import { findLearner } from "./learner.server.ts";
import { passesSelfCheck } from "./progress.ts";
import { progressIn } from "./queries.server.ts";
import { selfCheckFor, StoredAnswers, tryQuestion } from "./self-check.server.ts";

type Reader = Pick<Context, "store" | "content" | "now">;

/** The self-check of a module as one person is asked it, without keys; null when there is no such module. */
export function findSelfCheck(content: Reader["content"], personId: string, moduleId: string) {
  const module = modulesOf(content).get(moduleId);
  if (!module) return null;
  const questions = selfCheckFor(content, moduleId, personId).map((asked) => asked.shown);
  const needed = questions.findIndex((_, index) => passesSelfCheck(index + 1, questions.length)) + 1;
  return { module: { id: module.id, title: module.title }, questions, needed };
}

/** One question of a taken self-check, with its key and why; `given` and `key` in words, which are the interface's own (对, 错) where `judged`. */
export type CheckedQuestion = {
  id: string;
  stem: string;
  outcome: "right" | "wrong" | "unanswered";
  given: string[];
  key: string[];
  ordered: boolean;
  judged: boolean;
  /** In paragraphs. */
  explanation: string[];
  clauses: { to: string; regulation: string; place: string }[];
};

/** A self-check the person has taken, explained question by question as it was asked and graded then; null when it is not theirs or not of this module. */
export async function findTakenCheck(context: Reader, personId: string, moduleId: string, checkId: string) {
  const { store, content } = context;
  const { selfChecks } = store.t;
  const module = modulesOf(content).get(moduleId);
  const [check] = await store.read
    .select()
    .from(selfChecks)
    .where(and(eq(selfChecks.id, checkId), eq(selfChecks.personId, personId), eq(selfChecks.moduleId, moduleId)));
  const progress = (await progressIn(context, personId, [moduleId])).get(moduleId);
  if (!module || !check || !progress) return null;
  const { figures } = await findLearner(context, personId, dayOf(check.takenAt));
  const standards = standardsOf(content);
  const questions: CheckedQuestion[] = [];
  for (const { questionId, hash, response, correct } of StoredAnswers.parse(check.answers)) {
    const today = bankOf(content).get(questionId);
    const question = today?.hash === hash ? today.question : Question.parse(await findVersion(store.read, context, "question", questionId, hash));
    questions.push(explain(question, response, correct, figures, standards));
  }
  return { module: { id: module.id, title: module.title }, correct: check.correct, total: check.total, passed: check.passed, takenAt: check.takenAt, progress, questions };
}

/**
 * What an answer given while reading comes to, explained at once. Nothing is kept and nothing is counted: only the self-check is.
 * Null when the module has no such practice question.
 */
export async function checkOne(context: Reader, personId: string, moduleId: string, questionId: string, response: Response): Promise<CheckedQuestion | null> {
  const asked = tryQuestion(context.content, moduleId, questionId);
  if (!asked) return null;
  const { figures } = await findLearner(context, personId);
  const { correct } = gradeResponse(asked.question, response, figures, { partialMultiple: "none" });
  return explain(asked.question, response, correct, figures, standardsOf(context.content));
}

/** A graded answer as it is explained to whoever gave it: what was given, the key by `figures`, why, and the clauses. Only ever after the answer. */
export function explain(question: Question, response: Response, correct: boolean, figures: Record<string, Figure>, standards: Standards): CheckedQuestion {
  const given = fittingResponse(question, response);
  return {
    id: question.id,
    stem: question.stem,
    outcome: given === null ? "unanswered" : correct ? "right" : "wrong",
    given: answerInWords(question, given),
    key: answerInWords(question, keyOf(question, figures)),
    ordered: question.type === "ordering",
    judged: question.type === "truefalse",
    explanation: explanationOf(question),
    clauses: sourcesOf(standards, question.clauses),
  };
}

/** Why the key is the key; a case explains each of its parts in turn. */
function explanationOf(question: Question): string[] {
  return question.type === "case" ? [...question.parts.map((part, index) => `${index + 1}) ${part.explanation}`), question.explanation] : [question.explanation];
}

/** Where to read on; places that are written alike are named once. */
function sourcesOf(standards: Standards, clauseIds: readonly string[]): CheckedQuestion["clauses"] {
  const sources = new Map<string, CheckedQuestion["clauses"][number]>();
  for (const id of clauseIds) {
    const found = findClause(standards, id);
    if (!found) continue;
    const { to, regulation, place } = viewClause(found.clause, found.regulation, undefined);
    const written = `${regulation} ${place}`;
    if (!sources.has(written)) sources.set(written, { to, regulation, place });
  }
  return [...sources.values()];
}
