import fc from "fast-check";
import { expect, test } from "vitest";
import { leftOf, moduleToGoOnWith, passesSelfCheck, progressOf, type History } from "./progress.ts";

const module = { hash: "new", minutes: 60, sections: 5 };
const none: History = { readings: [], checks: [], completions: [] };
const reading = (section: number, at = section, hash = "new") => ({ hash, section, at });
const check = (percent: number, at = 100, hash = "new") => ({ hash, percent, passed: percent >= 80, at });
const allRead = [1, 2, 3, 4, 5].map((section) => reading(section));

test("a module nobody has opened is not started, and takes its whole time", () => {
  expect(progressOf(module, none)).toMatchObject({ state: "not-started", next: { kind: "section", section: 1 }, minutesLeft: 60, bestPercent: null, lastAt: null });
});

test("reading goes on at the first section not yet read, wherever one has jumped to", () => {
  expect(progressOf(module, { ...none, readings: [reading(1), reading(4)] })).toMatchObject({ state: "reading", seen: [1, 4], next: { kind: "section", section: 2 }, minutesLeft: 40 });
});

test("with every section read the self-check is left", () => {
  expect(progressOf(module, { ...none, readings: allRead, checks: [check(75)] })).toMatchObject({ state: "read", next: { kind: "check" }, minutesLeft: 10, bestPercent: 75 });
});

test("a passed self-check does not complete a module that was not read", () => {
  expect(progressOf(module, { ...none, checks: [check(100)] })).toMatchObject({ state: "reading", next: { kind: "section", section: 1 }, minutesLeft: 50, checkPassed: true });
});

test("every section read and the self-check passed is complete, in either order", () => {
  for (const at of [0, 100]) expect(progressOf(module, { ...none, readings: allRead, checks: [check(80, at)] })).toMatchObject({ state: "complete", next: null, minutesLeft: 0, olderVersion: false });
});

test("a completed older version counts, and is marked until the new one is completed too", () => {
  const older = { ...none, completions: [{ hash: "old", at: 5 }] };
  expect(progressOf(module, older)).toMatchObject({ state: "complete", olderVersion: true, minutesLeft: 0 });
  expect(progressOf(module, { ...older, readings: allRead, checks: [check(100)] })).toMatchObject({ state: "complete", olderVersion: false });
});

test("what was read and checked of another version does not count for this one", () => {
  expect(progressOf(module, { ...none, readings: [reading(1, 1, "old")], checks: [check(100, 2, "old")] })).toMatchObject({ state: "not-started", bestPercent: null });
});

test("a section the module does not have changes nothing", () => {
  expect(progressOf(module, { ...none, readings: [...allRead.slice(1), reading(0), reading(6)] })).toMatchObject({ state: "reading", next: { kind: "section", section: 1 } });
});

test("four in five right answers pass, one fewer does not", () => {
  expect([passesSelfCheck(4, 5), passesSelfCheck(3, 5), passesSelfCheck(7, 8), passesSelfCheck(6, 8), passesSelfCheck(0, 0)]).toEqual([true, false, true, false, false]);
});

test("any order and repetition of what was done gives the same state", () => {
  const event = fc.record({ hash: fc.constantFrom("new", "old"), section: fc.integer({ min: 0, max: 7 }), at: fc.nat(1000) });
  const tried = fc.record({ hash: fc.constantFrom("new", "old"), percent: fc.integer({ min: 0, max: 100 }), at: fc.nat(1000) }).map((one) => ({ ...one, passed: one.percent >= 80 }));
  const mixed = fc.tuple(fc.array(event), fc.array(tried)).chain(([readings, checks]) =>
    fc.tuple(
      fc.constant({ ...none, readings, checks }),
      fc.shuffledSubarray([...readings, ...readings], { minLength: readings.length * 2 }),
      fc.shuffledSubarray([...checks, ...checks], { minLength: checks.length * 2 }),
    ),
  );
  fc.assert(
    fc.property(mixed, ([history, readings, checks]) => {
      expect(progressOf(module, { ...none, readings, checks })).toEqual(progressOf(module, history));
    }),
  );
});

test("reading more never makes a module less finished", () => {
  const order = ["not-started", "reading", "read", "complete"];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 })), fc.integer({ min: 1, max: 5 }), fc.boolean(), (sections, more, passed) => {
      const checks = passed ? [check(90)] : [];
      const before = progressOf(module, { ...none, checks, readings: sections.map((section) => reading(section)) });
      const after = progressOf(module, { ...none, checks, readings: [...sections, more].map((section) => reading(section)) });
      expect(order.indexOf(after.state)).toBeGreaterThanOrEqual(order.indexOf(before.state));
      expect(after.minutesLeft).toBeLessThanOrEqual(before.minutesLeft);
    }),
  );
});

test("one goes on with what one last worked on, then with the first not begun", () => {
  const fresh = { id: "fresh", progress: progressOf(module, none) };
  const earlier = { id: "earlier", progress: progressOf(module, { ...none, readings: [reading(1, 10)] }) };
  const later = { id: "later", progress: progressOf(module, { ...none, readings: [reading(1, 20)] }) };
  const done = { id: "done", progress: progressOf(module, { ...none, readings: allRead, checks: [check(100)] }) };
  expect(moduleToGoOnWith([done, fresh, earlier, later])?.id).toBe("later");
  expect(moduleToGoOnWith([done, fresh])?.id).toBe("fresh");
  expect(moduleToGoOnWith([done])).toBeNull();
  expect(leftOf([done, fresh, earlier])).toEqual({ modules: 2, minutes: 110 });
});

test("who has a place in a module has begun it, and the latest of places and records leads", () => {
  const at = (id: string, readAt: number | null, placeAt: number | null) => ({ id, progress: progressOf(module, { ...none, readings: readAt === null ? [] : [reading(1, readAt)] }), place: placeAt === null ? null : { at: placeAt } });
  expect(moduleToGoOnWith([at("fresh", null, null), at("opened", null, 5)])?.id).toBe("opened");
  expect(moduleToGoOnWith([at("read", 9, null), at("opened", null, 5)])?.id).toBe("read");
  expect(moduleToGoOnWith([at("read", 4, 12), at("opened", null, 5)])?.id).toBe("read");
});
