import { expect, test } from "vitest";
import { writtenFigures } from "./prose-figures.ts";

const found = (text: string) => writtenFigures(text).map(({ value, unit }) => `${value} ${unit}`);

test("figures are found in digits and spelled out, with their units", () => {
  expect(found("接到报修后 20 分钟内到场，48小时内答复")).toEqual(["20 分钟", "48 小时"]);
  expect(found("五个工作日内回复，3工作日反馈")).toEqual(["3 个工作日", "5 个工作日"]);
  expect(found("每年2次，每季度 1 次，100%")).toEqual(["2 次/年", "1 次/季", "100 %"]);
  expect(found("铃响三声内接起，等了二十四小时")).toEqual(["3 声", "24 小时"]);
});

test("names of lists and everyday words are no figures", () => {
  expect(found("三声、七声与四个一样；一次讲清，分三步走，两个人")).toEqual([]);
});
