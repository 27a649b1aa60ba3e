import fc from "fast-check";
import { expect, test } from "vitest";
import { finalAnswers, type Answer } from "./answers.ts";
import { isOpen, seal, start, type AttemptTimes } from "./attempt.ts";
import { receiptOf } from "./receipt.ts";
import { sealCauses } from "./states.ts";

const minute = 60_000;
const sitting = { state: "open", startsAt: 0, endsAt: 90 * minute, minutes: 60 } as const;
const attempt: AttemptTimes = { state: "open", startedAt: 10 * minute, deadlineAt: 70 * minute, minutes: 60 };

test("an attempt has its whole time, or until the room ends", () => {
  expect(start(sitting, 10 * minute)).toEqual({ ok: true, value: { startedAt: 10 * minute, deadlineAt: 70 * minute } });
  expect(start(sitting, 50 * minute)).toEqual({ ok: true, value: { startedAt: 50 * minute, deadlineAt: 90 * minute } });
});

test("a paper opens in its sitting's time and only while the sitting is open", () => {
  expect(start(sitting, -1)).toMatchObject({ refusal: "too-early" });
  expect(start(sitting, 0).ok).toBe(true);
  expect(start(sitting, 90 * minute - 1).ok).toBe(true);
  expect(start(sitting, 90 * minute)).toMatchObject({ refusal: "too-late" });
  for (const state of ["planned", "closed", "released"] as const) expect(start({ ...sitting, state }, minute)).toMatchObject({ refusal: "not-open" });
});

test("who hands in is done at once; who is found after the deadline was done at the deadline, whoever finds them", () => {
  expect(seal(attempt, 30 * minute, "hand-in")).toEqual({ sealedAt: 30 * minute, sealCause: "hand-in" });
  expect(seal(attempt, 30 * minute, "invigilator")).toEqual({ sealedAt: 30 * minute, sealCause: "invigilator" });
  for (const cause of sealCauses) expect(seal(attempt, 500 * minute, cause)).toEqual({ sealedAt: 70 * minute, sealCause: "time-out" });
  expect(seal({ ...attempt, startedAt: 50 * minute, deadlineAt: 90 * minute }, 91 * minute, "hand-in")).toEqual({ sealedAt: 90 * minute, sealCause: "room-end" });
});

test("sealing twice changes nothing, and no seal is later than now or the deadline", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(...sealCauses), fc.constantFrom(...sealCauses), (first, second, cause, other) => {
      const once = seal(attempt, first, cause);
      expect(once.sealedAt).toBe(Math.min(first, attempt.deadlineAt));
      expect(seal({ ...attempt, ...once }, second, other)).toEqual(once);
    }),
  );
});

test("there is no grace: at the deadline the paper is closed, before it is open", () => {
  expect(isOpen(attempt, 70 * minute - 1)).toBe(true);
  expect(isOpen(attempt, 70 * minute)).toBe(false);
  expect(isOpen({ ...attempt, state: "graded" }, 20 * minute)).toBe(false);
});

const response = fc.oneof(fc.constantFrom("a", "b", "c"), fc.boolean(), fc.integer(), fc.constant(null), fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }));
/** Answer events as one device makes them: of a slot and a sequence there is one answer. */
const events = fc.uniqueArray(fc.record({ slot: fc.integer({ min: 1, max: 5 }), seq: fc.integer({ min: 1, max: 8 }), response }), { selector: ({ slot, seq }) => `${slot}/${seq}` });

test("any order and any repetition of the same events give the same answers and the same receipt", () => {
  const arrivals = events.chain((sent) => {
    const all = [...sent, ...sent.filter((_, index) => index % 2 === 0)];
    return fc.tuple(fc.constant(sent), fc.shuffledSubarray(all, { minLength: all.length }));
  });
  fc.assert(
    fc.property(arrivals, ([sent, arrived]) => {
      expect(finalAnswers(arrived)).toEqual(finalAnswers(sent));
      expect(receiptOf("x", arrived)).toEqual(receiptOf("x", sent));
      for (const answer of finalAnswers(sent)) expect(Math.max(...sent.filter((one) => one.slot === answer.slot).map((one) => one.seq))).toBe(answer.seq);
    }),
  );
});

test("what arrives at or after the deadline or the seal never changes a sealed paper", () => {
  const timed = fc.array(fc.tuple(fc.integer({ min: 10 * minute, max: 120 * minute }), fc.record({ slot: fc.integer({ min: 1, max: 4 }), seq: fc.integer({ min: 1, max: 30 }), response })));
  fc.assert(
    fc.property(timed, fc.integer({ min: 10 * minute, max: 120 * minute }), (arrivals, sealedWhen) => {
      const sealed = seal(attempt, sealedWhen, "hand-in");
      const kept: Answer[] = [];
      const receipts = [];
      for (const [at, event] of [...arrivals].sort((a, b) => a[0] - b[0])) {
        const state = at >= sealedWhen ? "graded" : "open";
        if (isOpen({ ...attempt, state }, at)) kept.push(event);
        if (at >= sealed.sealedAt) receipts.push(receiptOf("x", kept).manifest.hash);
      }
      expect(new Set(receipts).size).toBeLessThanOrEqual(1);
    }),
  );
});

test("a receipt can be read aloud, counts what is answered, and changes with any answer", () => {
  const paper: Answer[] = [{ slot: 1, seq: 1, response: "a" }, { slot: 2, seq: 2, response: null }, { slot: 3, seq: 1, response: false }];
  const receipt = receiptOf("attempt", paper);
  expect(receipt.short).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/);
  expect(receipt.answered).toBe(2);
  expect(receipt.manifest.last).toEqual([[1, 1], [2, 2], [3, 1]]);
  expect(receiptOf("attempt", [...paper, { slot: 1, seq: 2, response: "b" }]).short).not.toBe(receipt.short);
  expect(receiptOf("other", paper).short).not.toBe(receipt.short);
});
