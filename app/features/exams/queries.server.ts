import { and, asc, count, desc, eq, gte, inArray, isNull, like, notExists, or, sql } from "drizzle-orm";
import { unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listPeople } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { schemesOf } from "#app/features/standards/schemes.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import type { Db } from "#db/client.ts";
import { newestGrades } from "./grades.server.ts";
import { schemeVersion } from "./paper.server.ts";
import { modulesLeft } from "./readiness.server.ts";
import { sealOverdue } from "./seal.server.ts";
import { findManaged } from "./sittings.server.ts";

/** The sittings of the units the actor manages, latest first, with how many are admitted, at work and done. */
export async function listSittings(context: Context) {
  const { store, actor } = context;
  const { sittings, admissions, attempts } = store.t;
  const units = await listUnits(context);
  const unitIds = unitsFor(actor, "sitting.manage", units);
  if (unitIds.length === 0) return [];
  const rows = await store.read.select().from(sittings).where(inArray(sittings.unitId, unitIds)).orderBy(desc(sittings.startsAt)).limit(200);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const admitted = await store.read.select({ sittingId: admissions.sittingId, n: count() }).from(admissions).where(inArray(admissions.sittingId, ids)).groupBy(admissions.sittingId);
  const begun = await store.read
    .select({ sittingId: attempts.sittingId, state: attempts.state, n: count() })
    .from(attempts)
    .where(inArray(attempts.sittingId, ids))
    .groupBy(attempts.sittingId, attempts.state);
  return rows.map(({ id, title, room, startsAt, endsAt, state, unitId, schemeId }) => {
    const mine = begun.filter((one) => one.sittingId === id);
    const sum = (all: readonly { n: number }[]) => all.reduce((total, one) => total + one.n, 0);
    return {
      id, title, room, startsAt, endsAt, state,
      unitName: units.find((unit) => unit.id === unitId)?.name ?? "",
      schemeTitle: schemesOf(context.content).get(schemeId)?.scheme.title ?? schemeId,
      admitted: sum(admitted.filter((one) => one.sittingId === id)),
      atWork: sum(mine.filter((one) => one.state === "open")),
      done: sum(mine.filter((one) => one.state !== "open")),
    };
  });
}

/** What a new sitting can be of: the schemes, and the units the actor manages. */
export async function sittingChoices(context: Context) {
  const units = await listUnits(context);
  const mine = unitsFor(context.actor, "sitting.manage", units);
  return {
    schemes: [...schemesOf(context.content).values()].map(({ scheme }) => ({ id: scheme.id, title: scheme.title, minutes: scheme.theory.minutes })),
    units: units.filter((unit) => mine.includes(unit.id)).map(({ id, name }) => ({ id, name })),
  };
}

export const candidatesShown = 40;

/**
 * A sitting as its trainer sees it: the roster with how far everybody is, the grades once papers are sealed (released or not),
 * and, while people can be admitted, who could be; `find` narrows those by name or staff number. Null when the actor does not manage it.
 */
export async function findSitting(context: Context, sittingId: string, find: string) {
  const managed = await findManaged(context, sittingId);
  if (!managed) return null;
  await sealOverdue(context, { sittingId });
  const { sitting, unitIds, unitName } = managed;
  const { store, now } = context;
  const { scheme } = await schemeVersion(store.read, context, sitting.schemeId, sitting.schemeHash);
  const roster = await listRoster(context, sittingId);
  const admitting = sitting.state === "planned" || sitting.state === "open";
  const found = admitting ? await listAdmissible(context, { sittingId, unitIds, posts: scheme.posts, find }) : { people: [], more: false };
  const left = await modulesLeft(context, scheme, [...roster.map((one) => one.personId), ...found.people.map((one) => one.id)]);
  const { id, title, room, startsAt, endsAt, minutes, state, releasedAt } = sitting;
  const { blueprint, passPercent } = scheme.theory;
  return {
    sitting: { id, title, room, startsAt, endsAt, minutes, state, releasedAt, unitName, schemeTitle: scheme.title, passPercent, questions: blueprint.reduce((sum, quota) => sum + quota.count, 0) },
    now,
    over: now >= endsAt,
    roster: roster.map((one) => ({ ...one, modulesLeft: left.get(one.personId) ?? 0 })),
    admissible: found.people.map((one) => ({ ...one, modulesLeft: left.get(one.id) ?? 0 })),
    more: found.more,
  };
}

