import fc from "fast-check";
import { expect, test } from "vitest";
import { Question } from "#app/features/questions/question.ts";
import type { Answer } from "./answers.ts";
import { gradePaper } from "./grading.ts";
import type { Paper } from "./paper.ts";

const about = { use: "exam", clauses: ["anran/x"], difficulty: 1, stem: "题干题干题干", explanation: "解析解析解析解析" };
const single = (id: string) => Question.parse({ ...about, id, type: "single", options: [{ id: "a", text: "甲", correct: true }, { id: "b", text: "乙" }, { id: "c", text: "丙" }] });
const multiple = Question.parse({ ...about, id: "tt-003", type: "multiple", options: [{ id: "a", text: "甲", correct: true }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙", correct: true }, { id: "d", text: "丁" }] });
const questions = new Map([[1, single("tt-001")], [2, single("tt-002")], [3, multiple]]);
const slotOf = (slot: number, critical = false) => ({ slot, questionId: `tt-00${slot}`, hash: "h", module: "m", order: [], points: 4, critical });
const paper: Paper = [slotOf(1, true), slotOf(2), slotOf(3)];
const policy = { passPercent: 60, criticalFails: true, partialMultiple: "share" } as const;
const answersOf = (...responses: Answer["response"][]): Answer[] => responses.map((response, index) => ({ slot: index + 1, seq: 1, response }));

test("points, share and percentage of a paper, the percentage cut to one decimal", () => {
  const grade = gradePaper(paper, questions, answersOf("a", "b", ["a", "b"]), {}, policy);
  expect(grade).toMatchObject({ points: 6.67, total: 12, percent: 55.5, criticalMissed: 0, passed: false });
  expect(grade.detail).toEqual([
    { slot: 1, questionId: "tt-001", points: 4, correct: true },
    { slot: 2, questionId: "tt-002", points: 0, correct: false },
    { slot: 3, questionId: "tt-003", points: 2.67, correct: false },
  ]);
});

test("one missed critical question fails the paper whatever the score, unless the scheme says otherwise", () => {
  const answers = answersOf("b", "a", ["a", "b", "c"]);
  expect(gradePaper(paper, questions, answers, {}, policy)).toMatchObject({ percent: 66.6, criticalMissed: 1, passed: false });
  expect(gradePaper(paper, questions, answers, {}, { ...policy, criticalFails: false })).toMatchObject({ criticalMissed: 1, passed: true });
  expect(gradePaper(paper, questions, answersOf(null, "a", ["a", "b", "c"]), {}, policy).criticalMissed).toBe(1);
});

test("the pass mark itself passes", () => {
  const answers = answersOf("a", "a", null);
  expect(gradePaper(paper, questions, answers, {}, { ...policy, passPercent: 66.6 }).passed).toBe(true);
  expect(gradePaper(paper, questions, answers, {}, { ...policy, passPercent: 66.7 }).passed).toBe(false);
  expect(gradePaper(paper, questions, answersOf("a", "a", ["a", "b", "c"]), {}, { ...policy, passPercent: 100 })).toMatchObject({ percent: 100, passed: true });
});

test("only the last answer of a slot is graded", () => {
  const answers: Answer[] = [{ slot: 1, seq: 2, response: "a" }, { slot: 1, seq: 1, response: "b" }];
  expect(gradePaper(paper, questions, answers, {}, policy).points).toBe(4);
  expect(gradePaper(paper, questions, [...answers, { slot: 1, seq: 3, response: null }], {}, policy).points).toBe(0);
});

test("a paper whose questions were not kept cannot be graded", () => {
  expect(() => gradePaper(paper, new Map(), [], {}, policy)).toThrow("tt-001");
});

test("no answers whatever earn less than nothing or more than the paper, and the parts make the whole", () => {
  const response = fc.oneof(fc.constantFrom("a", "b", "z"), fc.array(fc.constantFrom("a", "b", "c", "d", "z"), { maxLength: 5 }), fc.boolean(), fc.double(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.record({ slot: fc.integer({ min: 1, max: 3 }), seq: fc.integer({ min: 1, max: 5 }), response })), (answers) => {
      const grade = gradePaper(paper, questions, answers, {}, policy);
      expect(grade.points).toBeGreaterThanOrEqual(0);
      expect(grade.percent).toBeLessThanOrEqual(100);
      expect(grade.detail.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(grade.points, 6);
      if (grade.passed) expect(grade.criticalMissed).toBe(0);
    }),
  );
});
