import { expect, test } from "vitest";
import { instantOf } from "#app/lib/clock.ts";
import type { NotificationData } from "./kinds.ts";
import { messageLink, messageWords, type Translate } from "./words.ts";

const t: Translate = (sentence, values = {}) => sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
const chen = { name: "陈晓梅", staffNo: "10002" };

const cases: readonly [NotificationData, own: string, unit: string][] = [
  [{ kind: "result.released", ...chen, title: "维修上岗证理论考试", percent: 92, passed: true }, "维修上岗证理论考试：92%，通过", "陈晓梅（10002）：维修上岗证理论考试：92%，通过"],
  [{ kind: "result.released", ...chen, title: "维修上岗证理论考试", percent: 61.54, passed: false }, "维修上岗证理论考试：61.5%，未通过", "陈晓梅（10002）：维修上岗证理论考试：61.5%，未通过"],
  [{ kind: "practical.signed", ...chen, title: "上门服务", passed: false }, "上门服务实操考核：不合格", "陈晓梅（10002）：上门服务实操考核：不合格"],
  [{ kind: "licence.issued", ...chen, title: "维修上岗证", number: "AR-2026-00417-8", validUntil: "2028-11-30" }, "已签发维修上岗证 AR-2026-00417-8，有效至 2028-11-30", "陈晓梅（10002）：已签发维修上岗证 AR-2026-00417-8，有效至 2028-11-30"],
  [{ kind: "licence.changed", ...chen, number: "AR-2026-00417-8", change: "suspended", reason: "待复训" }, "上岗证 AR-2026-00417-8 已暂停，原因：待复训", "陈晓梅（10002）：上岗证 AR-2026-00417-8 已暂停，原因：待复训"],
  [{ kind: "commitment.started", ...chen, startsOn: "2026-12-01", endsOn: "2028-11-30" }, "服务期从 2026-12-01 到 2028-11-30", "陈晓梅（10002）：服务期从 2026-12-01 到 2028-11-30"],
];

test.each(cases)("$kind is told to the person and, by name, to the unit", (message, own, unit) => {
  expect(messageWords(t, message, true)).toBe(own);
  expect(messageWords(t, message, false)).toBe(unit);
});

test("who is admitted learns when and where", () => {
  expect(messageWords(t, { kind: "sitting.admitted", title: "维修上岗证理论考试", startsAt: instantOf("2026-12-04", "09:00"), room: "第 2 考场" }, true)).toBe("您已被安排参加 维修上岗证理论考试：2026-12-04 09:00，第 2 考场");
});

test.each([["trainer", "培训师"], ["manager", "单位负责人"], ["hr", "人事"]] as const)("a reminder says that the %s sends it, what to go on with and how much is left, and leads to the plan", (as, role) => {
  const reminder: NotificationData = { kind: "learning.reminded", as, by: "周敏", left: 3, title: "服务用语" };
  expect(messageWords(t, reminder, true)).toBe(`${role}提醒您：请接着学《服务用语》，还剩 3 个模块（周敏）`);
  expect(messageLink(reminder, { subject: "p-10301", unitId: null })).toBe("/plan");
});

test("a message leads the person to their own page and the unit to the unit's", () => {
  const released: NotificationData = { kind: "result.released", ...chen, title: "维修上岗证理论考试", percent: 92, passed: true };
  expect(messageLink(released, { subject: "attempt", unitId: null })).toBe("/exams");
  expect(messageLink(released, { subject: "attempt", unitId: "east" })).toBe("/units/east/results");
  expect(messageLink({ kind: "question.answered", moduleId: "gas-safety-basics", title: "燃气安全基础", section: 2, excerpt: "闻到燃气味…" }, { subject: "q1", unitId: null })).toBe("/modules/gas-safety-basics/2#ask-q1");
});
