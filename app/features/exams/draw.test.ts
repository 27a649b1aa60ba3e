import fc from "fast-check";
import { expect, test } from "vitest";
import type { BankQuestion } from "#app/features/questions/catalogue.server.ts";
import { Question } from "#app/features/questions/question.ts";
import { chanceOf } from "#app/lib/random.server.ts";
import { drawPaper } from "./draw.ts";

function bankQuestion(module: string, number: number, critical: boolean, use: "exam" | "practice" = "exam"): BankQuestion {
  const id = `${module}-${String(number).padStart(3, "0")}`;
  const question = Question.parse({
    id, use, critical, clauses: ["anran/x"], difficulty: 1, stem: `题干题干 ${id}`, explanation: "解析解析解析解析", type: "single",
    options: [{ id: "a", text: "甲" }, { id: "b", text: "乙", correct: true }, { id: "c", text: "丙" }],
  });
  return { question, module, hash: `hash-${id}` };
}

const modules = ["aa", "bb", "cc"];
/** A bank with `plain` and `critical` exam questions in every module, and a practice question of each kind that must never be drawn. */
function bankOf(sizes: readonly { plain: number; critical: number }[]): BankQuestion[] {
  return modules.flatMap((module, index) => [
    ...Array.from({ length: sizes[index]?.plain ?? 0 }, (_, number) => bankQuestion(module, number + 1, false)),
    ...Array.from({ length: sizes[index]?.critical ?? 0 }, (_, number) => bankQuestion(module, number + 101, true)),
    bankQuestion(module, 901, false, "practice"),
    bankQuestion(module, 902, true, "practice"),
  ]);
}
const size = fc.record({ plain: fc.integer({ min: 0, max: 6 }), critical: fc.integer({ min: 0, max: 3 }) });
const quota = fc.record({ plain: fc.integer({ min: 0, max: 4 }), critical: fc.integer({ min: 0, max: 2 }) });

test("a paper meets every quota, never repeats a question, and is refused only when the bank is too small", () => {
  fc.assert(
    fc.property(fc.tuple(size, size, size), fc.tuple(quota, quota, quota), fc.string(), (sizes, quotas, seed) => {
      const blueprint = modules.flatMap((module, index) => {
        const { plain = 0, critical = 0 } = quotas[index] ?? {};
        return plain + critical === 0 ? [] : [{ module, count: plain + critical, critical }];
      });
      const paper = drawPaper({ blueprint, pointsPerQuestion: 4 }, bankOf(sizes), chanceOf(seed));
      const feasible = quotas.every((one, index) => one.plain <= (sizes[index]?.plain ?? 0) && one.critical <= (sizes[index]?.critical ?? 0));
      expect(paper.ok).toBe(feasible);
      if (!paper.ok) return;
      const drawn = paper.value;
      expect(new Set(drawn.map((slot) => slot.questionId)).size).toBe(drawn.length);
      expect(drawn.map((slot) => slot.slot)).toEqual(drawn.map((_, index) => index + 1));
      for (const entry of blueprint) {
        const mine = drawn.filter((slot) => slot.module === entry.module);
        expect(mine.length).toBe(entry.count);
        expect(mine.filter((slot) => slot.critical).length).toBe(entry.critical);
      }
      expect(drawn.some((slot) => slot.questionId.includes("-90"))).toBe(false);
    }),
  );
});

test("the same seed draws the same paper, whatever order the bank is read in; another seed draws another", () => {
  const theory = { blueprint: [{ module: "aa", count: 5, critical: 1 }, { module: "bb", count: 4, critical: 0 }], pointsPerQuestion: 4 };
  const bank = bankOf([{ plain: 10, critical: 4 }, { plain: 10, critical: 0 }]);
  const paperOf = (seed: string, from = bank) => drawPaper(theory, from, chanceOf(seed));
  expect(paperOf("s1", [...bank].reverse())).toEqual(paperOf("s1"));
  expect(paperOf("s2")).not.toEqual(paperOf("s1"));
});

test("every option stays in the paper, in an order of its own", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const paper = drawPaper({ blueprint: [{ module: "aa", count: 3, critical: 0 }], pointsPerQuestion: 2 }, bankOf([{ plain: 5, critical: 0 }]), chanceOf(seed));
      if (!paper.ok) throw new Error("the bank is large enough");
      for (const slot of paper.value) expect([...slot.order].sort()).toEqual(["a", "b", "c"]);
    }),
  );
});

test("a quota of a difficulty draws only questions of that difficulty", () => {
  const graded = (difficulty: 1 | 2 | 3, from: number) => Array.from({ length: 6 }, (_, index) => {
    const one = bankQuestion("aa", from + index, false);
    return { ...one, question: { ...one.question, difficulty } };
  });
  const bank = [...graded(1, 1), ...graded(2, 11), ...graded(3, 21)];
  const blueprint = [{ module: "aa", difficulty: 1 as const, count: 2, critical: 0 }, { module: "aa", difficulty: 3 as const, count: 3, critical: 0 }];
  const paper = drawPaper({ blueprint, pointsPerQuestion: 4 }, bank, chanceOf("seed"));
  const difficulties = paper.ok ? paper.value.map((slot) => bank.find((one) => one.question.id === slot.questionId)?.question.difficulty).sort() : [];
  expect(difficulties).toEqual([1, 1, 3, 3, 3]);
  expect(drawPaper({ blueprint: [{ module: "aa", difficulty: 2 as const, count: 7, critical: 0 }], pointsPerQuestion: 4 }, bank, chanceOf("seed"))).toMatchObject({ ok: false });
});
