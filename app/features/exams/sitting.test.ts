import { expect, test } from "vitest";
import { checkTimes, mayBeAdmitted, moveSitting } from "./sitting.ts";
import { sittingStates } from "./states.ts";

const minute = 60_000;

test("a sitting goes from planned to open to closed to released, and no other way", () => {
  const allowed = { planned: { open: "open" }, open: { close: "closed" }, closed: { release: "released" }, released: {} } as const;
  for (const state of sittingStates)
    for (const move of ["open", "close", "release"] as const) {
      const next = Object.entries(allowed[state]).find(([name]) => name === move)?.[1];
      expect(moveSitting(state, move)).toEqual(next ? { ok: true, value: next } : { ok: false, refusal: "wrong-state" });
    }
});

test("a sitting leaves whoever starts on time the whole time allowed, and does not lie behind us", () => {
  expect(checkTimes({ startsAt: 0, endsAt: 60 * minute, minutes: 60 }, 0).ok).toBe(true);
  expect(checkTimes({ startsAt: 0, endsAt: 60 * minute - 1, minutes: 60 }, 0)).toMatchObject({ refusal: "too-short" });
  expect(checkTimes({ startsAt: 0, endsAt: 60 * minute, minutes: 60 }, 60 * minute)).toMatchObject({ refusal: "in-the-past" });
});

test("admitted are people of the sitting's units, in a post of the scheme, who are still here", () => {
  const scheme = { posts: ["technician" as const] };
  const person = { leftOn: null, unitId: "east", post: "technician" };
  const may = (other: Partial<{ leftOn: string | null; unitId: string | null; post: string | null }>) => mayBeAdmitted({ ...person, ...other }, scheme, ["rongan", "east"], "2026-11-22");
  expect(may({})).toBe(true);
  expect(may({ leftOn: "2026-11-22" })).toBe(true);
  expect(may({ leftOn: "2026-11-21" })).toBe(false);
  expect(may({ unitId: "harbour" })).toBe(false);
  expect(may({ unitId: null })).toBe(false);
  expect(may({ post: "sales" })).toBe(false);
});
