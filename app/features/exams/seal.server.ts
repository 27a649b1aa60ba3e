import { and, asc, eq, lte, type SQL } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import type { Context, House } from "#app/features/people/context.ts";
import { Response } from "#app/features/questions/response.ts";
import type { Db, Store } from "#db/client.ts";
import type { Answer } from "./answers.ts";
import { seal } from "./attempt.ts";
import { examEvent } from "./events.ts";
import { gradePaper, type Grade } from "./grading.ts";
import { Paper, PaperFigures } from "./paper.ts";
import { questionsOf, schemeVersion } from "./paper.server.ts";
import { receiptOf } from "./receipt.ts";
import { attemptTransitions, type SealCause } from "./states.ts";

/** What the seal has to know of an attempt: read with `sealColumns` from attempts joined with their sitting. */
export type Sealable = Awaited<ReturnType<typeof listSealable>>[number];

function listSealable(db: Db, { t }: Pick<Store, "t">, where: SQL | undefined) {
  const { attempts, sittings } = t;
  return db
    .select({
      id: attempts.id,
      personId: attempts.personId,
      schemeId: attempts.schemeId,
      schemeHash: attempts.schemeHash,
      figures: attempts.figures,
      paper: attempts.paper,
      startedAt: attempts.startedAt,
      deadlineAt: attempts.deadlineAt,
      state: attempts.state,
      minutes: sittings.minutes,
    })
    .from(attempts)
    .innerJoin(sittings, eq(sittings.id, attempts.sittingId))
    .where(where)
    .orderBy(asc(attempts.deadlineAt), asc(attempts.id));
}

/** The open attempt of one person; null when it is not theirs or no longer open. */
export async function findSealable(db: Db, store: Store, where: { attemptId: string; personId: string }): Promise<Sealable | null> {
  const { attempts } = store.t;
  return (await listSealable(db, store, and(eq(attempts.state, "open"), eq(attempts.id, where.attemptId), eq(attempts.personId, where.personId))))[0] ?? null;
}

/** The open attempts of a sitting. */
export function listSealableOf(db: Db, store: Store, sittingId: string) {
  const { attempts } = store.t;
  return listSealable(db, store, and(eq(attempts.state, "open"), eq(attempts.sittingId, sittingId)));
}

/** The answer events of an attempt as they were received. */
export async function listAnswers(db: Db, { store }: Pick<Context, "store">, attemptId: string): Promise<(Answer & { receivedAt: number })[]> {
  const { answers } = store.t;
  const rows = await db
    .select({ slot: answers.slot, seq: answers.seq, response: answers.response, receivedAt: answers.receivedAt })
    .from(answers)
    .where(eq(answers.attemptId, attemptId));
  return rows.map((row) => ({ ...row, response: Response.parse(row.response) }));
}

/**
 * The one way a paper is closed, whoever closes it: ends it (open → submitted), writes the receipt, grades what was sat
 * (submitted → graded) and leaves the audit events, in the caller's transaction. False when somebody else was first.
 * A paper that cannot be graded stays submitted with its answers safe, and keeps nobody else's from being closed.
 */
export async function sealAttempt(tx: Db, context: Context, attempt: Sealable, cause: SealCause): Promise<boolean> {
  const { store } = context;
  const { attempts } = store.t;
  const sealed = seal(attempt, context.now, cause);
  // First the state: from here on the guard refuses answers, so that those read next are all there are.
  const taken = await tx
    .update(attempts)
    .set({ state: attemptTransitions.open.submit, ...sealed })
    .where(and(eq(attempts.id, attempt.id), eq(attempts.state, "open")))
    .returning({ id: attempts.id });
  if (taken.length === 0) return false;

  const answers = await listAnswers(tx, context, attempt.id);
  const receipt = receiptOf(attempt.id, answers);
  await tx.update(attempts).set({ manifest: receipt.manifest, receipt: receipt.short }).where(eq(attempts.id, attempt.id));
  const about = { subject: attempt.id, personId: attempt.personId };
  await record(tx, context, examEvent("attempt.submitted", about, { cause: sealed.sealCause, sealedAt: sealed.sealedAt, answered: receipt.answered, hash: receipt.manifest.hash }));
  await gradeAttempt(tx, context, attempt, answers);
  return true;
}

