import { isByPart } from "../questions/answered.ts";
import type { Part, Question } from "../questions/question.ts";
import type { PlainResponse, Response } from "../questions/response.ts";

/** An answer as a person would say it: the texts of the chosen options, the items in their order, the number with its unit. Empty for none. */
export function answerInWords(question: Question, response: Response): string[] {
  if (question.type !== "case") return isByPart(response) ? [] : plainInWords(question, response);
  return question.parts.map((part, index) => {
    const words = isByPart(response) ? plainInWords(part, response[part.id] ?? null) : [];
    return `${index + 1}) ${words.length === 0 ? "—" : words.join(" / ")}`;
  });
}

function plainInWords(asked: Exclude<Question, { type: "case" }> | Part, response: PlainResponse): string[] {
  switch (asked.type) {
    case "single":
    case "multiple": {
      const chosen = [response].flat();
      return asked.options.filter((option) => chosen.includes(option.id)).map((option) => option.text);
    }
    case "truefalse":
      return typeof response === "boolean" ? [response ? "对" : "错"] : [];
    case "ordering":
      return Array.isArray(response) ? response.flatMap((id) => asked.items.filter((item) => item.id === id).map((item) => item.text)) : [];
    case "matching": {
      const rights = [...asked.pairs.map((pair) => ({ id: pair.id, text: pair.right })), ...asked.extra];
      return Array.isArray(response) ? asked.pairs.map((pair, index) => `${pair.left} → ${rights.find((right) => right.id === response[index])?.text ?? "—"}`) : [];
    }
    case "numeric":
      return typeof response === "number" ? [`${response} ${asked.unit}`] : [];
    case "short":
      return typeof response === "string" ? [response] : [];
  }
}
