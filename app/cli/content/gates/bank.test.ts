import { expect, test } from "vitest";
import { Question } from "#app/features/questions/question.ts";
import { guessable, likeness, pairsOf } from "./bank.ts";

const about = { use: "exam", clauses: ["anran/x"], difficulty: 1, explanation: "解析解析解析解析" };
let number = 0;
/** A single choice of four whose key stands at `place`; `long` makes the key the longest option. */
function single(place: number, long = false): Question {
  number += 1;
  const options = ["a", "b", "c", "d"].map((id, index) => ({ id, text: index === place && long ? "说得最周全的一项" : "一样长的话", ...(index === place ? { correct: true } : {}) }));
  return Question.parse({ ...about, id: `tt-${String(number).padStart(3, "0")}`, type: "single", stem: `第${number}道题的题干`, options });
}
const statement = (answer: boolean) => Question.parse({ ...about, id: "tt-900", type: "truefalse", stem: "一句可对可错的话", answer });

test("keys spread over the places and no longer than the rest give nothing away", () => {
  expect(guessable([0, 1, 2, 3, 0, 1, 2, 3, 1, 2].map((place) => single(place)))).toEqual([]);
  expect(guessable([statement(true), statement(false)])).toEqual([]);
});

test("a key that always stands in one place, or is always the longest, is reported", () => {
  expect(guessable(Array.from({ length: 10 }, () => single(1)))).toEqual(["the key stands in place b in 10 of 10 single choices"]);
  expect(guessable([0, 1, 2, 3, 0, 1, 2, 3, 1, 2].map((place) => single(place, true)))).toEqual(["the key is the longest option in 10 of 10 single choices; chance would give 2.5"]);
  expect(guessable([statement(false), statement(false)])).toEqual(["all 2 true/false statements are false"]);
});

test("two stems are alike by the pairs of letters they share, however they are punctuated", () => {
  const like = (a: string, b: string) => likeness(pairsOf(a), pairsOf(b));
  expect(like("客户来电报修，多久到场？", "客户来电报修多久到场")).toBe(1);
  expect(like("客户来电报修，本单位多久到场？", "客户来电报险，本单位多久到场？")).toBeGreaterThan(0.8);
  expect(like("客户来电报修，本单位多久到场？", "抄表时发现气表不走，先做什么？")).toBeLessThan(0.2);
});
