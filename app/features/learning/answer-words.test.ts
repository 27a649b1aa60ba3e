import { expect, test } from "vitest";
import { Question } from "../questions/question.ts";
import { answerInWords } from "./answer-words.ts";

const about = { use: "practice", clauses: ["anran/x"], difficulty: 1, stem: "题干题干题干", explanation: "解析解析解析解析" };
const options = [{ id: "a", text: "甲", correct: true }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙" }, { id: "d", text: "丁" }];
const single = Question.parse({ ...about, id: "tt-001", type: "single", options: options.slice(1) });
const multiple = Question.parse({ ...about, id: "tt-002", type: "multiple", options });
const truefalse = Question.parse({ ...about, id: "tt-003", type: "truefalse", answer: false });
const ordering = Question.parse({ ...about, id: "tt-004", type: "ordering", items: options.slice(0, 3).map(({ id, text }) => ({ id, text })) });
const numeric = Question.parse({ ...about, id: "tt-005", type: "numeric", value: 24, unit: "小时" });

test("an answer is told in the words of its question", () => {
  expect(answerInWords(single, "c")).toEqual(["丙"]);
  expect(answerInWords(multiple, ["d", "a"])).toEqual(["甲", "丁"]);
  expect(answerInWords(truefalse, false)).toEqual(["错"]);
  expect(answerInWords(ordering, ["c", "a", "b"])).toEqual(["丙", "甲", "乙"]);
  expect(answerInWords(numeric, 24)).toEqual(["24 小时"]);
});

test("no answer, or one that does not fit, has no words", () => {
  for (const question of [single, multiple, truefalse, ordering, numeric]) {
    expect(answerInWords(question, null)).toEqual([]);
    expect(answerInWords(question, "z")).toEqual([]);
  }
});
