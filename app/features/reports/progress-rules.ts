import { daysBetween, type Day, type Instant } from "#app/lib/clock.ts";

/** After so many days without learning, who has begun is stuck. Company policy: the sources set no such term. */
export const idleDays = 7;
/** After so many days at the post, who has not begun is stuck. Company policy. */
export const startDays = 7;
/** From so many failed self-checks of one module on, with none passed since, a person is stuck in it. Company policy. */
export const failedChecks = 3;

/** How far back the most-missed clauses look, in days; from how many answers on a clause is judged; how many are shown. Company policy. */
export const missedWithinDays = 90;
export const missedFromAnswers = 3;
export const missedShown = 10;

export type CheckTaken = { moduleId: string; percent: number; passed: boolean; at: Instant };
/** The self-checks of one module that were failed since the last one that was passed: how many, and the best of them in percent. */
export type Failing = { moduleId: string; times: number; best: number };

/** Where a person fails: by module, what was failed since the last pass. Modules without are left out; the order of the checks makes no difference. */
export function failingIn(checks: readonly CheckTaken[]): Failing[] {
  return [...new Set(checks.map((check) => check.moduleId))].flatMap((moduleId) => {
    const mine = checks.filter((check) => check.moduleId === moduleId);
    const passedAt = Math.max(...mine.map((check) => (check.passed ? check.at : -Infinity)));
    const failed = mine.filter((check) => !check.passed && check.at > passedAt);
    return failed.length === 0 ? [] : [{ moduleId, times: failed.length, best: Math.max(...failed.map((check) => check.percent)) }];
  });
}

/** What is known of a person on a day: since when they are at their post, when they last learned (null: never), the core modules still open, where they fail. */
export type Standstill = { joinedOn: Day; lastOn: Day | null; open: readonly string[]; failing: readonly Failing[] };
export type Stuck = { why: "not-begun" | "idle"; days: number } | { why: "failing"; moduleId: string; times: number };

/**
 * Why a person is stuck on a day; empty when they are not. Nobody is stuck who has nothing left to learn.
 * Who changes post has the days of grace again, since other modules are theirs from then on.
 */
export function stuckOn({ joinedOn, lastOn, open, failing }: Standstill, on: Day): Stuck[] {
  if (open.length === 0) return [];
  const joined = daysBetween(joinedOn, on);
  const stuck: Stuck[] = [];
  if (lastOn === null && joined >= startDays) stuck.push({ why: "not-begun", days: joined });
  if (lastOn !== null) {
    const days = daysBetween(lastOn, on);
    if (Math.min(days, joined) >= idleDays) stuck.push({ why: "idle", days });
  }
  for (const one of failing) if (one.times >= failedChecks && open.includes(one.moduleId)) stuck.push({ why: "failing", moduleId: one.moduleId, times: one.times });
  return stuck;
}

export type Missed = { clauseId: string; wrong: number; asked: number };

/** The clauses most often answered wrong, by share and then by number; a question counts for each clause it asks about. Too few answers say nothing. */
export function mostMissed(answers: readonly { questionId: string; correct: boolean }[], clausesOf: (questionId: string) => readonly string[]): Missed[] {
  const counts = new Map<string, Missed>();
  for (const { questionId, correct } of answers)
    for (const clauseId of new Set(clausesOf(questionId))) {
      const { wrong, asked } = counts.get(clauseId) ?? { wrong: 0, asked: 0 };
      counts.set(clauseId, { clauseId, wrong: wrong + (correct ? 0 : 1), asked: asked + 1 });
    }
  return [...counts.values()]
    .filter(({ wrong, asked }) => wrong > 0 && asked >= missedFromAnswers)
    .sort((a, b) => b.wrong * a.asked - a.wrong * b.asked || b.wrong - a.wrong || (a.clauseId < b.clauseId ? -1 : 1))
    .slice(0, missedShown);
}