/** Grades a submitted attempt for the first time (submitted → graded); false, with the reason in the audit log, when it cannot be graded. */
async function gradeAttempt(tx: Db, context: Context, attempt: Sealable, answers: readonly Answer[]): Promise<boolean> {
  const { store } = context;
  const { attempts } = store.t;
  const bySystem = { ...context, actor: systemActor };
  const about = { subject: attempt.id, personId: attempt.personId };
  let grade: Grade;
  try {
    grade = await gradeSat(tx, context, attempt, answers);
  } catch (error) {
    // A figure that is missing, a question no schema of today reads. A fault of the database itself fails again at the next line.
    await record(tx, bySystem, examEvent("attempt.grading-failed", about, { reason: error instanceof Error ? error.message.slice(0, 500) : "unknown" }));
    return false;
  }
  const graded = await tx.update(attempts).set({ state: attemptTransitions.submitted.grade }).where(and(eq(attempts.id, attempt.id), eq(attempts.state, "submitted"))).returning({ id: attempts.id });
  if (graded.length === 0) return false;
  await tx.insert(store.t.grades).values({ id: context.newId(), attemptId: attempt.id, version: 1, ...grade, gradedAt: context.now, gradedBy: null, reason: null });
  const { percent, criticalMissed, passed } = grade;
  await record(tx, bySystem, examEvent("attempt.graded", about, { version: 1, percent, criticalMissed, passed }));
  return true;
}

/** Grades the papers that could not be graded when they were closed, once a new build can: called when the server starts. Answers how many are still waiting. */
export async function gradeWaiting(house: House): Promise<number> {
  const { store } = house;
  const waiting = await listSealable(store.read, store, eq(store.t.attempts.state, "submitted"));
  let left = 0;
  for (const attempt of waiting) {
    const context = { ...house, actor: systemActor };
    const graded = await store.write(async (tx) => gradeAttempt(tx, context, attempt, await listAnswers(tx, context, attempt.id)));
    if (!graded) left += 1;
  }
  return left;
}

/** Grades a paper from its kept versions, by the figures that were in force for its company when it was begun. */
async function gradeSat(tx: Db, context: Context, attempt: Sealable, answers: readonly Answer[]): Promise<Grade> {
  const paper = Paper.parse(attempt.paper);
  const { scheme } = await schemeVersion(tx, context, attempt.schemeId, attempt.schemeHash);
  return gradePaper(paper, await questionsOf(tx, context, paper), answers, PaperFigures.parse(attempt.figures), scheme.theory);
}

/**
 * Seals every attempt whose time is over, all or those of one sitting, person or attempt; answers how many. Called at the start of the server, by its
 * timer, and before an attempt or a sitting is read, so that a paper is closed at its deadline even when no server ran then.
 * A paper that cannot be graded does not keep the others open; it is thrown after them.
 */
export async function sealOverdue(house: House, where: { attemptId?: string; sittingId?: string; personId?: string } = {}): Promise<number> {
  const { store, now } = house;
  const { attempts } = store.t;
  const overdue = await listSealable(
    store.read,
    store,
    and(
      eq(attempts.state, "open"),
      lte(attempts.deadlineAt, now),
      where.attemptId ? eq(attempts.id, where.attemptId) : undefined,
      where.sittingId ? eq(attempts.sittingId, where.sittingId) : undefined,
      where.personId ? eq(attempts.personId, where.personId) : undefined,
    ),
  );
  let sealed = 0;
  const failures: unknown[] = [];
  for (const attempt of overdue) {
    try {
      if (await store.write((tx) => sealAttempt(tx, { ...house, actor: systemActor }, attempt, "time-out"))) sealed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${overdue.length} overdue papers could not be sealed`);
  return sealed;
}
