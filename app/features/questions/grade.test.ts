import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "../standards/figure.ts";
import { forCandidate, shuffledIds } from "./candidate.ts";
import { gradeResponse, keyOf } from "./grade.ts";
import { Question, topicsOf } from "./question.ts";
import { responseFromForm } from "./form-response.ts";
import { fittingResponse, Response } from "./response.ts";

const about = { use: "exam", clauses: ["anran/x"], difficulty: 1, stem: "题干题干题干", explanation: "解析解析解析解析" };
const single = Question.parse({ ...about, id: "tt-001", type: "single", options: [{ id: "a", text: "甲" }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙" }] });
const multiple = Question.parse({ ...about, id: "tt-002", type: "multiple", options: [{ id: "a", text: "甲", correct: true }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙" }, { id: "d", text: "丁", correct: true }] });
const truefalse = Question.parse({ ...about, id: "tt-003", type: "truefalse", answer: false });
const ordering = Question.parse({ ...about, id: "tt-004", type: "ordering", items: [{ id: "a", text: "先" }, { id: "b", text: "中" }, { id: "c", text: "后" }] });
const numeric = Question.parse({ ...about, id: "tt-005", type: "numeric", value: 24, unit: "小时" });
const bound = Question.parse({ ...about, id: "tt-006", type: "single", topic: "repair-arrival", options: [{ id: "a", text: "20 分钟", value: 20 }, { id: "b", text: "30 分钟", value: 30 }, { id: "c", text: "1 小时", value: 60 }] });
const matching = Question.parse({ ...about, id: "tt-007", type: "matching", pairs: [{ id: "a", left: "甲家", right: "20 分钟" }, { id: "b", left: "乙家", right: "30 分钟" }, { id: "c", left: "丙家", right: "立即" }], extra: [{ id: "d", text: "2 小时" }] });
const short = Question.parse({ ...about, id: "tt-008", type: "short", accepted: ["施工单", "任务单"] });
const inCase = { clauses: ["anran/x"], stem: "小题干小题干", explanation: "解析解析解析解析" };
const story = Question.parse({
  ...about, id: "tt-009", type: "case",
  parts: [
    { ...inCase, id: "a", type: "single", options: [{ id: "a", text: "甲" }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙" }] },
    { ...inCase, id: "b", type: "numeric", topic: "repair-arrival", unit: "分钟" },
    { ...inCase, id: "c", type: "short", accepted: ["热线"] },
  ],
});
const all = [single, multiple, truefalse, ordering, numeric, matching, short];
const share = { partialMultiple: "share" } as const;
const minutes = (value: number): Record<string, Figure> => ({ "repair-arrival": { value, unit: "分钟", comparator: "at-most" } });

test("the full key earns the whole question, whatever its type", () => {
  for (const question of all) expect(gradeResponse(question, keyOf(question, {}), {}, share)).toEqual({ share: 1, correct: true, answered: true });
});

test("part of a multiple choice earns its share, a wrong option nothing", () => {
  expect(gradeResponse(multiple, ["a", "d"], {}, share)).toEqual({ share: 2 / 3, correct: false, answered: true });
  expect(gradeResponse(multiple, ["a", "c"], {}, share).share).toBe(0);
  expect(gradeResponse(multiple, ["a", "d"], {}, { partialMultiple: "none" }).share).toBe(0);
});

test("an ordering is right as a whole or not at all", () => {
  expect(gradeResponse(ordering, ["a", "b", "c"], {}, share).share).toBe(1);
  expect(gradeResponse(ordering, ["b", "a", "c"], {}, share).share).toBe(0);
});

test("each right pair of a matching question earns its share, none all of it when the scheme wants the whole", () => {
  expect(gradeResponse(matching, ["a", "c", ""], {}, share)).toEqual({ share: 1 / 3, correct: false, answered: true });
  expect(gradeResponse(matching, ["a", "a", "a"], {}, share).share).toBe(1 / 3);
  expect(gradeResponse(matching, ["a", "c", ""], {}, { partialMultiple: "none" }).share).toBe(0);
});

test("words count however they are spaced, punctuated or typed", () => {
  for (const typed of ["施工单", " 施 工 单。", "任务单", "《任务单》"]) expect(gradeResponse(short, typed, {}, share).share).toBe(1);
  expect(gradeResponse(short, "工单", {}, share).share).toBe(0);
  expect(gradeResponse(short, "。", {}, share).answered).toBe(false);
});

test("each part of a case earns its share, and a part bound to a topic follows the figure in force", () => {
  expect(gradeResponse(story, { a: "b", b: 20, c: "热线" }, minutes(20), share)).toEqual({ share: 1, correct: true, answered: true });
  expect(gradeResponse(story, { a: "b", b: 20 }, minutes(30), share)).toEqual({ share: 1 / 3, correct: false, answered: true });
  expect(gradeResponse(story, keyOf(story, minutes(30)), minutes(30), share).correct).toBe(true);
  for (const wrong of [{}, { a: "z" }, { d: "b" }, "b", ["b"]]) expect(gradeResponse(story, wrong, minutes(20), share).answered).toBe(false);
});

test("a case names its parts in order and the clauses of its parts", () => {
  const made = (change: object) => Question.safeParse({ ...story, ...change }).error?.issues.map((issue) => issue.message);
  expect(made({ clauses: ["anran/x", "anran/y"] })).toEqual(["tt-009: the clauses of a case are those of its parts"]);
  expect(made({ parts: story.type === "case" ? [...story.parts].reverse() : [] })).toEqual(["tt-009: the parts of a case are called a, b, c …"]);
});

test("a question bound to a topic is graded by the figure in force", () => {
  expect(gradeResponse(bound, "a", minutes(20), share).correct).toBe(true);
  expect(gradeResponse(bound, "a", minutes(30), share).correct).toBe(false);
  expect(gradeResponse(bound, "b", minutes(30), share).correct).toBe(true);
  expect(() => keyOf(bound, {})).toThrow("no figure is in force");
});

test("a paper needs the figures of the topics its questions and the parts of its cases are bound to", () => {
  expect([...topicsOf([...all, story])]).toEqual(["repair-arrival"]);
  expect([...topicsOf(all)]).toEqual([]);
});

test("an answer that does not fit the question counts as not answered", () => {
  for (const [question, response] of [[single, "z"], [single, ["a"]], [multiple, "a"], [multiple, ["a", "z"]], [truefalse, "true"], [ordering, ["a", "b"]], [numeric, "24"], [matching, ["a", "b"]], [matching, ["a", "b", "z"]], [short, 3], [single, { a: "b" }]] as const)
    expect(gradeResponse(question, Response.parse(response), {}, share)).toEqual({ share: 0, correct: false, answered: false });
});

test("no response whatever can earn less than nothing or more than the question", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all, story), fc.oneof(fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.oneof(fc.constantFrom("a", "b", "热线"), fc.integer())), fc.string({ maxLength: 4 }), fc.array(fc.constantFrom("a", "b", "c", "d", "z"), { maxLength: 5 }), fc.double(), fc.boolean(), fc.constant(null)), (question, response) => {
      const graded = gradeResponse(question, response, minutes(20), share);
      expect(graded.share).toBeGreaterThanOrEqual(0);
      expect(graded.share).toBeLessThanOrEqual(1);
      expect(graded.correct).toBe(graded.share === 1);
    }),
  );
});

test("a candidate's question carries neither key nor explanation nor clause", () => {
  for (const question of [...all, bound, story]) {
    const sent = JSON.stringify(forCandidate(question, shuffledIds(question)));
    for (const secret of ["correct", "answer", "explanation", "clauses", "value", "解析", "anran/"]) expect(sent).not.toContain(secret);
  }
});

test("a plain form and the page with JavaScript write the same answer down", () => {
  const form = (entries: [string, string][]) => entries.reduce((data, [name, value]) => (data.append(name, value), data), new FormData());
  const shown = (question: Question) => forCandidate(question, shuffledIds(question));
  expect(responseFromForm(shown(single), form([["q", "b"]]), "q")).toBe("b");
  expect(fittingResponse(multiple, responseFromForm(shown(multiple), form([["q", "d"], ["q", "a"]]), "q"))).toEqual(["a", "d"]);
  expect(responseFromForm(shown(truefalse), form([["q", "false"]]), "q")).toBe(false);
  expect(responseFromForm(shown(ordering), form([["q.a", "2"], ["q.b", "1"], ["q.c", "3"]]), "q")).toEqual(["b", "a", "c"]);
  expect(responseFromForm(shown(ordering), form([["q.a", "1"], ["q.b", "1"], ["q.c", "3"]]), "q")).toBeNull();
  expect(responseFromForm(shown(numeric), form([["q", " 24 "]]), "q")).toBe(24);
  expect(responseFromForm(shown(numeric), form([["q", "二十四"]]), "q")).toBeNull();
  expect(fittingResponse(matching, responseFromForm(shown(matching), form([["q.0", "a"], ["q.2", "d"]]), "q"))).toEqual(["a", "", "d"]);
  expect(fittingResponse(story, responseFromForm(shown(story), form([["q.a", "b"], ["q.b", "20"], ["q.c", "热线"]]), "q"))).toEqual({ a: "b", b: 20, c: "热线" });
  for (const question of [...all, story]) expect(responseFromForm(shown(question), form([]), "q")).toBeNull();
});
