import { expect, test } from "vitest";
import { importColumns } from "#app/features/people/import-format.ts";
import { createI18n } from "#app/lib/i18n.ts";
import english from "#app/locales/en.json" with { type: "json" };
import { readSources, sourceFile } from "./source.ts";
import { chineseIn, isChinese, placeholders, type Word } from "./words.ts";

type Dictionary = Readonly<Record<string, string>>;
const at = ({ file, line, text }: Word) => `${file}:${line} ${text}`;
const page = (text: string) => chineseIn([sourceFile("app/routes/x.tsx", text)]);

function untranslated(sentences: readonly Word[], dictionary: Dictionary): string[] {
  return sentences.filter(({ text }) => !dictionary[text]).map(at);
}

function unused(sentences: readonly Word[], dictionary: Dictionary): string[] {
  const said = new Set(sentences.map(({ text }) => text));
  return Object.keys(dictionary).filter((sentence) => !said.has(sentence));
}

function wronglyFilled(dictionary: Dictionary): string[] {
  return Object.entries(dictionary).flatMap(([sentence, translation]) => (placeholders(sentence).join() === placeholders(translation).join() ? [] : [`${sentence} → ${translation}`]));
}

/** Translations that still hold Chinese; the columns of the import file are called so in every language. */
function halfTranslated(dictionary: Dictionary): string[] {
  const withoutColumns = (text: string) => importColumns.reduce((rest, column) => rest.replaceAll(column, ""), text);
  return Object.values(dictionary).filter((translation) => isChinese(withoutColumns(translation)));
}

test("every sentence of the interface has its English", () => {
  const { sentences } = chineseIn(readSources());
  expect(sentences.length).toBeGreaterThan(1000);
  expect(untranslated(sentences, english)).toEqual([]);
});

test("a sentence without English would be seen, wherever it is written", () => {
  expect(untranslated(page(`const x = <p>{t("从没有说过的话")}</p>;`).sentences, english)).toEqual(["app/routes/x.tsx:1 从没有说过的话"]);
  expect(untranslated(page("const label = {\n  a: `从没有说过的话`,\n};").sentences, english)).toEqual(["app/routes/x.tsx:2 从没有说过的话"]);
  expect(untranslated(page(`const list = names.join("、");`).sentences, {})).toHaveLength(1);
  expect(untranslated(page(`t("说过")`).sentences, { 说过: "" })).toHaveLength(1);
});

test("no English is kept of a sentence that is not said any more", () => {
  expect(unused(chineseIn(readSources()).sentences, english)).toEqual([]);
  expect(unused(page(`t("还在说")`).sentences, { 还在说: "said", 不再说: "no longer said" })).toEqual(["不再说"]);
});

test("no Chinese stands where it cannot be looked up", () => {
  expect(chineseIn(readSources()).loose.map(at)).toEqual([]);
});

test("Chinese between tags or in a template would be seen", () => {
  expect(page(`const x = <p>您好</p>;`).loose.map(at)).toEqual(["app/routes/x.tsx:1 您好"]);
  expect(page("const x = `共 ${n} 题`;").loose.map(at)).toEqual(["app/routes/x.tsx:1 共 … 题"]);
  expect(page(`const x = <p>{name}（{unit}）</p>;`).loose).toHaveLength(2);
  expect(page('const x = `${t("共 {{n}} 题", { n })} · ${name}`;').loose).toEqual([]);
});

test("what a sentence is filled in with is the same in both languages", () => {
  expect(wronglyFilled(english)).toEqual([]);
  expect(wronglyFilled({ "第 {{n}} 题，共 {{of}} 题": "Question {{n}}" })).toHaveLength(1);
  expect(wronglyFilled({ "{{n}} 题": "{{n}} {{n, plural(one: question; other: questions)}}" })).toEqual([]);
});

test("no Chinese is left in the English", () => {
  expect(halfTranslated(english)).toEqual([]);
  expect(halfTranslated({ 表头: "The first line: 工号", 学员: "学员 learner", 单位: "unit，station" })).toHaveLength(2);
});

test("a tab's title and a data file are no interface", () => {
  expect(page(`export const meta = title("只在标签页上的题目");`).sentences).toEqual([]);
  expect(chineseIn([sourceFile("app/cli/start.ts", `console.log("起动")`)]).sentences).toEqual([]);
});

test("Chinese is shown as it is written, English fits its noun to the number", () => {
  const dictionary = { "{{n}} 步": "{{n}} {{n, plural(one: step; other: steps)}}" };
  const say = (language: "zh-CN" | "en", n: number) => createI18n(language, dictionary).t("{{n}} 步", { n });
  expect([say("zh-CN", 1), say("zh-CN", 3)]).toEqual(["1 步", "3 步"]);
  expect([say("en", 1), say("en", 3), say("en", 0)]).toEqual(["1 step", "3 steps", "0 steps"]);
});
