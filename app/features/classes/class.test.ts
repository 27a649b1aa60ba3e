import fc from "fast-check";
import { expect, test } from "vitest";
import { hour, instantOf, minute } from "#app/lib/clock.ts";
import { checkNewClass, latestOf, mayEnterByHand, mayUseCode, moveClass, needsReason, stageOf } from "./class.ts";
import { codeAt, codeMatches, turnsIn, windowMs } from "./code.server.ts";
import { attendanceWays, classStates } from "./states.ts";

const startsAt = instantOf("2026-11-22", "09:00");
const endsAt = instantOf("2026-11-22", "10:00");
const planned = { state: "planned", startsAt, endsAt } as const;
const at = (time: string) => instantOf("2026-11-22", time);

test.each([
  ["08:29", "ahead", "too-early"],
  ["08:30", "open", null],
  ["10:30", "open", null],
  ["10:31", "unclosed", "too-late"],
])("at %s a class from nine to ten is %s", (time, stage, refusal) => {
  expect(stageOf(planned, at(time))).toBe(stage);
  expect(mayUseCode(planned, at(time))).toMatchObject(refusal === null ? { ok: true } : { ok: false, refusal });
});

test("a class that is held or called off takes nobody in by code; a held one can still be corrected, a cancelled one cannot", () => {
  expect(mayUseCode({ ...planned, state: "held" }, startsAt)).toEqual({ ok: false, refusal: "closed" });
  expect(mayUseCode({ ...planned, state: "cancelled" }, startsAt)).toEqual({ ok: false, refusal: "cancelled" });
  expect(mayEnterByHand({ ...planned, state: "held" }, at("20:00")).ok).toBe(true);
  expect(mayEnterByHand({ ...planned, state: "cancelled" }, startsAt)).toEqual({ ok: false, refusal: "cancelled" });
  expect(mayEnterByHand(planned, at("08:00"))).toEqual({ ok: false, refusal: "too-early" });
});

test("a class is closed once it has begun, called off at any time, and neither is taken back", () => {
  expect(moveClass(planned, "close", at("08:59"))).toEqual({ ok: false, refusal: "too-early" });
  expect(moveClass(planned, "close", at("09:00"))).toEqual({ ok: true, value: "held" });
  expect(moveClass(planned, "cancel", at("08:00"))).toEqual({ ok: true, value: "cancelled" });
  for (const state of classStates.filter((one) => one !== "planned"))
    for (const move of ["close", "cancel"] as const) expect(moveClass({ ...planned, state }, move, endsAt)).toEqual({ ok: false, refusal: "wrong-state" });
});

test.each([
  [{}, null],
  [{ endsAt: startsAt }, "ends-first"],
  [{ minutes: 61 }, "too-many-minutes"],
  [{ startsAt: instantOf("2026-10-01"), endsAt: instantOf("2026-10-02") }, "too-long-ago"],
  [{ startsAt: instantOf("2036-11-22", "09:00"), endsAt: instantOf("2036-11-22", "10:00") }, "too-far-ahead"],
])("a new class with %o", (change, refusal) => {
  expect(checkNewClass({ startsAt, endsAt, minutes: 60, ...change }, at("09:00"))).toEqual(refusal === null ? { ok: true, value: null } : { ok: false, refusal });
});

test("the highest number counts, in whatever order the entries come", () => {
  const entry = fc.record({ seq: fc.integer({ min: 1, max: 50 }), present: fc.boolean(), way: fc.constantFrom(...attendanceWays) });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: (one) => one.seq }), fc.func(fc.integer()), (entries, order) => {
      const mixed = [...entries].sort((a, b) => order(a.seq) - order(b.seq));
      expect(latestOf(mixed)).toEqual(latestOf(entries));
      expect(latestOf(entries)?.seq ?? 0).toBe(Math.max(0, ...entries.map((one) => one.seq)));
    }),
  );
});

test("a first entry during the class needs no reason, every other one does", () => {
  const before = { seq: 1, present: false, way: "hand" } as const;
  expect(needsReason("planned", null)).toBe(false);
  expect(needsReason("planned", before)).toBe(true);
  expect(needsReason("held", null)).toBe(true);
});

test("a code opens in its own window and the next one, and at no other time", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -10, max: 10 }), (secret, shownAt, windows) => {
      const code = codeAt(secret, shownAt);
      expect(code).toMatch(/^\d{6}$/);
      const later = shownAt + windows * windowMs;
      fc.pre(later >= windowMs);
      const codes = [codeAt(secret, later), codeAt(secret, later - windowMs)];
      expect(codeMatches(secret, code, later)).toBe(codes.includes(code));
      if (windows === 0 || windows === 1) expect(codeMatches(secret, code, later)).toBe(true);
      expect(turnsIn(shownAt)).toBeGreaterThan(0);
      expect(codeAt(secret, shownAt + turnsIn(shownAt) - 1)).toBe(code);
    }),
  );
});

test("codes differ by class and by window, and do not change under us", () => {
  const codes = new Set(Array.from({ length: 200 }, (_, window) => codeAt("class a", startsAt + window * windowMs)));
  expect(codes.size).toBeGreaterThan(195);
  expect(codeAt("class a", startsAt)).not.toBe(codeAt("class b", startsAt));
  // Reckoned a second time with the hmac module of Python.
  expect(codeAt("class a", startsAt)).toBe("297950");
});

test.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("%o, which no screen showed, opens nothing", (given) => {
  expect(codeMatches("class a", given, startsAt + 3 * hour + 7 * minute)).toBe(false);
});
