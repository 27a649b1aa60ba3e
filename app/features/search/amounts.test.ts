import fc from "fast-check";
import { expect, test } from "vitest";
import { figureUnits, formatFigure } from "../standards/figure.ts";
import { amountsIn, holdsOf, numberOf } from "./amounts.ts";
import { normalise } from "./normal.ts";

const keysIn = (text: string) => amountsIn(normalise(text).text).map((one) => one.key);

test("numbers are read as they are written", () => {
  const cases: readonly [string, number | null][] = [["30", 30], ["2.5", 2.5], ["三十", 30], ["三十五", 35], ["十", 10], ["十二", 12], ["两百", 200], ["一百零五", 105], ["两千零二十", 2020], ["三万五千", 35_000], ["万", null], ["二〇二六", 2026], ["半", 0.5], ["两", 2], ["三五", null], ["", null]];
  for (const [written, value] of cases) expect(numberOf(written), written).toBe(value);
});

test("one amount written in several ways is one amount", () => {
  const same: readonly (readonly string[])[] = [
    ["30分钟", "30 分钟", "３０分钟", "三十分钟", "半小时", "半个小时", "0.5小时"],
    ["每年2次", "2次/年", "每年例行安全检查二次", "一年至少检查2次", "一年两次", "每年 2 次"],
    ["两年", "2年", "24个月", "二十四个月"],
    ["10%", "百分之十", "10％"],
    ["每季一次", "每季度1次", "1次/季"],
    ["18℃", "18°C", "18摄氏度"],
    ["3个工作日", "三个工作日", "3工作日"],
    ["5日内", "五天"],
    ["3–4下", "3至4下", "三到四下", "3~4 下"],
  ];
  for (const ways of same) expect(new Set(ways.map((way) => keysIn(way).join("|"))), ways.join(" ")).toHaveLength(1);
  expect(keysIn("24小时")).not.toEqual(keysIn("24分钟"));
});

test("ordinals, dates and words with a number in them are no amounts", () => {
  for (const text of ["第三天", "5月1日", "十分满意", "一度", "三五天", "张三", "万一"]) expect(keysIn(text), text).toEqual([]);
});

test("a figure answers to what the page writes for it", () => {
  const figure = fc.record({ value: fc.integer({ min: 0, max: 9999 }), unit: fc.constantFrom(...figureUnits), more: fc.integer({ min: 1, max: 9 }), range: fc.boolean() });
  fc.assert(
    fc.property(figure, ({ value, unit, more, range }) => {
      const one = range ? { value, to: value + more, unit, comparator: "range" as const } : { value, unit, comparator: "exactly" as const };
      expect(keysIn(formatFigure(one)).filter((key) => holdsOf(one).includes(key))).not.toEqual([]);
    }),
  );
});

test("a range holds its ends, a frequency its number of times", () => {
  const [seen] = amountsIn(normalise("3–4 下").text);
  expect(seen?.holds).toEqual(expect.arrayContaining([...keysIn("3下"), ...keysIn("4下")]));
  expect(holdsOf({ value: 2, unit: "次/年", comparator: "exactly" })).toEqual(expect.arrayContaining(keysIn("2次")));
});
