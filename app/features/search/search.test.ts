import fc from "fast-check";
import { expect, test } from "vitest";
import type { TreeNode } from "../learning/tree.ts";
import { entriesOfGlossary, sentencesOf } from "./entries.ts";
import { kinds, type Entry } from "./entry.ts";
import { contains, normalise } from "./normal.ts";
import { indexOf, mostOfAKind, readAsked, search, type Found, type Hit } from "./search.ts";

function entry(id: string, given: Partial<Omit<Entry, "sentences">> & { sentences?: string[] } = {}): Entry {
  const { sentences = [], ...rest } = given;
  return { id, kind: "clause", to: `/${id}`, title: "", source: "", figures: [], figure: null, inForce: null, caution: false, regulation: null, ...rest, sentences: sentences.map((text) => ({ text, told: null })) };
}

const find = (entries: readonly Entry[], typed: string, prefer: (one: Entry) => boolean = () => false): Found => search([indexOf(entries)], readAsked(typed), prefer);
const hitsOf = (found: Found): Hit[] => kinds.flatMap((kind) => found.kinds[kind].hits);
const idsOf = (found: Found) => hitsOf(found).map((hit) => hit.id);
const marked = (hit: Hit | undefined) => [...(hit?.title ?? []), ...(hit?.sentence ?? [])].filter((piece) => piece.hit).map((piece) => piece.text);

test("width, case and spaces do not count, and the mark stands in the text as written", () => {
  const entries = [entry("a", { sentences: ["出示 《ＡＢＣ 工作证》 再进门。"] })];
  for (const typed of ["abc工作证", "ABC 工作证", "ａｂｃ工作证", "Abc工 作证"]) expect(idsOf(find(entries, typed)), typed).toEqual(["a"]);
  expect(marked(hitsOf(find(entries, "abc工作证"))[0])).toEqual(["ＡＢＣ 工作证"]);
});

test("figures come before titles, titles before phrases, phrases before words apart", () => {
  const entries = [
    entry("apart", { sentences: ["接到报修马上出门，准时到场。"] }),
    entry("phrase", { sentences: ["说说报修到场这件事。"] }),
    entry("title", { title: "报修到场" }),
    entry("else", { sentences: ["抄表。"] }),
  ];
  expect(idsOf(find(entries, "报修到场"))).toEqual(["title", "phrase", "apart"]);
  const figured = [entry("told", { sentences: ["接报后30分钟内到。"] }), entry("set", { figures: [{ value: 30, unit: "分钟", comparator: "at-most" }], sentences: ["尽快到。"] })];
  for (const typed of ["30分钟", "30 分钟", "三十分钟", "半小时"]) expect(idsOf(find(figured, typed)), typed).toEqual(["set", "told"]);
});

test("what is preferred breaks a tie", () => {
  const entries = [entry("a", { sentences: ["穿鞋套。"] }), entry("b", { regulation: "house", sentences: ["穿鞋套。"] })];
  expect(idsOf(find(entries, "鞋套", (one) => one.regulation === "house"))).toEqual(["b", "a"]);
});

test("a number is found whole", () => {
  const entries = [entry("a", { sentences: ["130分钟"] }), entry("b", { sentences: ["2.30分钟"] }), entry("c", { sentences: ["编号30号"] })];
  expect(idsOf(find(entries, "30分钟"))).toEqual([]);
  expect(idsOf(find(entries, "30"))).toEqual(["c"]);
});

test("all words must be there; where nothing has them all, what has half of it is shown and said to be so", () => {
  const entries = [entry("a", { sentences: ["进门先穿鞋套。"] }), entry("b", { sentences: ["进门先问好。"] })];
  expect(find(entries, "进门 鞋套")).toMatchObject({ count: 1, partly: false });
  const loose = find(entries, "穿鞋套 抄表");
  expect(loose.partly).toBe(true);
  expect(idsOf(loose)).toEqual(["a"]);
  expect(find(entries, "完全无关")).toMatchObject({ count: 0, partly: false });
});

test("a kind shows its first twenty and counts all; other kinds are not pushed out", () => {
  const many = Array.from({ length: 25 }, (_, index) => entry(`c${String(index).padStart(2, "0")}`, { sentences: ["客户"] }));
  const found = find([...many, entry("t", { kind: "term", title: "客户" })], "客户");
  expect(found.kinds.clause.hits).toHaveLength(mostOfAKind);
  expect([found.kinds.clause.count, found.kinds.term.count, found.count]).toEqual([25, 1, 26]);
});

test("a long sentence is shown around what was found", () => {
  const [hit] = hitsOf(find([entry("a", { sentences: ["甲".repeat(300) + "鞋套" + "乙".repeat(300)] })], "鞋套"));
  const text = hit?.sentence.map((piece) => piece.text).join("") ?? "";
  expect(text.length).toBeLessThan(130);
  expect(marked(hit)).toEqual(["鞋套"]);
  expect([text.startsWith("…"), text.endsWith("…")]).toEqual([true, true]);
});

