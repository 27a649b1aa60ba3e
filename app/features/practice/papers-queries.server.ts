import { desc, eq } from "drizzle-orm";
import { schemeVersion } from "#app/features/exams/paper.server.ts";
import { modulesOf, teachingOf } from "#app/features/learning/catalogue.server.ts";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { explain } from "#app/features/learning/self-check-queries.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { forCandidate } from "#app/features/questions/candidate.ts";
import { standardsOf } from "#app/features/standards/catalogue.server.ts";
import { schemesOf } from "#app/features/standards/schemes.server.ts";
import { findOwnPaper, gradeOf } from "./papers.server.ts";
import { countsByModule, sectionsToRead } from "./papers.ts";

type Own = Context & { actor: { personId: string } };

const pastShown = 30;

/** The schemes the actor can practise for: those of their post, and any in which they have a paper open; and their last thirty results, newest first. */
export async function listPracticePapers(context: Own) {
  const { store, content, actor } = context;
  const { practicePapers } = store.t;
  const { post } = await findLearner(context, actor.personId);
  const { id, schemeId, schemeHash, state, startedAt, handedInAt, percent } = practicePapers;
  const rows = await store.read.select({ id, schemeId, schemeHash, state, startedAt, handedInAt, percent }).from(practicePapers).where(eq(practicePapers.personId, actor.personId)).orderBy(desc(startedAt), desc(id));
  const titled = async (row: (typeof rows)[number]) => ({ row, scheme: (await schemeVersion(store.read, context, row.schemeId, row.schemeHash)).scheme });
  const open = await Promise.all(rows.filter((row) => row.state === "open").map(titled));
  const past = await Promise.all(rows.filter((row) => row.state === "handed-in").slice(0, pastShown).map(titled));
  const mine = [...schemesOf(content).values()].map(({ scheme }) => scheme).filter((scheme) => post !== null && scheme.posts.includes(post) && !open.some((one) => one.scheme.id === scheme.id));
  const about = ({ id, title, theory }: (typeof mine)[number]) => ({ id, title, minutes: theory.minutes, passPercent: theory.passPercent, questions: theory.blueprint.reduce((sum, quota) => sum + quota.count, 0) });
  return {
    schemes: [...open.map(({ row, scheme }) => ({ ...about(scheme), open: { id: row.id, startedAt: row.startedAt } })), ...mine.map((scheme) => ({ ...about(scheme), open: null }))],
    past: past.map(({ row, scheme }) => ({ id: row.id, title: scheme.title, handedInAt: row.handedInAt ?? row.startedAt, percent: row.percent ?? 0 })),
  };
}

/** The actor's own practice paper to answer, without keys; only that it is handed in afterwards. Null when it is not theirs. */
export async function findPracticePaper(context: Own, paperId: string) {
  const own = await findOwnPaper(context, paperId);
  if (!own) return null;
  if (own.state !== "open") return { state: own.state };
  const { title, theory } = own.scheme;
  return {
    state: own.state,
    id: own.id,
    title,
    minutes: theory.minutes,
    startedAt: own.startedAt,
    elapsedMs: Math.max(0, context.now - own.startedAt),
    questions: own.paper.flatMap(({ slot, order }) => {
      const question = own.questions.get(slot);
      return question ? [{ slot, question: forCandidate(question, order) }] : [];
    }),
  };
}

/**
 * What the actor's own practice paper came to: points in all and by module, and every question missed, explained as it was asked and graded then,
 * with the sections of today's modules that teach its clauses. Null when it is not theirs; only that it is `open` before it is handed in.
 */
export async function findPracticeResult(context: Own, paperId: string) {
  const { content } = context;
  const own = await findOwnPaper(context, paperId);
  if (!own) return null;
  if (own.state === "open") return { state: own.state };
  const { scheme, paper } = own;
  const { points, total, percent, criticalMissed, detail } = gradeOf(own, own.answers);
  const standards = standardsOf(content);
  const titleOf = (module: string) => modulesOf(content).get(module)?.title ?? module;
  const marks = new Map(detail.map((one) => [one.slot, one]));
  const responses = new Map(own.answers.map((answer) => [answer.slot, answer.response]));
  const sum = (values: readonly number[]) => Math.round(values.reduce((all, value) => all + value, 0) * 100) / 100;
  const missed = paper.flatMap(({ slot, module }) => {
    const question = own.questions.get(slot);
    if (!question || marks.get(slot)?.correct === true) return [];
    const sections = sectionsToRead(module, question.clauses.flatMap((clause) => teachingOf(content).get(clause) ?? []));
    return [{ slot, question: explain(question, responses.get(slot) ?? null, false, own.figures, standards), sections }];
  });
  return {
    state: own.state,
    title: scheme.title,
    schemeId: scheme.id,
    startedAt: own.startedAt,
    handedInAt: own.handedInAt ?? own.startedAt,
    points,
    total,
    percent: own.percent ?? percent,
    passPercent: scheme.theory.passPercent,
    criticalMissed: scheme.theory.criticalFails ? criticalMissed : 0,
    questions: paper.length,
    modules: countsByModule(scheme.theory.blueprint, paper).map(({ module, wanted, given }) => {
      const slots = paper.filter((slot) => slot.module === module);
      return { id: module, title: titleOf(module), wanted, given, points: sum(slots.map(({ slot }) => marks.get(slot)?.points ?? 0)), total: sum(slots.map((slot) => slot.points)) };
    }),
    missed,
  };
}
