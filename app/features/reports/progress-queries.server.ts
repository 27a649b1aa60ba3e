import { and, asc, eq, gte, inArray, lt, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import { modulesOf, tracksOf } from "#app/features/learning/catalogue.server.ts";
import { moduleToGoOnWith, progressOf, type ProgressState } from "#app/features/learning/progress.ts";
import { modulesFor } from "#app/features/learning/tracks.ts";
import { can, unitPath, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { addDays, dayOf, daysBetween, instantOf, type Day } from "#app/lib/clock.ts";
import { failingIn, missedWithinDays, mostMissed, stuckOn, type Stuck } from "./progress-rules.ts";
import { progressHeadline } from "./progress-view.ts";
import { findReadableUnit, worksThere } from "./unit.server.ts";

/** A core module a person has not completed: where in it they are. `section` null: every section is read, the self-check is next. */
export type OpenModule = { id: string; title: string; state: ProgressState; section: number | null; sections: number };

/** One person's learning on a day. `open` are the core modules of their post that are not complete, `current` the one to go on with. */
export type ProgressRow = {
  id: string;
  staffNo: string;
  name: string;
  post: string;
  unitId: string;
  unitName: string;
  complete: number;
  due: number;
  open: OpenModule[];
  current: OpenModule | null;
  lastOn: Day | null;
  /** Days since they last learned; null when they never did. */
  idle: number | null;
  /** The best self-check they failed in a module that is still open and was not passed since. */
  bestFailed: { title: string; percent: number; times: number } | null;
  stuck: (Stuck & { title: string | null })[];
  remindedToday: boolean;
};

type Where = { unitIds: readonly string[]; personIds?: readonly string[] };

/**
 * How far the people who work in these units on a day (today or before) have come, by staff number. The caller has asked `can` about the units.
 * One query a table, however many people: of completed modules only the completion is read, since their sections say nothing more.
 */
export async function progressIn(context: Pick<Context, "store" | "content">, where: Where, on: Day): Promise<ProgressRow[]> {
  const { store, content } = context;
  const { people, assignments, units, sectionReadings, selfChecks, completions, readingPlaces, notifications } = store.t;
  const there = and(worksThere(store.t, where.unitIds, on), where.personIds ? inArray(people.id, [...where.personIds]) : undefined);
  const ids = store.read.select({ id: people.id }).from(assignments).innerJoin(people, eq(people.id, assignments.personId)).where(there);
  const end = instantOf(addDays(on, 1));
  const completed = store.read.select({ one: sql`1` }).from(completions).where(and(eq(completions.personId, sectionReadings.personId), eq(completions.moduleId, sectionReadings.moduleId), lt(completions.completedAt, end)));
  const [staff, readings, checks, done, places, reminded] = await Promise.all([
    store.read
      .select({ id: people.id, staffNo: people.staffNo, name: people.name, post: assignments.post, joinedOn: assignments.fromOn, unitId: assignments.unitId, unitName: units.name })
      .from(assignments)
      .innerJoin(people, eq(people.id, assignments.personId))
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(there)
      .orderBy(asc(people.staffNo)),
    store.read
      .select({ personId: sectionReadings.personId, moduleId: sectionReadings.moduleId, hash: sectionReadings.moduleHash, section: sectionReadings.section, at: sectionReadings.readAt })
      .from(sectionReadings)
      .where(and(inArray(sectionReadings.personId, ids), lt(sectionReadings.readAt, end), notExists(completed))),
    store.read
      .select({ personId: selfChecks.personId, moduleId: selfChecks.moduleId, hash: selfChecks.moduleHash, correct: selfChecks.correct, total: selfChecks.total, passed: selfChecks.passed, at: selfChecks.takenAt })
      .from(selfChecks)
      .where(and(inArray(selfChecks.personId, ids), lt(selfChecks.takenAt, end))),
    store.read
      .select({ personId: completions.personId, moduleId: completions.moduleId, hash: completions.moduleHash, at: completions.completedAt })
      .from(completions)
      .where(and(inArray(completions.personId, ids), lt(completions.completedAt, end))),
    store.read.select({ personId: readingPlaces.personId, moduleId: readingPlaces.moduleId, at: readingPlaces.at }).from(readingPlaces).where(and(inArray(readingPlaces.personId, ids), lt(readingPlaces.at, end))),
    store.read
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(and(inArray(notifications.personId, ids), eq(notifications.kind, "learning.reminded"), gte(notifications.createdAt, instantOf(on)), lt(notifications.createdAt, end))),
  ]);
  const readingsOf = byPerson(readings);
  const checksOf = byPerson(checks.map(({ correct, total, ...check }) => ({ ...check, percent: total === 0 ? 0 : Math.round((correct * 100) / total) })));
  const doneOf = byPerson(done);
  const placesOf = byPerson(places);
  const remindedIds = new Set(reminded.map((one) => one.personId));
  const modules = modulesOf(content);
  const tracks = tracksOf(content);
  const dueOf = new Map([...new Set(staff.map((one) => one.post))].map((post) => [post, modulesFor(post, tracks).flatMap((id) => modules.get(id) ?? [])]));
  const titleOf = (id: string) => modules.get(id)?.title ?? id;

  return staff.map(({ joinedOn, ...person }): ProgressRow => {
    const mine = { readings: readingsOf(person.id), checks: checksOf(person.id), completions: doneOf(person.id), places: placesOf(person.id) };
    const cards = (dueOf.get(person.post) ?? []).map((module) => {
      const of = <T extends { moduleId: string }>(items: readonly T[]) => items.filter((item) => item.moduleId === module.id);
      const progress = progressOf({ hash: module.hash, minutes: module.minutes, sections: module.sections.length }, { readings: of(mine.readings), checks: of(mine.checks), completions: of(mine.completions) });
      return { id: module.id, title: module.title, progress, place: of(mine.places)[0] ?? null };
    });
    const openCards = cards.filter((card) => card.progress.state !== "complete");
    const goOn = moduleToGoOnWith(openCards);
    const moments = [...mine.readings, ...mine.checks, ...mine.completions, ...mine.places].map((item) => item.at);
    const lastOn = moments.length === 0 ? null : dayOf(moments.reduce((latest, at) => Math.max(latest, at)));
    const open = openCards.map(openModule);
    const openIds = open.map((one) => one.id);
    const failing = failingIn(mine.checks).filter((one) => openIds.includes(one.moduleId));
    const best = failing.toSorted((a, b) => b.best - a.best || b.times - a.times)[0];
    return {
      ...person,
      complete: cards.length - open.length,
      due: cards.length,
      open,
      current: goOn && openModule(goOn),
      lastOn,
      idle: lastOn === null ? null : daysBetween(lastOn, on),
      bestFailed: best ? { title: titleOf(best.moduleId), percent: best.best, times: best.times } : null,
      stuck: stuckOn({ joinedOn, lastOn, open: openIds, failing }, on).map((one) => ({ ...one, title: one.why === "failing" ? titleOf(one.moduleId) : null })),
      remindedToday: remindedIds.has(person.id),
    };
  });
}

function openModule({ id, title, progress }: { id: string; title: string; progress: ReturnType<typeof progressOf> }): OpenModule {
  return { id, title, state: progress.state, section: progress.next?.kind === "section" ? progress.next.section : null, sections: progress.sections };
}

function byPerson<T extends { personId: string }>(rows: readonly T[]): (personId: string) => T[] {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(row.personId);
    if (list) list.push(row);
    else lists.set(row.personId, [row]);
  }
  return (personId) => lists.get(personId) ?? [];
}

/** The units whose learning the actor may read, the wider ones first, each with everybody who works there or below today. */
export async function listProgressUnits(context: Context) {
  const units = await listUnits(context);
  const readable = unitsFor(context.actor, "progress.read", units);
  const rows = await progressIn(context, { unitIds: readable }, dayOf(context.now));
  const name = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  return units
    .filter((unit) => readable.includes(unit.id))
    .map((unit) => {
      const path = unitPath(units, unit.id);
      const within = new Set(units.filter((one) => unitPath(units, one.id).includes(unit.id)).map((one) => one.id));
      return { id: unit.id, name: unit.name, depth: path.length - 1, sort: path.toReversed().map(name).join(" / "), ...progressHeadline(rows.filter((row) => within.has(row.unitId))) };
    })
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
}

/** How far each person of a unit (and below it) is today, and the modules that are due there. Null when the actor may not know of the unit. */
export async function findUnitProgress(context: Context, unitId: string) {
  const unit = await findReadableUnit(context, unitId, "progress.read");
  if (!unit) return null;
  const on = dayOf(context.now);
  const units = await listUnits(context);
  const rows = (await progressIn(context, { unitIds: unit.within }, on)).map((row) => ({
    ...row,
    self: row.id === context.actor.personId,
    readable: can(context.actor, "person.archive", { personId: row.id, unitPath: unitPath(units, row.unitId) }),
  }));
  const tracks = tracksOf(context.content);
  const posts = [...new Set(rows.map((row) => row.post))];
  const due = new Set(posts.flatMap((post) => modulesFor(post, tracks)));
  const modules = [...modulesOf(context.content).values()].filter((module) => due.has(module.id)).map(({ id, title }) => ({ id, title }));
  return { unit, on, rows, posts, modules };
}
export type UnitProgress = NonNullable<Awaited<ReturnType<typeof findUnitProgress>>>;

const Answers = z.array(z.object({ questionId: z.string(), correct: z.boolean() }));

/** The clauses the people of these units answered wrong most often in self-checks of the last 90 days, with the clause's words. The caller has asked `can` about the units. */
export async function listMostMissed(context: Pick<Context, "store" | "content">, unitIds: readonly string[], on: Day) {
  const { store, content } = context;
  const { people, assignments, selfChecks } = store.t;
  const ids = store.read.select({ id: people.id }).from(assignments).innerJoin(people, eq(people.id, assignments.personId)).where(worksThere(store.t, unitIds, on));
  const checks = await store.read
    .select({ answers: selfChecks.answers })
    .from(selfChecks)
    .where(and(inArray(selfChecks.personId, ids), gte(selfChecks.takenAt, instantOf(addDays(on, 1 - missedWithinDays))), lt(selfChecks.takenAt, instantOf(addDays(on, 1)))));
  const answers = checks.flatMap((check) => {
    const parsed = Answers.safeParse(check.answers);
    return parsed.success ? parsed.data : [];
  });
  const bank = bankOf(content);
  const standards = standardsOf(content);
  return mostMissed(answers, (questionId) => (bank.get(questionId)?.question.clauses ?? []).filter((id) => standards.clauses.has(id))).flatMap((missed) => {
    const found = findClause(standards, missed.clauseId);
    return found ? [{ ...missed, regulation: found.regulation.shortTitle, place: found.clause.place, duty: found.clause.duty }] : [];
  });
}
export type MissedClause = Awaited<ReturnType<typeof listMostMissed>>[number];
