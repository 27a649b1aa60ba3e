import { z } from "zod";
import { isByPart } from "./answered.ts";
import type { Part, Question } from "./question.ts";

// A database refuses half an emoji and the zero character within JSON: such an answer may not be taken and then not be kept.
const text = (length: number) => z.string().max(length).refine((typed) => !/[\0\p{Cs}]/u.test(typed));
const Plain = z.union([text(60), z.array(text(16)).max(8), z.number(), z.boolean(), z.null()]);

/**
 * What a candidate answered, by option id: single `"b"`, multiple `["a","c"]`, true/false `true`, ordering the item ids in the
 * chosen order, matching the right chosen for each left (`""` where none is yet), numeric `20`, short the words as typed,
 * case `{"a": "b", "b": 20}` by part; null is not answered.
 */
export const Response = z.union([Plain, z.partialRecord(z.string().regex(/^[a-f]$/), Plain)]);
export type Response = z.infer<typeof Response>;
export type PlainResponse = z.infer<typeof Plain>;

/** The response as the question's type wants it, or null when it does not fit (another type, an unknown option): such an answer counts as none. */
export function fittingResponse(question: Question, response: Response): Response {
  if (question.type !== "case") return isByPart(response) ? null : fittingPlain(question, response);
  if (!isByPart(response)) return null;
  const given = question.parts.flatMap((part) => {
    const fitting = fittingPlain(part, response[part.id] ?? null);
    return fitting === null ? [] : [[part.id, fitting] as const];
  });
  return given.length === 0 ? null : Object.fromEntries(given);
}

/** The same for one thing asked: a question that is no case, or a part of one. */
export function fittingPlain(asked: Exclude<Question, { type: "case" }> | Part, response: PlainResponse): PlainResponse {
  switch (asked.type) {
    case "single":
      return typeof response === "string" && asked.options.some((option) => option.id === response) ? response : null;
    case "multiple": {
      if (!Array.isArray(response)) return null;
      const chosen = asked.options.map((option) => option.id).filter((id) => response.includes(id));
      return chosen.length === 0 || chosen.length !== new Set(response).size ? null : chosen;
    }
    case "truefalse":
      return typeof response === "boolean" ? response : null;
    case "ordering": {
      if (!Array.isArray(response)) return null;
      const ids = asked.items.map((item) => item.id);
      return response.length === ids.length && ids.every((id) => response.includes(id)) ? response : null;
    }
    case "matching": {
      if (!Array.isArray(response) || response.length !== asked.pairs.length) return null;
      const rights = ["", ...asked.pairs.map((pair) => pair.id), ...asked.extra.map((extra) => extra.id)];
      return response.every((id) => rights.includes(id)) && response.some((id) => id !== "") ? response : null;
    }
    case "numeric":
      return typeof response === "number" && Number.isFinite(response) ? response : null;
    case "short":
      return typeof response === "string" && plainWords(response) !== "" ? response : null;
  }
}

/** Words as they are compared: without spaces and punctuation, full-width and half-width alike, letters small. */
export function plainWords(typed: string): string {
  return typed.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}%]/gu, "");
}
