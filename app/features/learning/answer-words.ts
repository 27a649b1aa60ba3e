import type { Question } from "../questions/question.ts";
import type { Response } from "../questions/response.ts";

/** An answer as a person would say it: the texts of the chosen options, the items in their order, the number with its unit. Empty for none. */
export function answerInWords(question: Question, response: Response): string[] {
  switch (question.type) {
    case "single":
    case "multiple": {
      const chosen = [response].flat();
      return question.options.filter((option) => chosen.includes(option.id)).map((option) => option.text);
    }
    case "truefalse":
      return typeof response === "boolean" ? [response ? "对" : "错"] : [];
    case "ordering":
      return Array.isArray(response) ? response.flatMap((id) => question.items.filter((item) => item.id === id).map((item) => item.text)) : [];
    case "numeric":
      return typeof response === "number" ? [`${response} ${question.unit}`] : [];
  }
}
