import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween, instantOf } from "#app/lib/clock.ts";
import { Card, dailyLimit, dailySet, deckOf, newCard, reviewCard, weakestClauses, type Scheduled } from "./review.ts";

/** Reviews a new card of 2026-11-22 at noon of each day it falls due. */
function reviewedOnTime(answers: readonly boolean[]) {
  const steps: Card[] = [];
  let card = newCard("2026-11-22");
  for (const correct of answers) {
    card = reviewCard(card, instantOf(card.due, "12:00"), correct).card;
    steps.push(card);
  }
  return steps;
}

// Golden numbers: FSRS-6 with the default weights of ts-fsrs 5.4.2, retention 0.9, days only, no fuzz.
test("right, right, wrong, right, right is asked again on the days FSRS says", () => {
  expect(reviewedOnTime([true, true, false, true, true]).map(({ due, stability, difficulty, lapses }) => ({ due, stability, difficulty, lapses }))).toEqual([
    { due: "2026-11-25", stability: 2.3065, difficulty: 2.11810397, lapses: 0 },
    { due: "2026-12-09", stability: 13.82690327, difficulty: 2.11121424, lapses: 0 },
    { due: "2026-12-11", stability: 1.72636178, difficulty: 7.39223814, lapses: 1 },
    { due: "2026-12-16", stability: 5.12376438, difficulty: 7.38007427, lapses: 1 },
    { due: "2026-12-29", stability: 12.60302867, difficulty: 7.36792257, lapses: 1 },
  ]);
});

test("a question wrong at its first review comes back the next day", () => {
  expect(reviewedOnTime([false])).toMatchObject([{ due: "2026-11-23", reps: 1, last_review: "2026-11-22" }]);
});

test("the hour of a review makes no difference, the day in Shanghai does", () => {
  const card = newCard("2026-11-22");
  const at = (time: string, day = "2026-11-24") => reviewCard(card, instantOf(day, time), true);
  expect(at("00:00")).toEqual(at("23:59"));
  expect(at("00:00").card.due).toBe("2026-11-27");
  expect(at("00:00", "2026-11-25").card.due).toBe("2026-11-28");
  expect(at("07:59").log).toMatchObject({ review: "2026-11-24", due: "2026-11-22", rating: 3 });
});

test("whatever is answered, a review changes nothing it was given, is repeatable, counts one, and puts off by a day to a year", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 25 }), (answers) => {
      let card = newCard("2026-11-22");
      for (const [correct, late] of answers) {
        const now = instantOf(card.due, "20:00") + late * 86_400_000;
        const before = structuredClone(card);
        const { card: next } = reviewCard(card, now, correct);
        expect(card).toEqual(before);
        expect(reviewCard(card, now, correct).card).toEqual(next);
        expect(Card.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
        expect(next.reps).toBe(card.reps + 1);
        const off = daysBetween(next.last_review, next.due);
        expect(off).toBeGreaterThanOrEqual(1);
        expect(off).toBeLessThanOrEqual(365);
        card = next;
      }
    }),
    { numRuns: 60 },
  );
});

const miss = (questionId: string, day: string, time = "09:00") => ({ questionId, moduleId: "m", at: instantOf(day, time) });
const scheduled = (questionId: string, due: string, lastDay: string): Scheduled => ({ questionId, moduleId: "m", card: { ...newCard(due), reps: 1 }, lastAt: instantOf(lastDay, "12:00") });
const dues = (...of: Parameters<typeof deckOf>) => deckOf(...of).map(({ questionId, card }) => `${questionId} ${card.due}`);

test("every question once missed is in the deck, once, due on the day of its first miss", () => {
  expect(dues([miss("b", "2026-11-22"), miss("a", "2026-11-22"), miss("b", "2026-11-20"), miss("b", "2026-11-24")], [])).toEqual(["b 2026-11-20", "a 2026-11-22"]);
});

test("a reviewed question keeps its day, unless it was missed elsewhere since", () => {
  const known = [scheduled("a", "2027-02-01", "2026-11-22")];
  expect(dues([miss("a", "2026-11-20")], known)).toEqual(["a 2027-02-01"]);
  expect(dues([miss("a", "2026-11-20"), miss("a", "2026-12-03"), miss("a", "2026-12-05")], known)).toEqual(["a 2026-12-03"]);
  expect(dues([miss("a", "2027-03-01")], known)).toEqual(["a 2027-02-01"]);
  expect(dues([miss("a", "2026-11-22", "12:00")], known)).toEqual(["a 2027-02-01"]);
});

test("the set of a day is at most ten, longest due first, and shrinks with each answer", () => {
  const deck = deckOf(Array.from({ length: 14 }, (_, index) => miss(`q${String(index).padStart(2, "0")}`, `2026-11-${String(23 - index).padStart(2, "0")}`)), []);
  const on = (today: string, answered: number) => dailySet(deck, today, answered);
  expect(on("2026-11-23", 0).set).toHaveLength(dailyLimit);
  expect(on("2026-11-23", 0).beyond).toBe(4);
  expect(on("2026-11-12", 0)).toMatchObject({ beyond: 0, set: [{ questionId: "q13" }, { questionId: "q12" }, { questionId: "q11" }] });
  expect(on("2026-11-23", 7).set).toHaveLength(3);
  expect(on("2026-11-23", 12)).toEqual({ set: [], beyond: 14 });
  expect(on("2026-11-09", 0)).toEqual({ set: [], beyond: 0 });
});

test("the weakest clauses are those missed twice or more, the most missed first, at most five", () => {
  const clauses: Record<string, string[]> = { a: ["x", "y"], b: ["y"], c: ["z"], d: ["v", "w", "t", "s"] };
  const of = (id: string) => clauses[id] ?? [];
  expect(weakestClauses([miss("a", "2026-11-22"), miss("b", "2026-11-22"), miss("c", "2026-11-22")], of)).toEqual([{ clauseId: "y", misses: 2 }]);
  const many = ["a", "a", "a", "b", "c", "c", "d", "d"].map((id, index) => miss(id, `2026-11-${10 + index}`));
  expect(weakestClauses(many, of).map((one) => `${one.clauseId} ${one.misses}`)).toEqual(["y 4", "x 3", "s 2", "t 2", "v 2"]);
  expect(weakestClauses([miss("gone", "2026-11-22"), miss("gone", "2026-11-23")], of)).toEqual([]);
});
