import type { CandidateQuestion } from "./candidate.ts";
import type { PlainResponse, Response } from "./response.ts";

/** Whether something was answered at all. Apart from the schema, so that the exam page need not carry zod. */
export function isAnswered(response: Response | undefined): boolean {
  if (response === undefined || response === null || response === "") return false;
  if (Array.isArray(response)) return response.some((one) => one !== "");
  return typeof response !== "object" || Object.values(response).some(isAnswered);
}

/** Whether a response is that of a case: an answer for each of its parts. */
export function isByPart(response: Response): response is Partial<Record<string, PlainResponse>> {
  return typeof response === "object" && response !== null && !Array.isArray(response);
}

/** Whether an answer leaves something of its question open: a left without its right, a part of a case without an answer. */
export function isPartlyAnswered(question: Pick<CandidateQuestion, "lefts" | "parts">, response: Response | undefined): boolean {
  if (!isAnswered(response) || response === undefined) return false;
  if (question.lefts.length > 0) return Array.isArray(response) && response.includes("");
  return isByPart(response) && question.parts.some((part) => !isAnswered(response[part.id] ?? null));
}
