import { expect, test } from "vitest";
import { addDays, instantOf, type Day } from "#app/lib/clock.ts";
import { eligibility, type HeldLicence, type PracticalEvidence, type TheoryEvidence } from "./eligibility.ts";

const on = "2026-11-22";
const scheme = {
  practicals: ["pc-home-visit", "pc-repair"],
  windowDays: 365,
  validity: { months: 24, expiringDays: 60, basis: "本单位政策" },
  commitment: { months: 24, clause: "anran/commitment-two-years" },
};
const theory = (day: Day, passed = true, attemptId = `t-${day}`): TheoryEvidence => ({ attemptId, percent: passed ? 92 : 60, passed, sealedAt: instantOf(day, "10:00") });
const practical = (checklistId: string, day: Day, outcome: "passed" | "failed" = "passed", assessorId = "assessor"): PracticalEvidence =>
  ({ practicalId: `${checklistId}-${day}`, checklistId, assessorId, outcome, signedAt: instantOf(day, "10:00") });
const full = {
  scheme,
  theory: [theory("2026-11-01")],
  practicals: [practical("pc-home-visit", "2026-11-02"), practical("pc-repair", "2026-11-03")],
  held: [],
  candidate: { personId: "candidate", leftOn: null },
  issuerId: "issuer",
  on,
};

test("with theory and every practical passed inside the window nothing stands in the way, and the dates are known", () => {
  expect(eligibility(full)).toMatchObject({
    obstacles: [],
    window: { from: "2025-11-22", to: "2026-11-22" },
    validFrom: "2026-11-22",
    validUntil: "2028-11-21",
    commitment: { startsOn: "2026-11-22", endsOn: "2028-11-21", months: 24 },
  });
});

test("a licence of 24 months issued on 29 February ends on 27 February two years later", () => {
  expect(eligibility({ ...full, on: "2028-02-29" }).validUntil).toBe("2030-02-27");
});

test("without any examination every one of them is missing", () => {
  expect(eligibility({ ...full, theory: [], practicals: [] }).obstacles).toEqual([
    { kind: "theory-missing" },
    { kind: "practical-missing", checklistId: "pc-home-visit" },
    { kind: "practical-missing", checklistId: "pc-repair" },
  ]);
});

test("the newest outcome of an examination counts, for better and for worse", () => {
  expect(eligibility({ ...full, theory: [theory("2026-11-01"), theory("2026-11-10", false)] }).obstacles).toEqual([{ kind: "theory-failed" }]);
  expect(eligibility({ ...full, theory: [theory("2026-10-01", false), theory("2026-11-10")] }).obstacles).toEqual([]);
  const retaken = [...full.practicals, practical("pc-repair", "2026-11-05", "failed")];
  expect(eligibility({ ...full, practicals: retaken }).obstacles).toEqual([{ kind: "practical-failed", checklistId: "pc-repair" }]);
});

test("both examinations must lie in the window, whose first day counts", () => {
  const first = addDays(on, -365);
  const onEdge = { ...full, theory: [theory(first)], practicals: [practical("pc-home-visit", first), practical("pc-repair", first)] };
  expect(eligibility(onEdge).obstacles).toEqual([]);
  expect(eligibility({ ...onEdge, on: addDays(on, 1) }).obstacles).toEqual([
    { kind: "theory-outside-window" },
    { kind: "practical-outside-window", checklistId: "pc-home-visit" },
    { kind: "practical-outside-window", checklistId: "pc-repair" },
  ]);
});

test("what happens after the day of issue proves nothing on it", () => {
  expect(eligibility({ ...full, theory: [theory("2026-11-23")] }).obstacles).toEqual([{ kind: "theory-missing" }]);
});

const held = (standing: HeldLicence["standing"], attemptId = "t-old"): HeldLicence => ({ licenceId: "l-1", attemptId, standing, validUntil: "2026-12-31" });

test.each([
  ["valid", ["already-held"]],
  ["suspended", ["already-held"]],
  ["not-yet", ["already-held"]],
  ["expiring", []],
  ["expired", []],
  ["revoked", []],
] as const)("holding a licence that is %s gives the obstacles %j", (standing, kinds) => {
  expect(eligibility({ ...full, held: [held(standing)] }).obstacles.map((one) => one.kind)).toEqual(kinds);
});

test("an examination carries one licence only, even when that licence has ended", () => {
  expect(eligibility({ ...full, held: [held("revoked", "t-2026-11-01")] }).obstacles).toEqual([{ kind: "already-issued", licenceId: "l-1" }]);
});

test("candidate, assessor and issuer are three people", () => {
  expect(eligibility({ ...full, issuerId: "candidate" }).obstacles).toEqual([{ kind: "issuer-is-candidate" }]);
  expect(eligibility({ ...full, issuerId: "assessor" }).obstacles.map((one) => one.kind)).toEqual(["issuer-assessed", "issuer-assessed"]);
  expect(eligibility({ ...full, issuerId: null }).obstacles).toEqual([]);
});

test("nobody is licensed once their leaving is recorded", () => {
  expect(eligibility({ ...full, candidate: { personId: "candidate", leftOn: "2026-12-31" } }).obstacles).toEqual([{ kind: "holder-left" }]);
});
