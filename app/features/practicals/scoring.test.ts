import fc from "fast-check";
import { expect, test } from "vitest";
import type { Checklist, Step } from "./checklist.ts";
import { latestMarks, type MarkEvent } from "./marks.ts";
import { recordHash } from "./record.server.ts";
import { clausesToTrain, score, sortMarks } from "./scoring.ts";
import { marks, type Mark } from "./states.ts";

const step = (id: string, more: Partial<Step> = {}): Step => ({ id, title: `步骤 ${id}`, look: "看得见的样子", critical: false, mayNotApply: false, clauses: [`anran/${id}`], ...more });
const checklistOf = (steps: Step[], minimumPercent = 80): Checklist => ({ id: "pc-test", title: "试表", roles: ["technician"], minutes: 30, policy: { minimumPercent, note: "本单位政策" }, sections: [{ title: "全部", steps }] });
const tenSteps = checklistOf([step("s01", { critical: true }), step("s02", { critical: true, mayNotApply: true }), step("s03", { mayNotApply: true }), ...[4, 5, 6, 7, 8, 9].map((n) => step(`s0${n}`)), step("s10")]);
const ids = ["s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10"];
const all = (mark: Mark, except: Record<string, Mark> = {}): MarkEvent[] => ids.map((id) => ({ step: id, seq: 1, mark: except[id] ?? mark, note: null }));

const cases: [name: string, events: MarkEvent[], expected: { percent: number; outcome: string; criticalMissed: string[] }][] = [
  ["everything done", all("done"), { percent: 100, outcome: "passed", criticalMissed: [] }],
  ["exactly the minimum", all("done", { s09: "missed", s10: "missed" }), { percent: 80, outcome: "passed", criticalMissed: [] }],
  ["one below the minimum", all("done", { s08: "missed", s09: "missed", s10: "missed" }), { percent: 70, outcome: "failed", criticalMissed: [] }],
  ["not observed counts as not done", all("done", { s08: "not-observed", s09: "missed", s10: "missed" }), { percent: 70, outcome: "failed", criticalMissed: [] }],
  ["a critical step missed", all("done", { s01: "missed" }), { percent: 90, outcome: "failed", criticalMissed: ["s01"] }],
  ["a critical step not observed", all("done", { s02: "not-observed" }), { percent: 90, outcome: "failed", criticalMissed: ["s02"] }],
  ["a critical step that did not apply", all("done", { s02: "not-applicable" }), { percent: 100, outcome: "passed", criticalMissed: [] }],
  ["what does not apply shrinks the whole", all("done", { s03: "not-applicable", s10: "missed" }), { percent: 800 / 9, outcome: "passed", criticalMissed: [] }],
  ["不适用 where the checklist forbids it excuses nothing", all("done", { s01: "not-applicable" }), { percent: 90, outcome: "failed", criticalMissed: ["s01"] }],
];

test.each(cases)("%s", (_name, events, expected) => {
  expect(score(tenSteps, events)).toMatchObject({ ok: true, value: expected });
});

test("every step carries a mark before the practical can be finished, and the refusal says how many do not", () => {
  expect(score(tenSteps, all("done").slice(3))).toEqual({ ok: false, refusal: "steps-open", open: 3 });
});

test("a practical in which nothing applied shows nothing, so it is not passed", () => {
  const checklist = checklistOf([step("s01", { mayNotApply: true })], 1);
  expect(score(checklist, [{ step: "s01", seq: 1, mark: "not-applicable", note: null }])).toMatchObject({ ok: true, value: { percent: 0, outcome: "failed" } });
});

test("the minimum is compared without rounding: 80 percent of 15 steps are 12", () => {
  const steps = Array.from({ length: 15 }, (_, index) => step(`s${String(index + 1).padStart(2, "0")}`));
  const events = (done: number): MarkEvent[] => steps.map(({ id }, index) => ({ step: id, seq: 1, mark: index < done ? "done" : "missed", note: null }));
  expect(score(checklistOf(steps), events(12))).toMatchObject({ value: { outcome: "passed" } });
  expect(score(checklistOf(steps), events(11))).toMatchObject({ value: { outcome: "failed" } });
});

