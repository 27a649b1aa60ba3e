import { z } from "zod";
import type { Question } from "./question.ts";

/**
 * What a candidate answered, by option id: single `"b"`, multiple `["a","c"]`, true/false `true`, ordering the item ids in the
 * chosen order, numeric `20`; null is not answered.
 */
export const Response = z.union([z.string().max(16), z.array(z.string().max(16)).max(8), z.number(), z.boolean(), z.null()]);
export type Response = z.infer<typeof Response>;

/** The response as the question's type wants it, or null when it does not fit (another type, an unknown option): such an answer counts as none. */
export function fittingResponse(question: Question, response: Response): Response {
  switch (question.type) {
    case "single":
      return typeof response === "string" && question.options.some((option) => option.id === response) ? response : null;
    case "multiple": {
      if (!Array.isArray(response)) return null;
      const chosen = question.options.map((option) => option.id).filter((id) => response.includes(id));
      return chosen.length === 0 || chosen.length !== new Set(response).size ? null : chosen;
    }
    case "truefalse":
      return typeof response === "boolean" ? response : null;
    case "ordering": {
      if (!Array.isArray(response)) return null;
      const ids = question.items.map((item) => item.id);
      return response.length === ids.length && ids.every((id) => response.includes(id)) ? response : null;
    }
    case "numeric":
      return typeof response === "number" && Number.isFinite(response) ? response : null;
  }
}
