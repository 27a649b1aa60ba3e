import type { CandidateQuestion } from "./candidate.ts";
import type { Response } from "./response.ts";

/**
 * Reads a question's answer from a plain form, as a page without JavaScript sends it. Names: `name` for choices and numbers,
 * `name.<item id>` with the chosen place for ordering. What is missing or makes no sense is null: not answered.
 */
export function responseFromForm(question: Pick<CandidateQuestion, "type" | "options">, form: FormData, name: string): Response {
  const one = form.get(name);
  const text = typeof one === "string" ? one.trim() : "";
  switch (question.type) {
    case "single":
      return text === "" ? null : text;
    case "multiple": {
      const chosen = form.getAll(name).filter((value) => typeof value === "string");
      return chosen.length === 0 ? null : chosen;
    }
    case "truefalse":
      return text === "true" ? true : text === "false" ? false : null;
    case "numeric": {
      const value = Number(text.replace(/[,，]/g, ""));
      return text === "" || !Number.isFinite(value) ? null : value;
    }
    case "ordering": {
      const places = question.options.map(({ id }) => ({ id, place: Number(form.get(`${name}.${id}`)) || 0 }));
      const distinct = new Set(places.map(({ place }) => place));
      if (places.some(({ place }) => place < 1) || distinct.size !== places.length) return null;
      return places.sort((a, b) => a.place - b.place).map(({ id }) => id);
    }
  }
}