/** Taps as a tablet makes them: of each step as many as it likes, numbered from 1. */
const taps = fc
  .array(fc.record({ step: fc.constantFrom(...ids), mark: fc.constantFrom(...marks), note: fc.option(fc.string({ maxLength: 5 })) }), { maxLength: 60 })
  .map((drawn) => {
    const counts = new Map<string, number>();
    return [...all("done").map((event) => ({ ...event, seq: 1 })), ...drawn].map((one): MarkEvent => {
      const seq = (counts.get(one.step) ?? 0) + 1;
      counts.set(one.step, seq);
      return { step: one.step, seq, mark: one.mark, note: one.note };
    });
  });
const delivered = taps.chain((events) =>
  fc.record({
    events: fc.constant(events),
    // Any order, any number of repetitions; every tap arrives at least once.
    arrived: fc.array(fc.constantFrom(...events), { maxLength: 40 }).chain((again) => fc.shuffledSubarray([...events, ...again], { minLength: events.length + again.length })),
  }),
);
const people = { practicalId: "p", schemeId: "repair", checklistId: "pc-test", checklistHash: "h", candidateId: "c", assessorId: "a", authorisationId: "g", startedAt: 1, finishedAt: 2 };

test("in whatever order and however often marks arrive, outcome and record hash are the same", () => {
  fc.assert(
    fc.property(delivered, ({ events, arrived }) => {
      const first = score(tenSteps, events);
      const second = score(tenSteps, arrived);
      expect(second).toEqual(first);
      if (!first.ok || !second.ok) throw new Error("every step has a mark");
      expect(recordHash({ ...people, result: second.value }, arrived)).toBe(recordHash({ ...people, result: first.value }, events));
      expect(clausesToTrain(tenSteps, arrived)).toEqual(clausesToTrain(tenSteps, events));
    }),
  );
});

test("however batches are cut and repeated, the same taps are stored in the end, none twice", () => {
  fc.assert(
    fc.property(delivered, fc.integer({ min: 1, max: 7 }), ({ events, arrived }, size) => {
      const allowed = (event: MarkEvent): MarkEvent => (event.mark === "not-applicable" ? { ...event, mark: "done" } : event);
      const stored: MarkEvent[] = [];
      for (let from = 0; from < arrived.length; from += size) {
        const sorted = sortMarks(tenSteps, stored, arrived.slice(from, from + size).map(allowed));
        if (!sorted.ok) throw new Error(sorted.refusal);
        expect(sorted.value.conflicts).toEqual([]);
        stored.push(...sorted.value.fresh);
      }
      expect(stored).toHaveLength(events.length);
      expect(latestMarks(stored)).toEqual(latestMarks(events.map(allowed)));
    }),
  );
});

test("the record hash changes with a mark, a note, a person or the result", () => {
  const result = { done: 10, missed: 0, notApplicable: 0, notObserved: 0, percent: 100, criticalMissed: [], outcome: "passed" as const };
  const hash = recordHash({ ...people, result }, all("done"));
  expect(recordHash({ ...people, result }, all("done", { s10: "missed" }))).not.toBe(hash);
  expect(recordHash({ ...people, result }, all("done").map((event) => (event.step === "s01" ? { ...event, note: "慢" } : event)))).not.toBe(hash);
  expect(recordHash({ ...people, assessorId: "b", result }, all("done"))).not.toBe(hash);
  expect(recordHash({ ...people, result: { ...result, outcome: "failed" } }, all("done"))).not.toBe(hash);
});

test("a tap another device has used for something else is a conflict and is not stored", () => {
  const stored: MarkEvent[] = [{ step: "s04", seq: 1, mark: "done", note: null }];
  expect(sortMarks(tenSteps, stored, [{ step: "s04", seq: 1, mark: "missed", note: null }])).toMatchObject({ ok: true, value: { fresh: [], conflicts: [{ step: "s04" }] } });
  expect(sortMarks(tenSteps, stored, [{ step: "s04", seq: 2, mark: "missed", note: null }])).toMatchObject({ ok: true, value: { fresh: [{ seq: 2 }], conflicts: [] } });
});

test("不适用 is refused on a step that always applies, and a step the checklist does not have is refused", () => {
  expect(sortMarks(tenSteps, [], [{ step: "s04", seq: 1, mark: "not-applicable", note: null }])).toMatchObject({ refusal: "always-applies" });
  expect(sortMarks(tenSteps, [], [{ step: "s99", seq: 1, mark: "done", note: null }])).toMatchObject({ refusal: "no-such-step" });
});

test("what to train are the clauses of the steps that were not done, each once", () => {
  expect(clausesToTrain(tenSteps, all("done", { s01: "missed", s03: "not-applicable", s07: "not-observed" }))).toEqual(["anran/s01", "anran/s07"]);
});
