import type { Instant } from "#app/lib/clock.ts";

/** A self-check is passed from this share of right answers on, in percent. Company policy: the sources set no mark for practice. */
export const selfCheckPassPercent = 80;

/** What of a module its progress depends on: its version, its length in minutes and in sections. */
export type ModuleSize = { hash: string; minutes: number; sections: number };

/** What one person has done in one module, of whatever version, in any order. */
export type History = {
  readings: readonly { hash: string; section: number; at: Instant }[];
  checks: readonly { hash: string; percent: number; passed: boolean; at: Instant }[];
  completions: readonly { hash: string; at: Instant }[];
};

export const progressStates = ["not-started", "reading", "read", "complete"] as const;
export type ProgressState = (typeof progressStates)[number];

export type Progress = {
  /** `read`: every section seen, the self-check still to be passed. */
  state: ProgressState;
  /** Sections of the current version that were read, 1-based, ascending. */
  seen: number[];
  sections: number;
  /** What comes next: a section, the self-check, or nothing. */
  next: { kind: "section"; section: number } | { kind: "check" } | null;
  minutesLeft: number;
  /** The best self-check of the current version in percent; null when none was taken. */
  bestPercent: number | null;
  checkPassed: boolean;
  /** Complete, but an older version: it counts, and the reader says that the text has changed since. */
  olderVersion: boolean;
  /** When the person last did something here; null when never. */
  lastAt: Instant | null;
};

/** Whether so many right answers pass a self-check. */
export function passesSelfCheck(correct: number, total: number): boolean {
  return total > 0 && correct * 100 >= selfCheckPassPercent * total;
}

/**
 * How far a person is in a module. Complete is who has read every section of a version and passed a self-check of that version;
 * a completed older version counts. The order and repetition of what was done make no difference.
 */
export function progressOf(module: ModuleSize, history: History): Progress {
  const current = <T extends { hash: string }>(items: readonly T[]) => items.filter((item) => item.hash === module.hash);
  const read = new Set(current(history.readings).map((reading) => reading.section));
  const all = Array.from({ length: module.sections }, (_, index) => index + 1);
  const seen = all.filter((section) => read.has(section));
  const firstUnread = all.find((section) => !read.has(section));
  const checks = current(history.checks);
  const checkPassed = checks.some((check) => check.passed);
  const completeNow = (firstUnread === undefined && checkPassed) || current(history.completions).length > 0;
  const complete = completeNow || history.completions.length > 0;
  const next = complete ? null : firstUnread === undefined ? { kind: "check" as const } : { kind: "section" as const, section: firstUnread };
  // The self-check takes about as long as a section.
  const steps = module.sections + 1;
  const stepsLeft = module.sections - seen.length + (checkPassed ? 0 : 1);
  const moments = [...history.readings, ...history.checks, ...history.completions].map((item) => item.at);
  return {
    state: complete ? "complete" : firstUnread === undefined ? "read" : seen.length > 0 || checks.length > 0 ? "reading" : "not-started",
    seen,
    sections: module.sections,
    next,
    minutesLeft: complete ? 0 : Math.ceil((module.minutes * stepsLeft) / steps),
    bestPercent: checks.length === 0 ? null : Math.max(...checks.map((check) => check.percent)),
    checkPassed,
    olderVersion: complete && !completeNow,
    lastAt: moments.length === 0 ? null : Math.max(...moments),
  };
}

/**
 * Of the modules a person learns, the one to go on with: the begun one they last worked on, else the first not begun; null when all are complete.
 * Who has a place in a module has begun it.
 */
export function moduleToGoOnWith<T extends { progress: Progress; place?: { at: Instant } | null }>(modules: readonly T[]): T | null {
  const open = modules.filter((module) => module.progress.state !== "complete");
  const begun = open.filter((module) => module.progress.state !== "not-started" || module.place);
  const lastAt = ({ progress, place }: T) => Math.max(progress.lastAt ?? 0, place?.at ?? 0);
  const latest = begun.reduce<T | null>((best, module) => (best === null || lastAt(module) > lastAt(best) ? module : best), null);
  return latest ?? open[0] ?? null;
}

/** What is left of a person's modules: how many, and about how many minutes. */
export function leftOf(modules: readonly { progress: Progress }[]): { modules: number; minutes: number } {
  const open = modules.filter((module) => module.progress.state !== "complete");
  return { modules: open.length, minutes: open.reduce((sum, module) => sum + module.progress.minutesLeft, 0) };
}
