import { expect, test } from "vitest";
import { addDays } from "#app/lib/clock.ts";
import { failingIn, mostMissed, stuckOn, type CheckTaken, type Standstill, type Stuck } from "./progress-rules.ts";

const on = "2026-11-22";
const base: Standstill = { joinedOn: "2026-01-01", lastOn: on, open: ["a", "b"], failing: [] };
const failing = (times: number, moduleId = "a") => [{ moduleId, times, best: 60 }];

const cases: readonly [string, Partial<Standstill>, Stuck[]][] = [
  ["who learned today is not stuck", {}, []],
  ["six days without learning are no standstill", { lastOn: "2026-11-16" }, []],
  ["seven days are", { lastOn: "2026-11-15" }, [{ why: "idle", days: 7 }]],
  ["a month is", { lastOn: "2026-10-22" }, [{ why: "idle", days: 31 }]],
  ["who has nothing left is never stuck", { lastOn: "2026-01-05", open: [], failing: failing(5) }, []],
  ["who joined six days ago may still begin", { joinedOn: "2026-11-16", lastOn: null }, []],
  ["who joined seven days ago should have begun", { joinedOn: "2026-11-15", lastOn: null }, [{ why: "not-begun", days: 7 }]],
  ["who joins only tomorrow is not stuck", { joinedOn: "2026-11-23", lastOn: null }, []],
  ["a new post gives days of grace", { joinedOn: "2026-11-20", lastOn: "2026-03-01" }, []],
  ["which end", { joinedOn: "2026-11-15", lastOn: "2026-03-01" }, [{ why: "idle", days: 266 }]],
  ["two failed self-checks are practice", { failing: failing(2) }, []],
  ["three are a standstill", { failing: failing(3) }, [{ why: "failing", moduleId: "a", times: 3 }]],
  ["failing in a module that is complete or not one's own does not count", { failing: failing(4, "z") }, []],
  ["both reasons are told", { lastOn: "2026-11-12", failing: failing(3) }, [{ why: "idle", days: 10 }, { why: "failing", moduleId: "a", times: 3 }]],
];

test.each(cases)("%s", (_, some, expected) => {
  expect(stuckOn({ ...base, ...some }, on)).toEqual(expected);
});

test("it is right on any day: who stands still becomes stuck on the seventh day and stays so, over the end of a year and a leap day", () => {
  for (const lastOn of ["2026-12-28", "2028-02-25", "2026-06-30"])
    for (let days = 0; days < 40; days += 1) expect(stuckOn({ ...base, lastOn }, addDays(lastOn, days)).length > 0, `${lastOn} + ${days}`).toBe(days >= 7);
});

const check = (moduleId: string, at: number, percent: number): CheckTaken => ({ moduleId, at, percent, passed: percent >= 80 });

test("failures count since the last pass, in whatever order they are read", () => {
  const checks = [check("a", 1, 50), check("a", 2, 62), check("a", 3, 40), check("b", 1, 70), check("b", 2, 90), check("c", 1, 30), check("c", 2, 85), check("c", 3, 75)];
  const expected = [{ moduleId: "a", times: 3, best: 62 }, { moduleId: "c", times: 1, best: 75 }];
  expect(failingIn(checks)).toEqual(expected);
  expect(failingIn(checks.toReversed()).toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1))).toEqual(expected);
  expect(failingIn([])).toEqual([]);
});

const answered = (questionId: string, right: number, wrong: number) => [...Array.from({ length: right }, () => ({ questionId, correct: true })), ...Array.from({ length: wrong }, () => ({ questionId, correct: false }))];
const clauses: Record<string, string[]> = { q1: ["r/one"], q2: ["r/two", "r/one"], q3: ["r/three"], q4: ["r/four"], q5: ["r/five", "r/five"] };
const clausesOf = (id: string) => clauses[id] ?? [];

test("the most missed clauses stand first by share, then by number; what was asked less than three times or never missed is left out", () => {
  const answers = [...answered("q1", 3, 1), ...answered("q2", 0, 4), ...answered("q3", 0, 2), ...answered("q4", 5, 0), ...answered("q5", 1, 2), ...answered("gone", 0, 9)];
  expect(mostMissed(answers, clausesOf)).toEqual([
    { clauseId: "r/two", wrong: 4, asked: 4 },
    { clauseId: "r/five", wrong: 2, asked: 3 },
    { clauseId: "r/one", wrong: 5, asked: 8 },
  ]);
});

test("at most ten are listed", () => {
  const many = Array.from({ length: 14 }, (_, index) => answered(`m${index}`, 0, 3)).flat();
  expect(mostMissed(many, (id) => [`r/${id}`])).toHaveLength(10);
});
