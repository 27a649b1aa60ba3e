import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#app/lib/clock.ts";
import { commitmentEventKinds } from "./kinds.ts";
import { commitmentStanding, commitmentStates, periodOf, type CommitmentEvent } from "./standing.ts";

const period = periodOf("2026-11-22", 24);
const started: CommitmentEvent = { seq: 1, kind: "started", effectiveOn: "2026-11-22" };

test.each([
  ["2026-11-22", "2028-11-21"],
  ["2026-03-01", "2028-02-29"],
  ["2027-03-01", "2029-02-28"],
  ["2028-02-29", "2030-02-27"],
  ["2026-02-28", "2028-02-27"],
  ["2026-01-31", "2028-01-30"],
])("two years from %s end with %s", (startsOn, endsOn) => expect(periodOf(startsOn, 24)).toEqual({ startsOn, endsOn }));

test.each([
  ["2026-11-21", { state: "not-yet", served: 0, left: 731 }],
  ["2026-11-22", { state: "running", served: 1, left: 730 }],
  ["2028-11-20", { state: "running", served: 730, left: 1 }],
  ["2028-11-21", { state: "running", served: 731, left: 0 }],
  ["2028-11-22", { state: "fulfilled", served: 731, left: 0 }],
])("a period with 29 February 2028 in it has 731 days, and on %s %j", (on, expected) => {
  expect(commitmentStanding([started], period, on)).toMatchObject({ total: 731, ...expected });
});

test("who leaves early has served up to the last day, and no day later changes that", () => {
  const events: CommitmentEvent[] = [started, { seq: 2, kind: "ended-early", effectiveOn: "2027-06-01" }];
  const ended = { state: "ended-early", total: 731, served: 191, left: 540, endedOn: "2027-05-31" };
  expect(commitmentStanding(events, period, "2027-05-31").state).toBe("running");
  expect(commitmentStanding(events, period, "2027-06-01")).toEqual(ended);
  expect(commitmentStanding(events, period, "2030-01-01")).toEqual(ended);
});

test("a waived commitment asks for no day", () => {
  expect(commitmentStanding([{ seq: 1, kind: "waived", effectiveOn: "2026-11-22" }], period, "2027-01-01")).toMatchObject({ state: "waived", served: 0, left: 0 });
});

test("standing has an answer for any sequence of events on any day, and served and left make up the whole", () => {
  const day = fc.integer({ min: -400, max: 1200 }).map((days) => addDays(period.startsOn, days));
  const events = fc.array(fc.record({ seq: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom(...commitmentEventKinds), effectiveOn: day }), { maxLength: 6 });
  fc.assert(
    fc.property(events, day, (some, on) => {
      const { state, total, served, left } = commitmentStanding(some, period, on);
      return commitmentStates.includes(state) && served >= 0 && left >= 0 && (state === "waived" || served + left === total);
    }),
  );
});
