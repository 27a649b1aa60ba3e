import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, minute } from "#app/lib/clock.ts";
import { AnswerForm, AskFilter, AskForm } from "./asks-forms.ts";
import { foldedExcerpt, lengthOf, plainText } from "./asks-text.ts";
import { answerSentTwice, asksPerDay, companyAmong, decideAsk, paragraphsOf } from "./asks.ts";
import type { TreeNode } from "./tree.ts";

const node = (type: string, children: TreeNode[] = [], props = {}): TreeNode => ({ type, props, children });

test("paragraphs are counted among all blocks, and only those with text can be asked at", () => {
  const tree = [
    node("p", ["到场不超过 ", node("Figure", [], { topic: "repair-arrival" }), node("Clause", ["出处"], { id: "anran/x" }), "。"]),
    "\n",
    node("Check", [], { question: "gs-017" }),
    "\n",
    node("Scenario", [node("Scene", ["客户说闻到味"], { id: "a" })], { title: "夜间报修" }),
    node("hr"),
    node("Compare", [], { topic: "repair-arrival" }),
    node("table", [node("tr", [node("td", ["出处"]), node("td", [node("strong", ["20"]), " 分钟"])])]),
    node("p", ["长".repeat(80)]),
  ];
  expect(paragraphsOf(tree, { clauses: {}, figures: { "repair-arrival": "20 分钟" }, topics: { "repair-arrival": { title: "报修到场", own: null, rows: [] } }, checks: {} })).toEqual([
    { n: 1, excerpt: "到场不超过 20 分钟。" },
    { n: 3, excerpt: "夜间报修 客户说闻到味" },
    { n: 5, excerpt: "报修到场" },
    { n: 6, excerpt: "出处 20 分钟" },
    { n: 7, excerpt: `${"长".repeat(60)}…` },
  ]);
});

const here = { moduleId: "m", section: 1, paragraph: 2, text: "为什么？" };
const noon = instantOf("2026-11-22", "12:00");
const many = (count: number, at: number) => Array.from({ length: count }, (_, index) => ({ ...here, id: `q${index}`, text: `第 ${index} 问`, askedAt: at }));

test.each([
  ["the tenth of a day is taken", many(9, noon), noon, { ok: true, value: { again: null } }],
  ["the eleventh is not", many(10, noon), noon + minute, { ok: false, refusal: "too-many-today" }],
  ["the next day begins at midnight in Shanghai", many(10, instantOf("2026-11-22", "23:59")), instantOf("2026-11-23"), { ok: true, value: { again: null } }],
  ["the same within a minute counts once, even after the tenth", [...many(9, noon), { ...here, id: "same", askedAt: noon }], noon + minute - 1, { ok: true, value: { again: "same" } }],
  ["the same a minute later is a new one", [{ ...here, id: "same", askedAt: noon }], noon + minute, { ok: true, value: { again: null } }],
  ["the same words at another paragraph are another question", [{ ...here, id: "same", paragraph: 3, askedAt: noon }], noon, { ok: true, value: { again: null } }],
])("%s", (_, asked, now, decision) => {
  expect(decideAsk(asked, now, here)).toEqual(decision);
});

test("whatever is asked in whatever order, nobody gets more than ten questions into one day", () => {
  fc.assert(fc.property(fc.array(fc.record({ text: fc.constantFrom("一", "二", "三"), paragraph: fc.integer({ min: 1, max: 4 }), wait: fc.integer({ min: 0, max: 3 * minute }) }), { maxLength: 60 }), (tries) => {
    let now = instantOf("2026-11-22", "08:00");
    const kept: Parameters<typeof decideAsk>[0][number][] = [];
    for (const [index, { wait, ...one }] of tries.entries()) {
      now += wait;
      const decided = decideAsk(kept, now, { ...here, ...one });
      if (decided.ok && decided.value.again === null) kept.push({ ...here, ...one, id: `q${index}`, askedAt: now });
    }
    return kept.length <= asksPerDay;
  }));
});

test("an answer sent twice within a minute is one answer", () => {
  const given = [{ id: "a", text: "先关阀。", answeredAt: noon }];
  expect(answerSentTwice(given, noon + 1000, "先关阀。")).toBe("a");
  expect(answerSentTwice(given, noon + minute, "先关阀。")).toBeNull();
  expect(answerSentTwice(given, noon, "再通风。")).toBeNull();
});

test("a unit's company is the nearest above, and of the group's own offices the group", () => {
  const units = [{ id: "g", parentId: null, kind: "group" }, { id: "c", parentId: "g", kind: "company" }, { id: "s", parentId: "c", kind: "station" }, { id: "o", parentId: "g", kind: "station" }];
  expect([["s", "c", "g"], ["c", "g"], ["o", "g"], []].map((path) => companyAmong(path, units))).toEqual(["c", "c", "g", null]);
});

test("what is typed becomes plain text: markup stays letters, invisible signs and empty lines go", () => {
  expect(plainText("  <b>关阀</b>？\r\n\r\n\r\n\r\n为什么 \r\n")).toBe("<b>关阀</b>？\n\n为什么");
  expect(plainText("a\u202Eb\u200B\uFEFF\u0007c\uD800")).toBe("abc");
  expect(lengthOf("问 题\n🙂")).toEqual({ all: 5, seen: 3 });
  expect(foldedExcerpt("一二\n三四", 3)).toBe("一二…");
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => plainText(plainText(typed)) === plainText(typed)));
});

const problem = (schema: typeof AskForm | typeof AnswerForm, sent: object) => schema.safeParse(sent).error?.issues[0]?.message ?? null;
const ask = { paragraph: "1", version: "v", question: "为什么先关阀？" };

test.each([
  [{}, null],
  [{ question: "四个字" }, "问题至少写 4 个字"],
  [{ question: "四 个\u200B\u200B字" }, "问题至少写 4 个字"],
  [{ question: "四个字？" }, null],
  [{ question: "长".repeat(500) }, null],
  [{ question: `${"长\r\n".repeat(250)}` }, null],
  [{ question: "长".repeat(501) }, "问题最多 500 个字"],
  [{ question: undefined }, "问题至少写 4 个字"],
  [{ question: ["a", "b"] }, "问题至少写 4 个字"],
  [{ paragraph: "0" }, "请选一段"],
  [{ paragraph: "-1" }, "请选一段"],
  [{ paragraph: "1e3" }, "请选一段"],
  [{ paragraph: undefined }, "请选一段"],
  [{ version: undefined }, "请选一段"],
])("a question of %j is refused with %s", (change, refusal) => {
  expect(problem(AskForm, { ...ask, ...change })).toBe(refusal);
});

test("an answer has 2 to 1000 characters, and a filter that cannot be read is none", () => {
  expect([" 是 ", "是的", "长".repeat(1000), "长".repeat(1001)].map((answer) => problem(AnswerForm, { id: "q", answer }))).toEqual(["回答至少写 2 个字", null, null, "回答最多 1000 个字"]);
  expect([{ module: "gas-safety-basics" }, { module: "' or 1=1" }, {}].map((query) => AskFilter.parse(query).module)).toEqual(["gas-safety-basics", "", ""]);
});
