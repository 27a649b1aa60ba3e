import { and, eq, gte, sql } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { can, unitPath } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { dayOf, instantOf } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db } from "#db/client.ts";
import { answerSentTwice, decideAsk, paragraphsOf, sameWithin } from "./asks.ts";
import { foldedExcerpt, shortExcerpt } from "./asks-text.ts";
import { modulesOf } from "./catalogue.server.ts";
import { learningEvent } from "./events.ts";
import { contentOf } from "./module.ts";
import { findSection } from "./queries.server.ts";

type AskRefusal = "not-allowed" | "no-unit" | "no-such-section" | "no-such-paragraph" | "text-changed" | "too-many-today";

/**
 * Asks a question at a paragraph of the current version of a module; `version` is the one the asker read. The same question within a minute counts once
 * (`again`). Refusals: `text-changed`, `no-such-paragraph`, `no-such-section`, `too-many-today`, `no-unit` (nobody would answer), `not-allowed`.
 */
export async function askQuestion(
  context: Context,
  place: { moduleId: string; section: number },
  input: { paragraph: number; version: string; question: string },
): Promise<Result<{ id: string; again: boolean }, AskRefusal>> {
  const { store, content, actor, now, newId } = context;
  const { personId } = actor;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const { moduleId, section } = place;
  const module = modulesOf(content).get(moduleId);
  const read = await findSection(context, personId, moduleId, section);
  if (!module || !read) return refused("no-such-section");
  if (module.hash !== input.version) return refused("text-changed");
  const at = paragraphsOf(read.tree, read.notes).find((one) => one.n === input.paragraph);
  if (!at) return refused("no-such-paragraph");
  const unitId = (await findPerson(context, personId))?.unitId ?? null;
  if (unitId === null) return refused("no-unit");
  return store.write(async (tx) => {
    const { paragraphQuestions: t } = store.t;
    await oneAtATime(tx, context, personId);
    const since = Math.min(instantOf(dayOf(now)), now - sameWithin);
    const asked = await tx.select().from(t).where(and(eq(t.personId, personId), gte(t.askedAt, since)));
    const question = { moduleId, section, paragraph: at.n, text: input.question };
    const decided = decideAsk(asked, now, question);
    if (!decided.ok) return decided;
    if (decided.value.again !== null) return ok({ id: decided.value.again, again: true });
    const id = newId();
    await keepVersions(tx, context, "module", [{ key: moduleId, body: contentOf(module) }]);
    await tx.insert(t).values({ ...question, id, personId, unitId, moduleHash: module.hash, excerpt: at.excerpt, askedAt: now });
    await record(tx, context, learningEvent("learning.question-asked", { subject: id, personId }, { moduleId, moduleHash: module.hash, section, paragraph: at.n }));
    return ok({ id, again: false });
  });
}

/**
 * A trainer of the asker's unit answers; more answers may follow, the same one within a minute counts once. Whoever asked gets a message.
 * Refusal: `no-such-question`, also for one of a unit that is not the actor's.
 */
export async function answerQuestion(context: Context, questionId: string, text: string): Promise<Result<{ id: string; again: boolean }, "no-such-question">> {
  const { store, content, actor, now, newId } = context;
  const { paragraphQuestions: questions, paragraphAnswers: answers } = store.t;
  const { personId } = actor;
  const [question] = await store.read.select().from(questions).where(eq(questions.id, questionId));
  if (!question || personId === null || !can(actor, "training.manage", { unitPath: unitPath(await listUnits(context), question.unitId) })) return refused("no-such-question");
  const { moduleId, section, paragraph, excerpt } = question;
  return store.write(async (tx) => {
    await oneAtATime(tx, context, personId);
    const answered = await tx.select().from(answers).where(and(eq(answers.questionId, questionId), eq(answers.personId, personId)));
    const again = answerSentTwice(answered, now, text);
    if (again !== null) return ok({ id: again, again: true });
    const id = newId();
    await tx.insert(answers).values({ id, questionId, personId, text, answeredAt: now });
    await record(tx, context, learningEvent("learning.question-answered", { subject: questionId, personId: question.personId }, { answerId: id, moduleId, section, paragraph }));
    const title = modulesOf(content).get(moduleId)?.title ?? moduleId;
    await notify(tx, context, { personId: question.personId }, questionId, { kind: "question.answered", moduleId, title, section, excerpt: foldedExcerpt(excerpt, shortExcerpt) });
    return ok({ id, again: false });
  });
}

/** What one person sends at the same moment is decided one after the other: the lock lets the later one see the earlier. */
async function oneAtATime(tx: Db, { store: { t } }: Context, personId: string): Promise<void> {
  await tx.update(t.people).set({ hiredOn: sql`${t.people.hiredOn}` }).where(eq(t.people.id, personId));
}
