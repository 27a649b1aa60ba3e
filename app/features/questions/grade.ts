import type { Figure } from "../standards/figure.ts";
import type { Question } from "./question.ts";
import { fittingResponse, type Response } from "./response.ts";

export type GradingPolicy = {
  /** 多选漏选: `share` gives the part of the key that was found, `none` gives nothing. A wrong option always gives nothing. */
  partialMultiple: "share" | "none";
};

export type Graded = { share: number; correct: boolean; answered: boolean };

/**
 * Grades one response. `figures` are those in force for the candidate's company, from which questions bound to a topic take their key.
 * `share` is the part of the question's points, 0 to 1; `correct` is the full key. Throws when a bound question's figure is not in force:
 * the content gates do not let such a question into a build.
 */
export function gradeResponse(question: Question, response: Response, figures: Record<string, Figure>, policy: GradingPolicy): Graded {
  const given = fittingResponse(question, response);
  if (given === null) return { share: 0, correct: false, answered: false };
  const share = shareOf(question, given, figures, policy);
  return { share, correct: share === 1, answered: true };
}

function shareOf(question: Question, given: Exclude<Response, null>, figures: Record<string, Figure>, policy: GradingPolicy): number {
  const key = keyOf(question, figures);
  if (question.type === "multiple" && Array.isArray(key) && Array.isArray(given)) {
    if (given.some((id) => !key.includes(id))) return 0;
    if (given.length === key.length) return 1;
    return policy.partialMultiple === "share" ? given.length / key.length : 0;
  }
  if (Array.isArray(key) && Array.isArray(given)) return key.every((id, index) => given[index] === id) ? 1 : 0;
  return key === given ? 1 : 0;
}

/** The key of a question: option ids, the right order, true or false, or a number. For feedback after the fact, never before. */
export function keyOf(question: Question, figures: Record<string, Figure>): Exclude<Response, null> {
  switch (question.type) {
    case "single": {
      const bound = question.topic === undefined ? null : figureFor(question.id, question.topic, figures);
      const option = question.options.find((one) => (bound ? one.value === bound.value : one.correct === true));
      if (!option) throw new Error(`${question.id} has no option for the figure in force`);
      return option.id;
    }
    case "multiple":
      return question.options.filter((option) => option.correct === true).map((option) => option.id);
    case "truefalse":
      return question.answer;
    case "ordering":
      return question.items.map((item) => item.id);
    case "numeric":
      if (question.value !== undefined) return question.value;
      return figureFor(question.id, question.topic ?? "", figures).value;
  }
}

function figureFor(questionId: string, topic: string, figures: Record<string, Figure>): Figure {
  const figure = figures[topic];
  if (!figure) throw new Error(`${questionId} is bound to ${topic}, for which no figure is in force`);
  return figure;
}
