import type { CandidateQuestion } from "./candidate.ts";
import type { Response } from "./response.ts";

/** A number as people type it, also with the full-width digits of a Chinese keyboard and with commas between the thousands; null when it is none. */
export function readNumber(typed: string): number | null {
  const text = typed.normalize("NFKC").replace(/,/g, "").trim();
  const value = Number(text);
  return text === "" || !Number.isFinite(value) ? null : value;
}

/** What a number field shows: what was typed while it says the answer that counts, else that answer: another device's, or one this device had kept. */
export function numberText(typed: string, value: Response): string {
  const number = typeof value === "number" ? value : null;
  return readNumber(typed) === number ? typed : number === null ? "" : String(number);
}

/**
 * Reads a question's answer from a plain form, as a page without JavaScript sends it. Names: `name` for choices and numbers,
 * `name.<item id>` with the chosen place for ordering. What is missing or makes no sense, an option the question does not have say,
 * is null: not answered. A form can carry anything, and what is stored must be readable when the paper is sealed.
 */
export function responseFromForm(question: Pick<CandidateQuestion, "type" | "options">, form: FormData, name: string): Response {
  const one = form.get(name);
  const text = typeof one === "string" ? one.trim() : "";
  switch (question.type) {
    case "single":
      return question.options.some(({ id }) => id === text) ? text : null;
    case "multiple": {
      const ticked = form.getAll(name);
      const chosen = question.options.map(({ id }) => id).filter((id) => ticked.includes(id));
      return chosen.length === 0 ? null : chosen;
    }
    case "truefalse":
      return text === "true" ? true : text === "false" ? false : null;
    case "numeric":
      return readNumber(text);
    case "ordering": {
      const places = question.options.map(({ id }) => ({ id, place: Number(form.get(`${name}.${id}`)) || 0 }));
      const distinct = new Set(places.map(({ place }) => place));
      if (places.some(({ place }) => place < 1) || distinct.size !== places.length) return null;
      return places.sort((a, b) => a.place - b.place).map(({ id }) => id);
    }
  }
}
