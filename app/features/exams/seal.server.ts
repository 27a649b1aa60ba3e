import { and, asc, eq, lte } from "drizzle-orm";
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
import type { SealCause } from "./states.ts";

/** What the seal has to know of an attempt: read with `sealColumns` from attempts joined with their sitting. */
export type Sealable = Awaited<ReturnType<typeof listSealable>>[number];

function listSealable(db: Db, { t }: Pick<Store, "t">, where: Parameters<typeof and>[0]) {
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
    .where(and(eq(attempts.state, "open"), where))
    .orderBy(asc(attempts.deadlineAt), asc(attempts.id));
}

/** The open attempt of one person; null when it is not theirs or no longer open. */
export async function findSealable(db: Db, store: Store, where: { attemptId: string; personId: string }): Promise<Sealable | null> {
  const { attempts } = store.t;
  return (await listSealable(db, store, and(eq(attempts.id, where.attemptId), eq(attempts.personId, where.personId))))[0] ?? null;
}

/** The open attempts of a sitting. */
export function listSealableOf(db: Db, store: Store, sittingId: string) {
  return listSealable(db, store, eq(store.t.attempts.sittingId, sittingId));
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
 */
export async function sealAttempt(tx: Db, context: Context, attempt: Sealable, cause: SealCause): Promise<boolean> {
  const { store } = context;
  const { attempts } = store.t;
  const sealed = seal(attempt, context.now, cause);
  // First the state: from here on the guard refuses answers, so that those read next are all there are.
  const taken = await tx
    .update(attempts)
    .set({ state: "submitted", ...sealed })
    .where(and(eq(attempts.id, attempt.id), eq(attempts.state, "open")))
    .returning({ id: attempts.id });
  if (taken.length === 0) return false;

  const answers = await listAnswers(tx, context, attempt.id);
  const receipt = receiptOf(attempt.id, answers);
  const about = { subject: attempt.id, personId: attempt.personId };
  await record(tx, context, examEvent("attempt.submitted", about, { cause: sealed.sealCause, sealedAt: sealed.sealedAt, answered: receipt.answered, hash: receipt.manifest.hash }));

  const grade = await gradeSat(tx, context, attempt, answers);
  await tx.update(attempts).set({ state: "graded", manifest: receipt.manifest, receipt: receipt.short }).where(and(eq(attempts.id, attempt.id), eq(attempts.state, "submitted")));
  await tx.insert(store.t.grades).values({ id: context.newId(), attemptId: attempt.id, version: 1, ...grade, gradedAt: context.now, gradedBy: null, reason: null });
  const { percent, criticalMissed, passed } = grade;
  await record(tx, { ...context, actor: systemActor }, examEvent("attempt.graded", about, { version: 1, percent, criticalMissed, passed }));
  return true;
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
