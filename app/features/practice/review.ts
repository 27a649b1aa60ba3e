import { createEmptyCard, fsrs, Rating, State } from "ts-fsrs";
import { z } from "zod";
import { dayOf, type Day, type Instant } from "#app/lib/clock.ts";

/** At most so many questions are reviewed a day: what fits into five minutes between two visits (company policy). */
export const dailyLimit = 10;

/** The schedule of one question as ts-fsrs keeps it, its dates as days in Asia/Shanghai: one reviews on a day, not at an hour. */
export const Card = z.object({
  due: z.string(),
  last_review: z.string().optional(),
  stability: z.number(),
  difficulty: z.number(),
  elapsed_days: z.number(),
  scheduled_days: z.number(),
  learning_steps: z.number(),
  reps: z.number(),
  lapses: z.number(),
  state: z.enum(State),
});
export type Card = z.infer<typeof Card>;

/**
 * FSRS with the weights ts-fsrs comes with. Without fuzz, so that the same answers always give the same days; without steps of minutes,
 * so that an answered question is done for today; and nothing is put off for longer than a year (ts-fsrs keeps Good a day above Hard, which alone stops at its maximum).
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 364 });

/** A day as ts-fsrs counts in days: midnight UTC of the same date. */
const dayIn = (date: Date): Day => date.toISOString().slice(0, 10);

/** The schedule of a question never reviewed, due on `day`. */
export function newCard(day: Day): Card {
  const { last_review: _never, ...card } = createEmptyCard(day);
  return { ...card, due: day };
}

/** One review: right is graded Good, wrong Again. Out come the schedule from now on and what happened; nothing is changed. */
export function reviewCard(card: Card, now: Instant, correct: boolean) {
  const today = dayOf(now);
  const { card: next, log } = scheduler.next({ ...card, last_review: card.last_review ?? null }, today, correct ? Rating.Good : Rating.Again);
  return { card: { ...next, due: dayIn(next.due), last_review: today } satisfies Card, log: { ...log, due: dayIn(log.due), review: dayIn(log.review) } };
}

/** A question answered wrong or left out, somewhere, at some moment. */
export type Miss = { questionId: string; moduleId: string; at: Instant };
/** A question once reviewed: its schedule, and when it was last answered here. */
export type Scheduled = { questionId: string; moduleId: string; card: Card; lastAt: Instant };
export type DeckCard = { questionId: string; moduleId: string; card: Card };

/**
 * What a person reviews: every question they ever missed, each once, ordered by what is due first. One not yet reviewed is due on the day of
 * its first miss; one missed elsewhere after its last review is due again on that day, however far it had been put off.
 */
export function deckOf(misses: readonly Miss[], scheduled: readonly Scheduled[]): DeckCard[] {
  const deck = new Map<string, DeckCard>(scheduled.map(({ questionId, moduleId, card }) => [questionId, { questionId, moduleId, card }]));
  const reviewed = new Map(scheduled.map((one) => [one.questionId, one.lastAt]));
  for (const { questionId, moduleId, at } of [...misses].sort((a, b) => a.at - b.at)) {
    const known = deck.get(questionId);
    const last = reviewed.get(questionId);
    const day = dayOf(at);
    if (!known) deck.set(questionId, { questionId, moduleId, card: newCard(day) });
    else if (last !== undefined && at > last && day < known.card.due) deck.set(questionId, { ...known, card: { ...known.card, due: day } });
  }
  return [...deck.values()].sort((a, b) => (a.card.due === b.card.due ? (a.questionId < b.questionId ? -1 : 1) : a.card.due < b.card.due ? -1 : 1));
}

/** The set of a day: of an ordered deck what is due, longest due first, at most ten with those answered today already; and how much is due beyond that. */
export function dailySet<T extends { card: { due: Day } }>(deck: readonly T[], today: Day, answeredToday: number): { set: T[]; beyond: number } {
  const due = deck.filter(({ card }) => card.due <= today);
  const set = due.slice(0, Math.max(0, dailyLimit - answeredToday));
  return { set, beyond: due.length - set.length };
}

const weakFrom = 2;
const weakestShown = 5;

/** The clauses of the questions most often missed: from two misses on, at most five, the most missed first and among equals the latest. */
export function weakestClauses(misses: readonly { questionId: string; at: Instant }[], clausesOf: (questionId: string) => readonly string[]): { clauseId: string; misses: number }[] {
  const counted = new Map<string, { misses: number; at: Instant }>();
  for (const { questionId, at } of misses)
    for (const clauseId of new Set(clausesOf(questionId))) {
      const known = counted.get(clauseId);
      counted.set(clauseId, { misses: (known?.misses ?? 0) + 1, at: Math.max(known?.at ?? at, at) });
    }
  return [...counted]
    .filter(([, one]) => one.misses >= weakFrom)
    .sort(([a, one], [b, other]) => other.misses - one.misses || other.at - one.at || (a < b ? -1 : 1))
    .slice(0, weakestShown)
    .map(([clauseId, one]) => ({ clauseId, misses: one.misses }));
}