/** Everybody admitted to a sitting, by staff number, with their attempt if they have begun. */
async function listRoster(context: Context, sittingId: string) {
  const { store, now } = context;
  const { admissions, attempts } = store.t;
  const rows = await store.read
    .select({
      personId: admissions.personId,
      attemptId: attempts.id,
      state: attempts.state,
      startedAt: attempts.startedAt,
      deadlineAt: attempts.deadlineAt,
      sealedAt: attempts.sealedAt,
      sealCause: attempts.sealCause,
    })
    .from(admissions)
    .leftJoin(attempts, and(eq(attempts.sittingId, admissions.sittingId), eq(attempts.personId, admissions.personId)))
    .where(eq(admissions.sittingId, sittingId));
  const people = new Map((await listPeople(context, { ids: rows.map((row) => row.personId) })).map((person) => [person.id, person]));
  const ids = rows.flatMap((row) => (row.attemptId === null ? [] : [row.attemptId]));
  const answered = await countAnswered(store.read, context, ids);
  const late = await countLate(store.read, context, ids);
  const grades = await newestGrades(store.read, context, ids);
  return rows
    .map(({ deadlineAt, ...row }) => {
      const person = people.get(row.personId);
      const grade = row.attemptId === null ? undefined : grades.get(row.attemptId);
      return {
        ...row,
        name: person?.name ?? "",
        staffNo: person?.staffNo ?? "",
        unitName: person?.unitName ?? "",
        leftMs: row.state === "open" && deadlineAt !== null ? Math.max(0, deadlineAt - now) : null,
        answered: answered.get(row.attemptId ?? "") ?? 0,
        late: late.get(row.attemptId ?? "") ?? 0,
        grade: grade ? { percent: grade.percent, passed: grade.passed, criticalMissed: grade.criticalMissed } : null,
      };
    })
    .sort((a, b) => (a.staffNo < b.staffNo ? -1 : 1));
}

/** How many slots of each attempt have an answer that counts: the last event of the slot, unless it takes the answer back. */
export async function countAnswered(db: Db, { store }: Pick<Context, "store">, attemptIds: readonly string[]): Promise<Map<string, number>> {
  if (attemptIds.length === 0) return new Map();
  const { answers } = store.t;
  const rows = await db
    .select({ attemptId: answers.attemptId, n: count() })
    .from(answers)
    .where(
      and(
        inArray(answers.attemptId, [...attemptIds]),
        sql`cast(${answers.response} as text) not in ('null', '[]', '""')`,
        sql`not exists (select 1 from answers later where later.attempt_id = ${answers.attemptId} and later.slot = ${answers.slot} and later.seq > ${answers.seq})`,
      ),
    )
    .groupBy(answers.attemptId);
  return new Map(rows.map((row) => [row.attemptId, row.n]));
}

/** How many answer events of each attempt came too late to count. */
export async function countLate(db: Db, { store }: Pick<Context, "store">, attemptIds: readonly string[]): Promise<Map<string, number>> {
  if (attemptIds.length === 0) return new Map();
  const { lateAnswers } = store.t;
  const rows = await db.select({ attemptId: lateAnswers.attemptId, n: count() }).from(lateAnswers).where(inArray(lateAnswers.attemptId, [...attemptIds])).groupBy(lateAnswers.attemptId);
  return new Map(rows.map((row) => [row.attemptId, row.n]));
}

/** Who could still be admitted, by staff number; at most forty, and whether there are more. */
async function listAdmissible({ store, now }: Context, where: { sittingId: string; unitIds: string[]; posts: readonly (typeof store.t.assignments.$inferSelect)["post"][]; find: string }) {
  const { people, assignments, units, admissions } = store.t;
  // What is typed is looked for as it stands: % and _ are no wildcards here.
  const wanted = `%${where.find.trim().replace(/[%_\\]/g, "")}%`;
  const rows = await store.read
    .select({ id: people.id, name: people.name, staffNo: people.staffNo, unitName: units.name })
    .from(people)
    .innerJoin(assignments, and(eq(assignments.personId, people.id), isNull(assignments.toOn)))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(
      and(
        inArray(assignments.unitId, where.unitIds),
        inArray(assignments.post, [...where.posts]),
        or(isNull(people.leftOn), gte(people.leftOn, dayOf(now))),
        or(like(people.name, wanted), like(people.staffNo, wanted)),
        notExists(store.read.select({ one: sql`1` }).from(admissions).where(and(eq(admissions.sittingId, where.sittingId), eq(admissions.personId, people.id)))),
      ),
    )
    .orderBy(asc(people.staffNo))
    .limit(candidatesShown + 1);
  return { people: rows.slice(0, candidatesShown), more: rows.length > candidatesShown };
}
