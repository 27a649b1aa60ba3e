import type { Part, Question, QuestionType } from "./question.ts";

/** A question as a candidate may see it: no key, no explanation, no clause, and the options in the order of their paper. */
export type CandidateQuestion = {
  id: string;
  type: QuestionType;
  stem: string;
  options: { id: string; text: string }[];
  unit: string | null;
  /** What a matching question wants a partner for, in the order in which its response lists them. */
  lefts: string[];
  /** What a case asks, one after the other; empty for every other type. */
  parts: Omit<CandidateQuestion, "parts">[];
};

type Asked = Exclude<Question, { type: "case" }> | Part;

/** What is shuffled in a question: option or item ids, within a case as `part.option`; empty where there is nothing to shuffle. */
export function shuffledIds(question: Question): string[] {
  if (question.type !== "case") return optionsOf(question).map((one) => one.id);
  return question.parts.flatMap((part) => optionsOf(part).map((one) => `${part.id}.${one.id}`));
}

/** Strips a question to what its candidate may see, options in `order`. */
export function forCandidate(question: Question, order: readonly string[]): CandidateQuestion {
  if (question.type !== "case") return { ...strip(question.id, question, order), parts: [] };
  const parts = question.parts.map((part) => strip(part.id, part, order.flatMap((id) => (id.startsWith(`${part.id}.`) ? [id.slice(part.id.length + 1)] : []))));
  return { id: question.id, type: "case", stem: question.stem, options: [], unit: null, lefts: [], parts };
}

function strip(id: string, asked: Asked, order: readonly string[]): Omit<CandidateQuestion, "parts"> {
  const all = optionsOf(asked);
  return {
    id,
    type: asked.type,
    stem: asked.stem,
    options: order.flatMap((wanted) => all.filter((one) => one.id === wanted)),
    unit: asked.type === "numeric" ? asked.unit : null,
    lefts: asked.type === "matching" ? asked.pairs.map((pair) => pair.left) : [],
  };
}

function optionsOf(asked: Asked): { id: string; text: string }[] {
  switch (asked.type) {
    case "single":
    case "multiple":
      return asked.options.map(({ id, text }) => ({ id, text }));
    case "ordering":
      return asked.items.map(({ id, text }) => ({ id, text }));
    case "matching":
      return [...asked.pairs.map(({ id, right }) => ({ id, text: right })), ...asked.extra];
    case "truefalse":
    case "numeric":
    case "short":
      return [];
  }
}

export const questionTypeNames: Record<QuestionType, string> = {
  single: "单选",
  multiple: "多选",
  truefalse: "判断",
  ordering: "排序",
  numeric: "填数",
  matching: "配对",
  short: "填空",
  case: "案例",
};
