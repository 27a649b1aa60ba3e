import { expect, test } from "vitest";
import { formProblem, placeOf } from "./paper-form.ts";

const form = (entries: [string, string][]) => entries.reduce((data, [name, value]) => (data.append(name, value), data), new FormData());
const none = { lefts: [], parts: [] };
const ordering = { ...none, type: "ordering" as const, options: [{ id: "x", text: "甲" }, { id: "y", text: "乙" }] };

test("an address names a question of the paper, or the first", () => {
  expect(["3", "1", "25", "0", "26", "2.5", "abc", null].map((text) => placeOf(text, 25))).toEqual([3, 1, 25, 1, 1, 1, 1, 1]);
});

test("an answer that cannot be read is said so, an empty one is none", () => {
  const numeric = { ...none, type: "numeric" as const, options: [] };
  expect(formProblem(numeric, form([["a", "二十"]]), "a")).toContain("数字");
  for (const text of ["", "20", "1.5"]) expect(formProblem(numeric, form([["a", text]]), "a")).toBeNull();
  expect(formProblem(ordering, form([["a.x", "1"], ["a.y", ""]]), "a")).toContain("第几步");
  expect(formProblem(ordering, form([["a.x", "1"], ["a.y", "1"]]), "a")).toContain("重复");
  expect(formProblem(ordering, form([["a.x", "2"], ["a.y", "1"]]), "a")).toBeNull();
  expect(formProblem(ordering, form([["a.x", ""], ["a.y", ""]]), "a")).toBeNull();
  expect(formProblem({ ...none, type: "single", options: [] }, form([]), "a")).toBeNull();
  const asked = { ...none, type: "case" as const, options: [], parts: [{ id: "a", type: "numeric" as const, stem: "多少", options: [], unit: "分钟", lefts: [] }] };
  expect(formProblem(asked, form([["a.a", "二十"]]), "a")).toContain("数字");
  expect(formProblem(asked, form([["a.a", "20"]]), "a")).toBeNull();
});
