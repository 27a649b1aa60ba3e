import fc from "fast-check";
import { expect, test } from "vitest";
import { numberText, readNumber, responseFromForm } from "./form-response.ts";
import { isAnswered, isPartlyAnswered } from "./answered.ts";
import { questionTypes } from "./question.ts";
import { Response } from "./response.ts";

const shape = { lefts: ["左一", "左二", "左三"], parts: [] };
const options = [{ id: "a", text: "甲" }, { id: "b", text: "乙" }, { id: "c", text: "丙" }];
const formOf = (entries: readonly (readonly [string, string])[]) => entries.reduce((form, [name, value]) => (form.append(name, value), form), new FormData());
const read = (type: (typeof questionTypes)[number], ...values: string[]) => responseFromForm({ type, options, ...shape }, formOf(values.map((value) => ["q", value])), "q");

test("a plain form gives the option, the options, true or false, the number", () => {
  expect(read("single", "b")).toBe("b");
  expect(read("multiple", "c", "a")).toEqual(["a", "c"]);
  expect(read("truefalse", "false")).toBe(false);
  expect(read("numeric", " 1,440 ")).toBe(1440);
  expect(responseFromForm({ type: "ordering", options, ...shape }, formOf([["q.a", "2"], ["q.b", "1"], ["q.c", "3"]]), "q")).toEqual(["b", "a", "c"]);
});

test("a plain form gives the partners, the words, and the parts of a case", () => {
  expect(responseFromForm({ type: "matching", options, ...shape }, formOf([["q.0", "c"], ["q.1", ""], ["q.2", "z"]]), "q")).toEqual(["c", "", ""]);
  expect(responseFromForm({ type: "matching", options, ...shape }, formOf([["q.0", "z"]]), "q")).toBeNull();
  expect(read("short", " 施工单 ")).toBe("施工单");
  expect(read("short", "   ")).toBeNull();
  expect(read("short", `${"长".repeat(59)}😀`)).toBe("长".repeat(59));
  const part = (id: string, type: "single" | "numeric" | "short") => ({ id, type, stem: "问", options, unit: null, lefts: [] });
  const asked = { type: "case" as const, options: [], lefts: [], parts: [part("a", "single"), part("b", "numeric"), part("c", "short")] };
  expect(responseFromForm(asked, formOf([["q.a", "b"], ["q.b", "20"]]), "q")).toEqual({ a: "b", b: 20 });
  expect(responseFromForm(asked, formOf([["q.a", "z"], ["q", "b"]]), "q")).toBeNull();
});

test("an option the question does not have is no answer, and takes no other with it", () => {
  expect(read("single", "z")).toBeNull();
  expect(read("single", "a".repeat(1000))).toBeNull();
  expect(read("multiple", "z")).toBeNull();
  expect(read("multiple", "a", "z", "a")).toEqual(["a"]);
  expect(read("truefalse", "maybe")).toBeNull();
});

test("whatever a form carries, what is read from it can be stored and read again", () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionTypes), fc.array(fc.tuple(fc.constantFrom("q", "q.a", "q.b", "q.c", "q.0", "q.1"), fc.oneof(fc.string({ unit: "binary", maxLength: 90 }), fc.constantFrom("a", "b", "1", "2", "3", "1e400")))), (type, entries) => {
      const parts = type === "case" ? [{ id: "a", type: "short" as const, stem: "问", options, unit: null, lefts: [] }] : [];
      const response = responseFromForm({ type, options, lefts: shape.lefts, parts }, formOf(entries), "q");
      expect(Response.parse(JSON.parse(JSON.stringify(response)))).toEqual(response === 0 ? 0 : response); // JSON knows no -0
    }),
  );
});

test("a number is read as people type it on a Chinese keyboard", () => {
  expect(["２０", "1.5", "1，440", "１．５", "20 "].map(readNumber)).toEqual([20, 1.5, 1440, 1.5, 20]);
  expect(["", ",", "，", "20 分钟", "abc", "1e999"].map(readNumber)).toEqual([null, null, null, null, null, null]);
});

test("a number field shows what was typed, unless another answer counts", () => {
  for (const typed of ["２０", "20.0", "1,0"]) expect(numberText(typed, readNumber(typed))).toBe(typed);
  expect(numberText("20 分钟", null)).toBe("20 分钟");
  expect([numberText("", 30), numberText("20", 30), numberText("二十", 30)]).toEqual(["30", "30", "30"]);
  expect([numberText("20", null), numberText("20", "b")]).toEqual(["", ""]);
});

test("an answer with a part left open is an answer, and says so", () => {
  const lefts = { lefts: ["甲", "乙"], parts: [] };
  const parts = { lefts: [], parts: ["a", "b"].map((id) => ({ id, type: "short" as const, stem: "问", options: [], unit: null, lefts: [] })) };
  expect([isPartlyAnswered(lefts, ["a", ""]), isPartlyAnswered(parts, { a: "x" })]).toEqual([true, true]);
  expect([isPartlyAnswered(lefts, ["a", "b"]), isPartlyAnswered(parts, { a: "x", b: false }), isPartlyAnswered(parts, undefined), isPartlyAnswered(lefts, null)]).toEqual([false, false, false, false]);
  expect([isAnswered(["a", ""]), isAnswered({ b: 0 }), isAnswered(["", ""]), isAnswered({})]).toEqual([true, true, false, false]);
});
