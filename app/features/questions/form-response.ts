import type { CandidateQuestion } from "./candidate.ts";
import type { PlainResponse, Response } from "./response.ts";

/** A number as people type it, also with the full-width digits of a Chinese keyboard and with commas between the thousands; null when it is none. */
export function readNumber(typed: string): number | null {
  const text = typed.normalize("NFKC").replace(/,/g, "").trim();
  const value = Number(text);
  return text === "" || !Number.isFinite(value) ? null : value;
}

/** Words as they can be kept: at most 60 characters, nothing a database refuses (control characters, half an emoji); null when none are left. */
export function readWords(typed: string): string | null {
  return typed.slice(0, 60).replace(/\p{C}/gu, "").trim() || null;
}

/** What a number field shows: what was typed while it says the answer that counts, else that answer: another device's, or one this device had kept. */
export function numberText(typed: string, value: Response): string {
  const number = typeof value === "number" ? value : null;
  return readNumber(typed) === number ? typed : number === null ? "" : String(number);
}

/**
 * Reads a question's answer from a plain form, as a page without JavaScript sends it. Names: `name` for choices, numbers and words,
 * `name.<item id>` with the chosen place for ordering, `name.<0, 1 …>` with the chosen right for matching, `name.<part id>` and so on for
 * the parts of a case. What is missing or makes no sense, an option the question does not have say, is null: not answered.
 * A form can carry anything, and what is stored must be readable when the paper is sealed.
 */
export function responseFromForm(question: Shown & Pick<CandidateQuestion, "parts">, form: FormData, name: string): Response {
  if (question.type !== "case") return plainFromForm(question, form, name);
  const given = question.parts.flatMap((part) => {
    const response = plainFromForm(part, form, `${name}.${part.id}`);
    return response === null ? [] : [[part.id, response] as const];
  });
  return given.length === 0 ? null : Object.fromEntries(given);
}

type Shown = Pick<CandidateQuestion, "type" | "options" | "lefts">;

function plainFromForm(question: Shown, form: FormData, name: string): PlainResponse {
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
    case "short":
      return readWords(text);
    case "ordering": {
      const places = question.options.map(({ id }) => ({ id, place: Number(form.get(`${name}.${id}`)) || 0 }));
      const distinct = new Set(places.map(({ place }) => place));
      if (places.some(({ place }) => place < 1) || distinct.size !== places.length) return null;
      return places.sort((a, b) => a.place - b.place).map(({ id }) => id);
    }
    case "matching": {
      const chosen = question.lefts.map((_, index) => {
        const right = form.get(`${name}.${index}`);
        return typeof right === "string" && question.options.some(({ id }) => id === right) ? right : "";
      });
      return chosen.every((id) => id === "") ? null : chosen;
    }
    case "case":
      return null;
  }
}
