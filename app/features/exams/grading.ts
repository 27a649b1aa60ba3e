import { gradeResponse } from "#app/features/questions/grade.ts";
import type { Question } from "#app/features/questions/question.ts";
import type { Figure } from "#app/features/standards/figure.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";
import { finalAnswers, type Answer } from "./answers.ts";
import type { GradeDetail, Paper } from "./paper.ts";

export type Grade = { points: number; total: number; percent: number; criticalMissed: number; passed: boolean; detail: GradeDetail };

/**
 * Grades a paper as it was sat: the kept versions of its questions by slot, the raw answers, the figures in force for the candidate's company,
 * and the policy of the scheme. Points are kept to a hundredth; `percent` is cut, not rounded, to one decimal, so that what is shown is what
 * decides. Passed is who reaches the pass mark and, where the scheme says so, has every critical question right.
 */
export function gradePaper(
  paper: Paper,
  questions: ReadonlyMap<number, Question>,
  answers: Iterable<Answer>,
  figures: Record<string, Figure>,
  policy: Pick<Scheme["theory"], "passPercent" | "criticalFails" | "partialMultiple">,
): Grade {
  const given = new Map(finalAnswers(answers).map((answer) => [answer.slot, answer.response]));
  const marked = paper.map((slot) => {
    const question = questions.get(slot.slot);
    if (!question) throw new Error(`the version of ${slot.questionId} that was sat is not kept`);
    const { share, correct } = gradeResponse(question, given.get(slot.slot) ?? null, figures, policy);
    return { ...slot, earned: hundredths(share * slot.points), correct };
  });
  const points = hundredths(marked.reduce((sum, one) => sum + one.earned, 0));
  const total = hundredths(paper.reduce((sum, one) => sum + one.points, 0));
  const percent = Math.floor((points * 1000) / total + 1e-6) / 10;
  const criticalMissed = marked.filter((one) => one.critical && !one.correct).length;
  return {
    points,
    total,
    percent,
    criticalMissed,
    passed: percent >= policy.passPercent && (!policy.criticalFails || criticalMissed === 0),
    detail: marked.map(({ slot, questionId, earned, correct }) => ({ slot, questionId, points: earned, correct })),
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
