import type { CandidateQuestion } from "#app/features/questions/candidate.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";

/** The question an address or a button names, from 1 to `total`; what makes no sense is the first. */
export function placeOf(text: FormDataEntryValue | null, total: number): number {
  const place = Number(text);
  return Number.isInteger(place) && place >= 1 && place <= total ? place : 1;
}

/**
 * What is wrong with an answer sent without JavaScript, in words; null when it can be saved. A number that cannot be read or an order
 * half chosen is said so, instead of being taken for an answer withdrawn.
 */
export function formProblem(question: Pick<CandidateQuestion, "type" | "options" | "lefts" | "parts">, form: FormData, name: string): string | null {
  for (const part of question.parts) {
    const problem = formProblem({ ...part, parts: [] }, form, `${name}.${part.id}`);
    if (problem) return problem;
  }
  if (responseFromForm(question, form, name) !== null) return null;
  if (question.type === "numeric") return form.get(name) ? "请只填数字，例如 20 或 1.5" : null;
  if (question.type !== "ordering") return null;
  return question.options.some(({ id }) => form.get(`${name}.${id}`)) ? "每一项都要选第几步，而且不能重复" : null;
}
