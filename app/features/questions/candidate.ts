import type { Question, QuestionType } from "./question.ts";

/** A question as a candidate may see it: no key, no explanation, no clause, and the options in the order of their paper. */
export type CandidateQuestion = {
  id: string;
  type: QuestionType;
  stem: string;
  options: { id: string; text: string }[];
  unit: string | null;
};

/** What is shuffled in a question: option or item ids; empty where there is nothing to shuffle. */
export function shuffledIds(question: Question): string[] {
  if (question.type === "single" || question.type === "multiple") return question.options.map((option) => option.id);
  return question.type === "ordering" ? question.items.map((item) => item.id) : [];
}

/** Strips a question to what its candidate may see, options in `order`. */
export function forCandidate(question: Question, order: readonly string[]): CandidateQuestion {
  const all = question.type === "single" || question.type === "multiple" ? question.options : question.type === "ordering" ? question.items : [];
  const options = order.flatMap((id) => all.filter((one) => one.id === id).map(({ text }) => ({ id, text })));
  return { id: question.id, type: question.type, stem: question.stem, options, unit: question.type === "numeric" ? question.unit : null };
}

export const questionTypeNames: Record<QuestionType, string> = {
  single: "单选",
  multiple: "多选",
  truefalse: "判断",
  ordering: "排序",
  numeric: "填数",
};
