import { expect, test } from "vitest";
import { toCsv } from "./csv.server.ts";

test("a file begins with a BOM, so that Excel reads Chinese", () => {
  expect(toCsv(["工号", "姓名"], [["10001", "林小雨"]])).toBe("\uFEFF工号,姓名\r\n10001,林小雨");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])("a cell %j is text, not a formula", (cell) => {
  expect(toCsv(["a"], [[cell]])).toContain(`'${cell}`);
});

test("commas, quotes and line ends stay inside their cell", () => {
  expect(toCsv(["a", "b"], [['他说"好",走了', "x\ny"]])).toBe('\uFEFFa,b\r\n"他说""好"",走了","x\ny"');
});