test("nothing typed, signs, HTML and patterns ask for nothing, or for their letters only", () => {
  for (const typed of ["", "   ", ".*", "([", "<>", "。。。", "\u0000", "\u200b", "-~/.", "%"]) expect(readAsked(typed), typed).toEqual([]);
  const entries = [entry("a", { sentences: ["<script>alert(1)</script> 是网页里的字。"] })];
  for (const typed of ["<script>", "alert(1)", "script.*", "$&"]) expect(() => find(entries, typed), typed).not.toThrow();
  expect(marked(hitsOf(find(entries, "<script>"))[0])).toContain("script");
});

const alphabet = fc.constantFrom(..."报修到场客户气安全检查3024分钟小时每年次abc ，。%℃三十半");
const text = fc.string({ unit: alphabet, maxLength: 24 });
const someEntries = fc.uniqueArray(fc.record({ id: fc.string({ unit: fc.constantFrom(..."abcdef"), minLength: 1, maxLength: 3 }), kind: fc.constantFrom(...kinds), title: text, source: text, sentences: fc.array(text, { maxLength: 4 }) }), { selector: (one) => one.id, maxLength: 12 });

test("whatever is found holds what was asked", () => {
  fc.assert(
    fc.property(someEntries, fc.string({ unit: alphabet, minLength: 1, maxLength: 8 }), (given, typed) => {
      const entries = given.map(({ id, ...rest }) => entry(id, rest));
      const found = find(entries, typed);
      if (found.partly) return;
      for (const hit of hitsOf(found)) {
        const one = entries.find(({ id }) => id === hit.id);
        const texts = [one?.title ?? "", one?.source ?? "", ...(one?.sentences ?? []).map((sentence) => sentence.text)].map((each) => normalise(each).text);
        const holds = readAsked(typed).some(({ terms, amounts }) => terms.every(({ words }) => words.every((word) => texts.some((each) => contains(each, word)))) && amounts.every((key) => texts.some((each) => amountsHold(each, key))));
        expect(holds, `${hit.id} for ${typed}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

/** An amount written in a text, as a search for it alone sees it. */
function amountsHold(written: string, key: string): boolean {
  return search([indexOf([entry("x", { sentences: [written] })])], [{ terms: [], amounts: [key] }], () => false).count === 1;
}

test("every entry that holds the typed phrase is found", () => {
  fc.assert(
    fc.property(text, fc.string({ unit: fc.constantFrom(..."报修到场客户气安全检查"), minLength: 1, maxLength: 6 }), text, (before, typed, after) => {
      expect(idsOf(find([entry("a", { sentences: [before + typed + after] })], typed))).toEqual(["a"]);
    }),
  );
});

test("the order of the entries does not change the order of the results", () => {
  fc.assert(
    fc.property(someEntries, text, (given, typed) => {
      const entries = given.map(({ id, ...rest }) => entry(id, rest));
      const [first, ...rest] = entries;
      const apart = search([indexOf(first ? [first] : []), indexOf(rest.reverse())], readAsked(typed), () => false);
      expect(apart).toEqual(find(entries, typed));
    }),
  );
});

test("no query is too long or too strange", () => {
  const entries = [entry("a", { title: "客户", sentences: ["客户报修，30 分钟内到场。"] })];
  const index = indexOf(entries);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 100 }), fc.string({ maxLength: 100 }), text), (typed) => {
      const found = search([index], readAsked(typed), () => false);
      expect(hitsOf(found).map((hit) => hit.sentence.map((piece) => piece.text).join(""))).toEqual(found.count > 0 ? ["客户报修，30 分钟内到场。"] : []);
    }),
  );
  expect(find(entries, "气".repeat(5000)).count).toBe(0);
});

const node = (type: string, children: TreeNode[], props: Record<string, string> = {}): TreeNode => ({ type, props, children });

test("a text is read as its reader sees it: figures written out, no marks, no question, and words one must not say told as such", () => {
  const tree: TreeNode[] = [
    node("p", ["接报后 ", node("Figure", [], { topic: "repair-arrival" }), "内到场。", node("Clause", [], { id: "a/b" }), "先", node("strong", ["报工号"]), "。"]),
    "\n",
    node("Check", [], { question: "gs-017" }),
    node("NeverSay", [node("p", ["没空！"])]),
    node("table", [node("tr", [node("td", ["到场"]), node("td", [node("Figure", [], { topic: "repair-arrival" })])])]),
    node("p", ["他说：“好。”走了。"]),
  ];
  expect(sentencesOf(tree, ({ topic }) => (topic === "repair-arrival" ? "30 分钟" : ""))).toEqual([
    { text: "接报后 30 分钟内到场。", told: null },
    { text: "先报工号。", told: null },
    { text: "没空！", told: "never-say" },
    { text: "到场 · 30 分钟", told: null },
    { text: "他说：“好。”", told: null },
    { text: "走了。", told: null },
  ]);
});

test("a row of the glossary is a word", () => {
  const tree = [node("table", [node("tr", [node("th", ["中文"]), node("th", ["English"]), node("th", ["意思"])]), node("tr", [node("td", ["条款"]), node("td", ["clause"]), node("td", ["规范里的一条要求"])])])];
  expect(entriesOfGlossary({ id: "glossary", tree })).toMatchObject([{ title: "条款", source: "clause", to: "/help/glossary", sentences: [{ text: "规范里的一条要求" }] }]);
});
