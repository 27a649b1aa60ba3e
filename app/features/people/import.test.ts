import fc from "fast-check";
import { expect, test } from "vitest";
import { checkImport, decodeImport, splitImport, type Known } from "./import.ts";
import { importLimits } from "./import-format.ts";

const header = "工号,姓名,单位,岗位,入职日期,角色";
const known: Known = {
  units: [
    { id: "east", name: "城东站", parentName: "榕安项目公司" },
    { id: "port-r", name: "港口站", parentName: "榕安项目公司" },
    { id: "port-m", name: "港口站", parentName: "闽安项目公司" },
  ],
  taken: new Set(["10001"]),
  today: "2026-11-22",
};

function read(text: string) {
  const lines = splitImport(text);
  return lines.ok ? checkImport(lines.value, known) : lines;
}

function problemsOf(text: string) {
  const result = read(text);
  return result.ok ? [] : result.problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`);
}

test("a correct file gives its people", () => {
  expect(read(`${header}\n20001,陈晓梅,城东站,维修技术员,2026-03-01,学员、考评员\n`)).toEqual({
    ok: true,
    value: [{ line: 2, staffNo: "20001", name: "陈晓梅", unitId: "east", post: "technician", hiredOn: "2026-03-01", roles: ["learner", "assessor"] }],
  });
});

test("the role may be left out, as a cell and as a column: 学员", () => {
  for (const text of [`${header}\n20001,陈晓梅,城东站,维修技术员,2026-03-01,`, `工号,姓名,单位,岗位,入职日期\n20001,陈晓梅,城东站,维修技术员,2026-03-01`]) {
    expect(read(text)).toMatchObject({ ok: true, value: [{ roles: ["learner"] }] });
  }
});

test("a day may be written as Excel writes it", () => {
  expect(read(`${header}\n20001,陈晓梅,城东站,维修技术员,2026/3/1,`)).toMatchObject({ ok: true, value: [{ hiredOn: "2026-03-01" }] });
});

test("a unit whose name occurs twice is told apart by the unit above it", () => {
  expect(problemsOf(`${header}\n20001,陈晓梅,港口站,维修技术员,2026-03-01,`)).toEqual(["2 单位 unit-ambiguous"]);
  expect(read(`${header}\n20001,陈晓梅,闽安项目公司/港口站,维修技术员,2026-03-01,`)).toMatchObject({ ok: true, value: [{ unitId: "port-m" }] });
});

test.each([
  ["20001,陈晓梅,城南站,维修技术员,2026-03-01,", "2 单位 unit-unknown"],
  ["20001,陈晓梅,城东站,维修工,2026-03-01,", "2 岗位 post-unknown"],
  ["20001,陈晓梅,城东站,维修技术员,2026-02-30,", "2 入职日期 day-form"],
  ["20001,陈晓梅,城东站,维修技术员,三月一日,", "2 入职日期 day-form"],
  ["20001,陈晓梅,城东站,维修技术员,1926-03-01,", "2 入职日期 day-range"],
  ["20001,陈晓梅,城东站,维修技术员,2029-03-01,", "2 入职日期 day-range"],
  ["20001,陈晓梅,城东站,维修技术员,2026-03-01,老板", "2 角色 role-unknown"],
  ["20001,陈晓梅,城东站,维修技术员,2026-03-01,、", "2 角色 role-unknown"],
  ["10001,陈晓梅,城东站,维修技术员,2026-03-01,", "2 工号 taken"],
  ["一号,陈晓梅,城东站,维修技术员,2026-03-01,", "2 工号 staff-no-form"],
  ["123456789012345678901,陈晓梅,城东站,维修技术员,2026-03-01,", "2 工号 too-long"],
  [",陈晓梅,城东站,维修技术员,2026-03-01,", "2 工号 missing"],
  ["20001,,城东站,维修技术员,2026-03-01,", "2 姓名 missing"],
  ["20001", "2 姓名 missing"],
  ["20001,陈晓梅,城东站,维修技术员,2026-03-01,学员,多出来的", "2 null cells"],
  ['20001,"陈晓梅,城东站,维修技术员,2026-03-01,', "2 null quotes"],
])("a line %j is refused as %s", (line, problem) => {
  expect(problemsOf(`${header}\n${line}`)).toContain(problem);
});

test("a staff number that occurs twice in the file is refused at its second line", () => {
  const line = "20001,陈晓梅,城东站,维修技术员,2026-03-01,";
  expect(problemsOf(`${header}\n${line}\n${line}`)).toEqual(["3 工号 twice-in-file"]);
});

test("line numbers are those of the file: empty lines and line ends inside a cell count", () => {
  expect(problemsOf(`${header}\r\n\r\n20001,"陈\r\n晓梅",城东站,维修技术员,2026-03-01,\r\n20002,黄志强,城南站,维修技术员,2026-03-01,`)).toEqual(["3 姓名 name-form", "5 单位 unit-unknown"]);
});

test.each(["", "\n\n", "姓名,工号,单位,岗位,入职日期,角色\n1,2,3,4,5,6", "工号;姓名;单位;岗位;入职日期\n1;2;3;4;5"])("a file with another header is refused: %j", (text) => {
  expect(problemsOf(text)).toEqual(["1 null header"]);
});

test("a file without people, and one with too many, is refused", () => {
  expect(problemsOf(header)).toEqual(["1 null empty"]);
  const lines = Array.from({ length: importLimits.rows + 1 }, (_, index) => `${20001 + index},陈晓梅,城东站,维修技术员,2026-03-01,`);
  expect(problemsOf([header, ...lines].join("\n"))).toEqual(["1 null too-many-rows"]);
  expect(read([header, ...lines.slice(1)].join("\n"))).toMatchObject({ ok: true });
});

test("UTF-8 with and without BOM and GB18030 are read alike", () => {
  const bytes = new TextEncoder().encode("工号");
  const gb18030 = Uint8Array.from([0xb9, 0xa4, 0xba, 0xc5]);
  for (const file of [bytes, Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]), gb18030]) expect(decodeImport(file)).toEqual({ ok: true, value: "工号" });
});

test("what is no text, and what is too large, is refused before it is read", () => {
  expect(decodeImport(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toEqual({ ok: false, refusal: "not-text" });
  expect(decodeImport(Uint8Array.from([0xff, 0xff, 0xff]))).toEqual({ ok: false, refusal: "not-text" });
  expect(decodeImport(new Uint8Array(importLimits.bytes + 1))).toEqual({ ok: false, refusal: "too-large" });
});

test("whatever the text, reading answers: all its lines, or at least one problem", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("工", ",", '"', "\n", "\r", "1", "城东站", header) }), (text) => {
      const result = read(`${header}\n${text}`);
      return result.ok ? result.value.length > 0 : result.problems.length > 0;
    }),
  );
});
