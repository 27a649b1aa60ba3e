/** The file of people 人员导入: its columns in order, and how large it may be. The last column may be missing or empty: 学员. */
export const importColumns = ["工号", "姓名", "单位", "岗位", "入职日期", "角色"] as const;
export type ImportColumn = (typeof importColumns)[number];
export const importLimits = { rows: 2000, bytes: 1024 * 1024 };

/** Why a line is refused; the sentence to each stands in refusals.ts. */
export const importReasons = [
  "header", "too-many-rows", "empty", "cells", "quotes", "missing", "too-long", "staff-no-form", "name-form", "unit-unknown", "unit-ambiguous", "post-unknown", "day-form", "day-range",
  "role-unknown", "twice-in-file", "taken",
] as const;
export type ImportReason = (typeof importReasons)[number];

/** What is wrong, in which line of the file (the header is line 1) and which column; `value` is what stands there. */
export type ImportProblem = { line: number; column: ImportColumn | null; reason: ImportReason; value: string };
