import { expect, test } from "vitest";
import { authorisationStanding, decideEnd, overlap } from "./authorisation.ts";
import { decideStart } from "./start.ts";
import { nextState, practicalStates } from "./states.ts";

const start: Parameters<typeof decideStart>[0] = {
  assessorId: "a",
  candidate: { id: "c", post: "technician", leftOn: null },
  scheme: { posts: ["technician"], practicals: ["pc-home-visit"] },
  checklistId: "pc-home-visit",
  authorisations: [{ id: "g", checklistId: "pc-home-visit", fromOn: "2026-11-01", toOn: "2026-11-30" }],
  today: "2026-11-22",
};

test("an assessor authorised for the checklist today may start with a candidate of a fitting post", () => {
  expect(decideStart(start)).toEqual({ ok: true, value: { authorisationId: "g" } });
});

const refusals: [refusal: string, change: Partial<typeof start>][] = [
  ["oneself", { assessorId: "c" }],
  ["has-left", { candidate: { ...start.candidate, leftOn: "2026-11-21" } }],
  ["not-in-scheme", { checklistId: "pc-repair" }],
  ["other-post", { candidate: { ...start.candidate, post: "sales" } }],
  ["other-post", { candidate: { ...start.candidate, post: null } }],
  ["not-authorised", { authorisations: [] }],
  ["not-authorised", { today: "2026-10-31" }],
  ["not-authorised", { today: "2026-12-01" }],
];
test.each(refusals)("a start is refused as %s (case %#)", (refusal, change) => {
  expect(decideStart({ ...start, ...change })).toEqual({ ok: false, refusal });
});

test("both ends of an authorisation belong to it", () => {
  expect(decideStart({ ...start, today: "2026-11-01" }).ok).toBe(true);
  expect(decideStart({ ...start, today: "2026-11-30" }).ok).toBe(true);
});

test("an authorisation stands as planned, valid or ended; withdrawn before it began it never held", () => {
  const period = { fromOn: "2026-11-10", toOn: "2026-11-20" };
  expect(["2026-11-09", "2026-11-10", "2026-11-20", "2026-11-21"].map((day) => authorisationStanding(period, day))).toEqual(["planned", "valid", "valid", "ended"]);
  expect(authorisationStanding({ fromOn: "2026-11-10", toOn: "2026-11-09" }, "2026-11-01")).toBe("ended");
});

test("periods overlap when they share a day, and an empty one shares none", () => {
  const november = { fromOn: "2026-11-01", toOn: "2026-11-30" };
  expect(overlap(november, { fromOn: "2026-11-30", toOn: null })).toBe(true);
  expect(overlap(november, { fromOn: "2026-12-01", toOn: null })).toBe(false);
  expect(overlap(november, { fromOn: "2026-11-10", toOn: "2026-11-09" })).toBe(false);
});

test("an end only shortens, and never makes a practical look unauthorised that was begun under it", () => {
  const open = { fromOn: "2026-11-01", toOn: null };
  expect(decideEnd(open, "2026-11-22", ["2026-11-22"]).ok).toBe(true);
  expect(decideEnd(open, "2026-11-21", ["2026-11-22"])).toMatchObject({ refusal: "used-after" });
  expect(decideEnd({ ...open, toOn: "2026-11-20" }, "2026-11-20", [])).toMatchObject({ refusal: "not-earlier" });
});

test("nothing leads out of a signed or an annulled practical", () => {
  for (const move of ["finish", "reopen", "sign", "annul"] as const) {
    expect(nextState("signed", move)).toMatchObject({ refusal: "wrong-state" });
    expect(nextState("void", move)).toMatchObject({ refusal: "wrong-state" });
  }
  expect(practicalStates.map((state) => nextState(state, "finish").ok)).toEqual([true, false, false, false]);
});
