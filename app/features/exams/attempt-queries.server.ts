import { and, desc, eq } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { forCandidate, type CandidateQuestion } from "#app/features/questions/candidate.ts";
import { isAnswered, isPartlyAnswered } from "#app/features/questions/answered.ts";
import { finalAnswers, type Answer } from "./answers.ts";
import { isOpen, start } from "./attempt.ts";
import { newestGrades } from "./grades.server.ts";
import { Paper } from "./paper.ts";
import { questionsOf, schemeVersion } from "./paper.server.ts";
import { countAnswered, countLate } from "./queries.server.ts";
import { listAnswers, sealOverdue } from "./seal.server.ts";

type Own = Context & { actor: { personId: string } };

/** The sittings the actor is admitted to, latest first, and what is next in each; of what is released, the result. No question is in it. */
export async function listMyExams(context: Own) {
  const { store, actor, now } = context;
  const { sittings, admissions, attempts } = store.t;
  await sealOverdue(context, { personId: actor.personId });
  const rows = await store.read
    .select({ sitting: sittings, attempt: { id: attempts.id, state: attempts.state, deadlineAt: attempts.deadlineAt, sealedAt: attempts.sealedAt, receipt: attempts.receipt } })
    .from(admissions)
    .innerJoin(sittings, eq(sittings.id, admissions.sittingId))
    .leftJoin(attempts, and(eq(attempts.sittingId, sittings.id), eq(attempts.personId, admissions.personId)))
    .where(eq(admissions.personId, actor.personId))
    .orderBy(desc(sittings.startsAt));
  const released = rows.flatMap(({ sitting, attempt }) => (attempt && sitting.state === "released" ? [attempt.id] : []));
  const grades = await newestGrades(store.read, context, released);
  return Promise.all(
    rows.map(async ({ sitting, attempt }) => {
      const { scheme } = await schemeVersion(store.read, context, sitting.schemeId, sitting.schemeHash);
      const { id, title, room, startsAt, endsAt, minutes, state } = sitting;
      const about = { id, title, room, startsAt, endsAt, minutes, schemeTitle: scheme.title, questions: scheme.theory.blueprint.reduce((sum, quota) => sum + quota.count, 0) };
      if (attempt?.state === "open") return { ...about, step: "running" as const, attemptId: attempt.id, leftMs: Math.max(0, attempt.deadlineAt - now) };
      if (attempt) {
        const grade = grades.get(attempt.id);
        return { ...about, step: "done" as const, attemptId: attempt.id, sealedAt: attempt.sealedAt, receipt: attempt.receipt, result: grade ? { percent: grade.percent, passed: grade.passed } : null };
      }
      const may = start(sitting, now);
      if (may.ok) return { ...about, step: "start" as const };
      return { ...about, step: now >= endsAt || state === "closed" || state === "released" ? ("missed" as const) : ("wait" as const), inTime: now >= startsAt };
    }),
  );
}

/** One question of a paper as its candidate sees it while it is open: no key, no critical mark, no explanation. */
export type ExamQuestion = { slot: number; points: number; question: CandidateQuestion };

/** The actor's own attempt with its sitting; seals it first if its time is over. Null when it is not theirs. */
async function findOwn(context: Own, attemptId: string) {
  const { store, actor } = context;
  const { attempts, sittings } = store.t;
  await sealOverdue(context, { attemptId });
  const [row] = await store.read
    .select({ attempt: attempts, sitting: { title: sittings.title, room: sittings.room, state: sittings.state, releasedAt: sittings.releasedAt } })
    .from(attempts)
    .innerJoin(sittings, eq(sittings.id, attempts.sittingId))
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, actor.personId)));
  return row ?? null;
}

export type OpenExam = {
  state: "open";
  attemptId: string;
  personId: string;
  name: string;
  title: string;
  room: string;
  deadlineAt: number;
  remainingMs: number;
  questions: ExamQuestion[];
  /** Of every answered slot the answer that counts on the server. */
  answers: Answer[];
};

/** The actor's own paper while it is open, with the answers that are on the server; only that it is `sealed` afterwards. Null when it is not theirs. */
export async function findExam(context: Own, attemptId: string): Promise<OpenExam | { state: "sealed" } | null> {
  const row = await findOwn(context, attemptId);
  if (!row) return null;
  const { attempt, sitting } = row;
  if (!isOpen(attempt, context.now)) return { state: "sealed" };
  const paper = Paper.parse(attempt.paper);
  const questions = await questionsOf(context.store.read, context, paper);
  const answers = await listAnswers(context.store.read, context, attemptId);
  return {
    state: "open",
    attemptId,
    personId: context.actor.personId,
    name: context.actor.name,
    title: sitting.title,
    room: sitting.room,
    deadlineAt: attempt.deadlineAt,
    remainingMs: attempt.deadlineAt - context.now,
    questions: paper.map(({ slot, points, order, questionId }) => {
      const question = questions.get(slot);
      if (!question) throw new Error(`the version of ${questionId} that was drawn is not kept`);
      return { slot, points, question: forCandidate(question, order) };
    }),
    answers: finalAnswers(answers).map(({ slot, seq, response }) => ({ slot, seq, response })),
  };
}

/**
 * One question of the actor's own paper, open or not, by which a form is read: what is sent after the end is read too, and kept as late.
 * Null when the paper is not theirs or has no such slot. `of` is how many questions it has.
 */
export async function findAsked({ store, actor, content }: Own, attemptId: string, slot: number): Promise<{ question: CandidateQuestion; of: number } | null> {
  const { attempts } = store.t;
  const [row] = await store.read.select({ paper: attempts.paper }).from(attempts).where(and(eq(attempts.id, attemptId), eq(attempts.personId, actor.personId)));
  if (!row) return null;
  const paper = Paper.parse(row.paper);
  const asked = paper.filter((one) => one.slot === slot);
  const question = (await questionsOf(store.read, { store, content }, asked)).get(slot);
  return question ? { question: forCandidate(question, asked[0]?.order ?? []), of: paper.length } : null;
}

/** Which slots of the actor's own open paper are answered, read back from the server. */
export async function findCheck(context: Own, attemptId: string) {
  const exam = await findExam(context, attemptId);
  if (exam?.state !== "open") return exam;
  const responses = new Map(exam.answers.map((answer) => [answer.slot, answer.response]));
  const { title, deadlineAt, remainingMs, personId, answers } = exam;
  return { state: "open" as const, attemptId, personId, title, deadlineAt, remainingMs, answers, slots: exam.questions.map(({ slot, question }) => ({ slot, answered: isAnswered(responses.get(slot)), partly: isPartlyAnswered(question, responses.get(slot)) })) };
}

/** The receipt of the actor's own sealed attempt; `open` while there is none yet. Null when it is not theirs. */
export async function findReceipt(context: Own, attemptId: string) {
  const row = await findOwn(context, attemptId);
  if (!row) return null;
  const { attempt, sitting } = row;
  if (attempt.sealedAt === null || attempt.sealCause === null || attempt.receipt === null) return { state: "open" as const };
  return {
    state: "sealed" as const,
    attemptId,
    personId: context.actor.personId,
    name: context.actor.name,
    title: sitting.title,
    room: sitting.room,
    sealedAt: attempt.sealedAt,
    cause: attempt.sealCause,
    short: attempt.receipt,
    total: Paper.parse(attempt.paper).length,
    answered: (await countAnswered(context.store.read, context, [attemptId])).get(attemptId) ?? 0,
    late: (await countLate(context.store.read, context, [attemptId])).get(attemptId) ?? 0,
    released: sitting.state === "released",
  };
}
