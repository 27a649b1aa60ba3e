import type { Figure } from "../standards/figure.ts";
import { isByPart } from "./answered.ts";
import type { Part, Question } from "./question.ts";
import { fittingResponse, plainWords, type PlainResponse, type Response } from "./response.ts";

type Asked = Exclude<Question, { type: "case" }> | Part;

export type GradingPolicy = {
  /** 多选漏选、连线部分对: `share` gives the part of the key that was found, `none` gives nothing. A wrong option of a multiple choice always gives nothing. */
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
  if (question.type !== "case") return isByPart(given) ? 0 : shareOfPlain(question, given, figures, policy);
  const shares = question.parts.map((part) => (isByPart(given) ? shareOfPlain(part, given[part.id] ?? null, figures, policy) : 0));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function shareOfPlain(asked: Asked, given: PlainResponse, figures: Record<string, Figure>, policy: GradingPolicy): number {
  if (asked.type === "short") return typeof given === "string" && asked.accepted.some((words) => plainWords(words) === plainWords(given)) ? 1 : 0;
  const key = plainKey(asked, figures);
  if (!Array.isArray(key)) return key === given ? 1 : 0;
  if (!Array.isArray(given)) return 0;
  const found = asked.type === "multiple" ? partOfChoice(key, given) : asked.type === "matching" ? key.filter((id, index) => given[index] === id).length / key.length : key.every((id, index) => given[index] === id) ? 1 : 0;
  return found < 1 && policy.partialMultiple === "none" ? 0 : found;
}

/** The part of a multiple choice's key that was found; a wrong option takes everything. */
function partOfChoice(key: readonly string[], given: readonly string[]): number {
  return given.some((id) => !key.includes(id)) ? 0 : given.length / key.length;
}

/** The key of a question as a response that earns it whole. For feedback after the fact, never before. */
export function keyOf(question: Question, figures: Record<string, Figure>): Exclude<Response, null> {
  if (question.type !== "case") return plainKey(question, figures);
  return Object.fromEntries(question.parts.map((part) => [part.id, plainKey(part, figures)]));
}

function plainKey(asked: Asked, figures: Record<string, Figure>): Exclude<PlainResponse, null> {
  const name = `«${asked.stem}»`;
  switch (asked.type) {
    case "single": {
      const bound = asked.topic === undefined ? null : figureFor(name, asked.topic, figures);
      const option = asked.options.find((one) => (bound ? one.value === bound.value : one.correct === true));
      if (!option) throw new Error(`${name} has no option for the figure in force`);
      return option.id;
    }
    case "multiple":
      return asked.options.filter((option) => option.correct === true).map((option) => option.id);
    case "truefalse":
      return asked.answer;
    case "ordering":
      return asked.items.map((item) => item.id);
    case "matching":
      return asked.pairs.map((pair) => pair.id);
    case "numeric":
      if (asked.value !== undefined) return asked.value;
      return figureFor(name, asked.topic ?? "", figures).value;
    case "short":
      return asked.accepted[0] ?? "";
  }
}

function figureFor(name: string, topic: string, figures: Record<string, Figure>): Figure {
  const figure = figures[topic];
  if (!figure) throw new Error(`${name} is bound to ${topic}, for which no figure is in force`);
  return figure;
}
