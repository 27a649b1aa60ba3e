import Papa from "papaparse";
import { addDays, isDay, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { posts, type Post } from "../standards/clause.ts";
import { postNames } from "../standards/posts.ts";
import { importColumns, importLimits, type ImportColumn, type ImportProblem, type ImportReason } from "./import-format.ts";
import { roleNames, roles, type Role } from "./roles.ts";

/** A line as typed, with its number in the file. */
export type RawLine = { line: number; cells: readonly string[] };
export type ImportRow = { line: number; staffNo: string; name: string; unitId: string; post: Post; hiredOn: Day; roles: Role[] };
export type ImportRefused = { ok: false; refusal: "has-problems"; problems: ImportProblem[] };

/** What the lines are held against: the units the importer manages, the staff numbers that exist, today. */
export type Known = { units: readonly { id: string; name: string; parentName: string | null }[]; taken: ReadonlySet<string>; today: Day };

/** Reads bytes as UTF-8, with or without BOM, else as GB18030, which is what Excel in Chinese saves. Refuses what is no text. */
export function decodeImport(bytes: Uint8Array): Result<string, "too-large" | "not-text"> {
  if (bytes.length > importLimits.bytes) return refused("too-large");
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A workbook or a picture decodes by chance; text has no NUL.
      return text.includes("\0") ? refused("not-text") : ok(text);
    } catch {
      continue;
    }
  }
  return refused("not-text");
}

function refuse(problems: ImportProblem[]): ImportRefused {
  return { ok: false, refusal: "has-problems", problems };
}

/** Splits a file into its lines. Refused whole when the header is another, a quote stays open, cells are too many, or lines are none or too many. */
export function splitImport(text: string): { ok: true; value: RawLine[] } | ImportRefused {
  const lines: RawLine[] = [];
  const problems: ImportProblem[] = [];
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(text, {
    delimiter: ",",
    step({ data, errors, meta }) {
      if (errors.length > 0) problems.push({ line, column: null, reason: "quotes", value: "" });
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== "")) lines.push({ line, cells });
      // A quoted cell may hold line ends: count those of the file, not the records.
      line += text.slice(at, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      at = meta.cursor;
    },
  });
  const [header, ...rows] = lines;
  if (!header || !isHeader(header.cells)) return refuse([{ line: 1, column: null, reason: "header", value: header?.cells.join(",").slice(0, 60) ?? "" }]);
  if (rows.length > importLimits.rows) return refuse([{ line: 1, column: null, reason: "too-many-rows", value: String(rows.length) }]);
  if (rows.length === 0 && problems.length === 0) return refuse([{ line: 1, column: null, reason: "empty", value: "" }]);
  for (const row of rows) {
    const extra = row.cells.slice(header.cells.length).filter((cell) => cell !== "");
    if (extra.length > 0) problems.push({ line: row.line, column: null, reason: "cells", value: extra.join(",").slice(0, 60) });
  }
  return problems.length > 0 ? refuse(problems) : ok(rows);
}

function isHeader(cells: readonly string[]): boolean {
  const named = cells.slice(0, importColumns.length);
  const full = named.length >= importColumns.length - 1 && named.every((cell, index) => cell === importColumns[index] || (index === importColumns.length - 1 && cell === ""));
  return full && cells.slice(importColumns.length).every((cell) => cell === "");
}

/** Every person of the lines, or every problem of every line: nothing is half right. */
export function checkImport(lines: readonly RawLine[], known: Known): { ok: true; value: ImportRow[] } | ImportRefused {
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  const rows = lines.flatMap(({ line, cells }) => {
    const read = reader(line, cells, problems);
    const staffNo = read("工号", (text) => (text.length > 20 ? "too-long" : !/^[A-Za-z0-9-]+$/.test(text) ? "staff-no-form" : seen.has(text) ? "twice-in-file" : known.taken.has(text) ? "taken" : { value: text }));
    if (staffNo !== null) seen.add(staffNo);
    const name = read("姓名", (text) => (text.length > 40 ? "too-long" : /\p{Cc}/u.test(text) ? "name-form" : { value: text }));
    const unitId = read("单位", (text) => unitNamed(text, known.units));
    const post = read("岗位", (text) => found(posts.find((one) => postNames[one] === text), "post-unknown"));
    const hiredOn = read("入职日期", (text) => dayNamed(text, known.today));
    const role = read("角色", rolesNamed, "学员");
    return staffNo === null || name === null || unitId === null || post === null || hiredOn === null || role === null ? [] : [{ line, staffNo, name, unitId, post, hiredOn, roles: role }];
  });
  return problems.length > 0 ? refuse(problems) : ok(rows);
}

type Read<T> = { value: T } | ImportReason;

function found<T>(value: T | undefined, reason: ImportReason): Read<T> {
  return value === undefined ? reason : { value };
}

function reader(line: number, cells: readonly string[], problems: ImportProblem[]) {
  return <T>(column: ImportColumn, judge: (text: string) => Read<T>, otherwise = ""): T | null => {
    const text = cells[importColumns.indexOf(column)] || otherwise;
    const read: Read<T> = text === "" ? "missing" : judge(text);
    if (typeof read !== "string") return read.value;
    problems.push({ line, column, reason: read, value: text.slice(0, 60) });
    return null;
  };
}

/** A unit by its name, or `上级/本级` where two have the same. */
function unitNamed(text: string, units: Known["units"]): Read<string> {
  const fits = units.filter((unit) => unit.name === text || `${unit.parentName}/${unit.name}` === text);
  return fits.length > 1 ? "unit-ambiguous" : found(fits[0]?.id, "unit-unknown");
}

/** `2026-03-01`, or as Excel writes it, `2026/3/1`. */
function dayNamed(text: string, today: Day): Read<Day> {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  if (!year || !month || !day) return "day-form";
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDay(value)) return "day-form";
  return isHiringDay(value, today) ? { value } : "day-range";
}

/** Whether somebody can have been hired on a day, or will be: a year mistyped is not taken over. */
export function isHiringDay(day: Day, today: Day): boolean {
  return day >= "1950-01-01" && day <= addDays(today, 366);
}

function rolesNamed(text: string): Read<Role[]> {
  const names = text.split(/[、;；]/).map((name) => name.trim()).filter((name) => name !== "");
  const named = names.map((name) => roles.find((role) => roleNames[role] === name));
  const all = named.filter((role) => role !== undefined);
  return all.length === named.length && all.length > 0 ? { value: [...new Set(all)] } : "role-unknown";
}
