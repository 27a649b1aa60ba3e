import fc from "fast-check";
import { expect, test } from "vitest";
import type { BankQuestion } from "#app/features/questions/catalogue.server.ts";
import { Question } from "#app/features/questions/question.ts";
import { chanceOf } from "#app/lib/random.server.ts";
import { countsByModule, drawPracticePaper, sectionsToRead } from "./papers.ts";

type Kind = { module: string; critical: boolean; difficulty: 1 | 2 | 3; use: "exam" | "practice" };

function bankQuestion(number: number, { module, critical, difficulty, use }: Kind): BankQuestion {
  const id = `${module}-${String(number).padStart(3, "0")}`;
  const question = Question.parse({
    id, use, critical, clauses: ["anran/x"], difficulty, stem: `题干题干 ${id}`, explanation: "解析解析解析解析", type: "single",
    options: [{ id: "a", text: "甲" }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙" }],
  });
  return { question, module, hash: `hash-${id}` };
}

const modules = ["aa", "bb", "cc"] as const;
const module = fc.constantFrom(...modules);
const difficulty = fc.constantFrom(1 as const, 2 as const, 3 as const);
const bank = fc
  .array(fc.record({ module, critical: fc.boolean(), difficulty, use: fc.constantFrom("exam" as const, "practice" as const) }), { maxLength: 40 })
  .map((kinds) => kinds.map((kind, index) => bankQuestion(index + 1, kind)));
const quota = fc
  .record({ module, difficulty: fc.option(difficulty, { nil: undefined }), plain: fc.integer({ min: 0, max: 4 }), critical: fc.integer({ min: 0, max: 2 }) })
  .filter(({ plain, critical }) => plain + critical > 0)
  .map(({ plain, difficulty: wanted, ...rest }) => ({ ...rest, count: plain + rest.critical, ...(wanted === undefined ? {} : { difficulty: wanted }) }));
const blueprint = fc.array(quota, { minLength: 1, maxLength: 6 });

test("a practice paper holds no exam question and none twice, and gives of each module what the blueprint wants as far as practice questions go", () => {
  fc.assert(
    fc.property(bank, blueprint, fc.string(), (questions, quotas, seed) => {
      const paper = drawPracticePaper({ blueprint: quotas, pointsPerQuestion: 4 }, questions, chanceOf(seed));
      const practice = questions.filter(({ question }) => question.use === "practice");
      const possible = countsByModule(quotas, []).map(({ module: id, wanted }) => ({ id, given: Math.min(wanted, practice.filter((one) => one.module === id).length) }));
      expect(paper.ok).toBe(possible.some(({ given }) => given > 0));
      if (!paper.ok) return;
      const drawn = paper.value;
      expect(drawn.map((slot) => slot.slot)).toEqual(drawn.map((_, index) => index + 1));
      expect(new Set(drawn.map((slot) => slot.questionId)).size).toBe(drawn.length);
      expect(drawn.every((slot) => practice.some(({ question }) => question.id === slot.questionId))).toBe(true);
      expect(countsByModule(quotas, drawn).map((one) => ({ id: one.module, given: one.given }))).toEqual(possible);
      for (const slot of drawn) expect([...slot.order].sort()).toEqual(["a", "b", "c"]);
    }),
  );
});

test("the same seed draws the same paper, whatever order the bank is read in", () => {
  fc.assert(
    fc.property(bank, blueprint, fc.string(), (questions, quotas, seed) => {
      const theory = { blueprint: quotas, pointsPerQuestion: 4 };
      expect(drawPracticePaper(theory, [...questions].reverse(), chanceOf(seed))).toEqual(drawPracticePaper(theory, questions, chanceOf(seed)));
    }),
  );
});

const kind = (difficulty: 1 | 2 | 3, critical = false): Kind => ({ module: "aa", critical, difficulty, use: "practice" });
const wishes: { title: string; quota: { difficulty?: 1 | 2 | 3; count: number; critical: number }; bank: Kind[]; drawn: string[] }[] = [
  { title: "what fits in all is taken before anything else", quota: { difficulty: 1, count: 2, critical: 1 }, bank: [kind(2), kind(1, true), kind(1), kind(1, true)], drawn: ["1", "1!"] },
  { title: "without critical questions others of the same difficulty are taken", quota: { difficulty: 1, count: 2, critical: 1 }, bank: [kind(2), kind(1), kind(1), kind(3)], drawn: ["1", "1"] },
  { title: "without the difficulty others of the module are taken", quota: { difficulty: 3, count: 2, critical: 0 }, bank: [kind(3), kind(1)], drawn: ["1", "3"] },
  { title: "a module with too few gives what it has", quota: { count: 5, critical: 1 }, bank: [kind(2), kind(2, true)], drawn: ["2", "2!"] },
];

test.each(wishes)("$title", ({ quota: { difficulty: wanted, ...counts }, bank: kinds, drawn }) => {
  const questions = kinds.map((one, index) => bankQuestion(index + 1, one));
  const entry = { module: "aa", ...counts, ...(wanted === undefined ? {} : { difficulty: wanted }) };
  for (const seed of ["s1", "s2", "s3", "s4"]) {
    const paper = drawPracticePaper({ blueprint: [entry], pointsPerQuestion: 4 }, questions, chanceOf(seed));
    const taken = paper.ok ? paper.value.map((slot) => questions.find(({ question }) => question.id === slot.questionId)?.question) : [];
    expect(taken.map((question) => `${question?.difficulty}${question?.critical ? "!" : ""}`).sort()).toEqual(drawn);
  }
});

test("a bank without practice questions gives no paper", () => {
  const exam = [1, 2, 3].map((number) => bankQuestion(number, { ...kind(1), use: "exam" }));
  expect(drawPracticePaper({ blueprint: [{ module: "aa", count: 2, critical: 0 }], pointsPerQuestion: 4 }, exam, chanceOf("s"))).toEqual({ ok: false, refusal: "no-questions" });
});

test("what to read after a missed question is of its own module where that teaches it, each section once, at most three", () => {
  const at = (id: string, section: number) => ({ id, section });
  expect(sectionsToRead("aa", [at("bb", 1), at("aa", 2), at("aa", 2), at("aa", 3)])).toEqual([at("aa", 2), at("aa", 3)]);
  expect(sectionsToRead("aa", [at("bb", 1), at("cc", 2), at("bb", 1), at("dd", 1), at("ee", 1)])).toEqual([at("bb", 1), at("cc", 2), at("dd", 1)]);
  expect(sectionsToRead("aa", [])).toEqual([]);
});
