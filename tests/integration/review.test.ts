import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { submitSelfCheck } from "#app/features/learning/commands.server.ts";
import { selfCheckFor } from "#app/features/learning/self-check.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { answerReview, type ReviewAnswer } from "#app/features/practice/review-commands.server.ts";
import { countReview, findReview, findReviewed } from "#app/features/practice/review-queries.server.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import type { Response } from "#app/features/questions/response.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { story, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

const moduleId = "repair-and-emergency";
type Person = Context & { actor: { personId: string } };

function rightAnswer(context: Person, questionId: string): Response {
  const found = bankOf(context.content).get(questionId);
  if (!found) throw new Error(`no question ${questionId}`);
  return keyOf(found.question, figuresOn(standardsOf(context.content), "anran", "2026-11-22"));
}

/** A self-check of a module: its first questions right, the others left out. The ids of those missed come out. */
async function selfCheck(context: Person, right: number, id = moduleId): Promise<string[]> {
  const asked = selfCheckFor(context.content, id, context.actor.personId).map(({ question }) => question.id);
  const taken = await submitSelfCheck(context, id, asked.map((questionId, index) => ({ questionId, response: index < right ? rightAnswer(context, questionId) : null })));
  if (!taken.ok) throw new Error(taken.refusal);
  return asked.slice(right);
}

async function askedNow(context: Person) {
  const { asking } = await findReview(context, context.actor.personId);
  if (!asking) throw new Error("nothing to review");
  return asking;
}

/** Answers the question that is asked now, right or by giving up; the id of the answer comes out. */
async function answer(context: Person, correct: boolean): Promise<{ id: string; questionId: string }> {
  const { question, hash, reps } = await askedNow(context);
  const result = await answerReview(context, { questionId: question.id, hash, reps, response: correct ? rightAnswer(context, question.id) : null, gaveUp: !correct });
  if (!result.ok) throw new Error(result.refusal);
  return { id: result.value.id, questionId: question.id };
}

const rowsOf = async ({ store }: TestHouse) => ({
  cards: await store.read.select().from(store.t.reviewCards),
  log: await store.read.select().from(store.t.reviewLog),
  events: await store.read.select().from(store.t.auditEvents).where(eq(store.t.auditEvents.event, "review.answered")),
});

/** The house with its questions written otherwise: `change` gives the question as it is now, or null where it was withdrawn. */
function withQuestions(context: Person, change: (question: { id: string }) => object | null): Person {
  const Files = z.array(z.looseObject({ questions: z.array(z.looseObject({ id: z.string() })) }));
  const files = Files.parse(context.content.json("questions.json")).map((file) => ({ ...file, questions: file.questions.map(change).filter((one) => one !== null) }));
  return { ...context, content: { json: (file) => (file === "questions.json" ? files : context.content.json(file)) } };
}

story("what is missed in a self-check is asked in review, and answering shrinks the set", async (house) => {
  const me = house.as("newcomer");
  const id = me.actor.personId;
  expect(await countReview(me, id)).toEqual({ left: 0, answered: 0, all: 0 });
  expect(await findReview(me, id)).toMatchObject({ asking: null, all: 0, weakest: [] });
  const missed = await selfCheck(me, 5);
  expect(await countReview(me, id)).toEqual({ left: 3, answered: 0, all: 3 });
  expect(missed).toContain((await askedNow(me)).question.id);

  const right = await answer(house.as("newcomer", "09:10"), true);
  expect(await findReviewed(me, id, right.id)).toMatchObject({ question: { id: right.questionId, outcome: "right" }, due: { on: "2026-11-25", inDays: 3 } });
  const gaveUp = await answer(house.as("newcomer", "09:11"), false);
  expect(await findReviewed(me, id, gaveUp.id)).toMatchObject({ question: { id: gaveUp.questionId, outcome: "unanswered" }, due: { on: "2026-11-23", inDays: 1 } });
  expect(await countReview(me, id)).toEqual({ left: 1, answered: 2, all: 3 });
  await answer(house.as("newcomer", "09:12"), true);
  expect(await findReview(me, id)).toMatchObject({ asking: null, left: 0, answered: 3, next: { on: "2026-11-23", inDays: 1 } });

  expect(await countReview(house.as("newcomer", "2026-11-23 00:00"), id)).toEqual({ left: 1, answered: 0, all: 3 });
  expect((await askedNow(house.as("newcomer", "2026-11-23 00:00"))).question.id).toBe(gaveUp.questionId);
  expect(await countReview(house.as("newcomer", "2026-11-25 23:59"), id)).toMatchObject({ left: 3 });

  const { cards, log, events } = await rowsOf(house);
  expect(cards).toHaveLength(3);
  expect(log.map(({ correct, reps }) => ({ correct, reps }))).toEqual([{ correct: true, reps: 0 }, { correct: false, reps: 0 }, { correct: true, reps: 0 }]);
  expect(events).toHaveLength(3);
  expect(events[0]).toMatchObject({ actorId: id, personId: id, subject: right.id, data: { questionId: right.questionId, correct: true, reps: 1, dueOn: "2026-11-25" } });
});

story("no key and no explanation leaves before the answer", async (house) => {
  const me = house.as("newcomer");
  await selfCheck(me, 1);
  const asking = JSON.stringify((await findReview(me, me.actor.personId)).asking);
  for (const secret of ["correct", "answer", "explanation", "clauses"]) expect(asking).not.toContain(`"${secret}"`);
});

story("a day's set is ten at most, the longest due first; what is beyond waits until tomorrow", async (house) => {
  const me = house.as("newcomer");
  const id = me.actor.personId;
  await selfCheck(house.as("newcomer", "2026-11-20 09:00"), 1, "service-language");
  await selfCheck(me, 1);
  expect(await findReview(me, id)).toMatchObject({ left: 10, beyond: 4, asking: { module: { id: "service-language" } } });
  for (let done = 1; done <= 10; done += 1) {
    await answer(me, true);
    expect(await countReview(me, id)).toEqual({ left: 10 - done, answered: done, all: 14 });
  }
  expect(await findReview(me, id)).toMatchObject({ asking: null, beyond: 4, next: { inDays: 1 } });
  expect(await countReview(house.as("newcomer", "2026-11-23 07:00"), id)).toEqual({ left: 4, answered: 0, all: 14 });
});

story("the same showing answered twice, one after the other or at once, counts once and the first answer stands", async (house) => {
  const me = house.as("newcomer");
  await selfCheck(me, 6);
  for (const at of ["09:00", "2026-11-25 09:00"]) {
    const on = house.as("newcomer", at);
    const { question, hash, reps } = await askedNow(on);
    const shown: ReviewAnswer = { questionId: question.id, hash, reps, response: rightAnswer(on, question.id), gaveUp: false };
    const results = await Promise.all([answerReview(on, shown), answerReview(on, { ...shown, response: null, gaveUp: true }), answerReview(on, shown)]);
    const first = results.find((one) => one.ok && !one.value.earlier);
    if (!first?.ok) throw new Error("nobody was first");
    expect(results.filter((one) => one.ok && one.value.earlier && one.value.id === first.value.id)).toHaveLength(2);
    expect(await answerReview(house.as("newcomer", "2027-05-01 09:00"), shown)).toEqual({ ok: true, value: { id: first.value.id, earlier: true } });
    const { log, events } = await rowsOf(house);
    const mine = log.filter((one) => one.questionId === question.id && one.reps === reps);
    expect(mine).toMatchObject([{ id: first.value.id }]);
    expect(events.filter((event) => event.subject === first.value.id)).toHaveLength(1);
  }
});

story("a question missed in a self-check after its review is due again", async (house) => {
  const me = house.as("newcomer");
  const id = me.actor.personId;
  await selfCheck(me, 7);
  await answer(me, true);
  expect(await countReview(house.as("newcomer", "2026-11-23 09:00"), id)).toMatchObject({ left: 0, all: 1 });
  await selfCheck(house.as("newcomer", "2026-11-23 10:00"), 7);
  expect(await countReview(house.as("newcomer", "2026-11-23 11:00"), id)).toEqual({ left: 1, answered: 0, all: 1 });
  const again = await answer(house.as("newcomer", "2026-11-23 12:00"), true);
  expect(await countReview(house.as("newcomer", "2026-11-23 13:00"), id)).toEqual({ left: 0, answered: 1, all: 1 });
  expect((await findReviewed(house.as("newcomer", "2026-11-23 13:00"), id, again.id))?.due?.inDays).toBeGreaterThanOrEqual(1);
  expect((await rowsOf(house)).cards).toMatchObject([{ reps: 2 }]);
});

story("a withdrawn question is skipped, a corrected one is asked anew, and what was answered is shown as it was asked", async (house) => {
  const me = house.as("newcomer");
  const id = me.actor.personId;
  const [withdrawn, corrected] = await selfCheck(me, 6);
  const before = await askedNow(me);
  const after = withQuestions(me, (question) => (question.id === withdrawn ? null : question.id === corrected ? { ...question, stem: "改过的题干是这样问的" } : question));
  expect(await countReview(after, id)).toMatchObject({ left: 1, all: 1 });
  const asked = await askedNow(after);
  expect(asked).toMatchObject({ question: { id: corrected, stem: "改过的题干是这样问的" } });
  expect(await answerReview(after, { questionId: withdrawn ?? "", hash: before.hash, reps: 0, response: null, gaveUp: true })).toEqual({ ok: false, refusal: "no-such-question" });
  const old = bankOf(me.content).get(corrected ?? "");
  const stale: ReviewAnswer = { questionId: corrected ?? "", hash: old?.hash ?? "", reps: 0, response: rightAnswer(me, corrected ?? ""), gaveUp: false };
  expect(await answerReview(after, stale)).toEqual({ ok: false, refusal: "other-version" });
  expect((await rowsOf(house)).log).toEqual([]);
  const given = await answerReview(after, { ...stale, hash: asked.hash });
  if (!given.ok) throw new Error(given.refusal);
  // Read by a build that has the old wording again: the answer keeps the version it was given to.
  expect(await findReviewed(me, id, given.value.id)).toMatchObject({ question: { stem: "改过的题干是这样问的", outcome: "right" } });
});

story("a question kept for exams is never asked in review", async (house) => {
  const me = house.as("newcomer");
  const [missed] = await selfCheck(me, 7);
  const moved = withQuestions(me, (question) => (question.id === missed ? { ...question, use: "exam" } : question));
  expect(await findReview(moved, me.actor.personId)).toMatchObject({ asking: null, all: 0 });
});

story("rubbish, other people's questions, days not yet come and nothing at all are refused and leave nothing behind", async (house) => {
  const me = house.as("newcomer");
  await selfCheck(me, 7);
  const { question, hash, reps } = await askedNow(me);
  const shown: ReviewAnswer = { questionId: question.id, hash, reps, response: null, gaveUp: false };
  const nothing = { ok: false, refusal: "nothing-answered" };
  expect(await answerReview(me, shown)).toEqual(nothing);
  for (const response of ["zz", [], Number.NaN, "__proto__", Array<string>(40).fill("zz")] satisfies Response[]) expect(await answerReview(me, { ...shown, response })).toEqual(nothing);
  expect(await answerReview(me, { ...shown, questionId: "re-999", gaveUp: true })).toEqual({ ok: false, refusal: "no-such-question" });
  expect(await answerReview(house.as("colleague"), { ...shown, gaveUp: true })).toEqual({ ok: false, refusal: "no-such-question" });
  expect(await answerReview(me, { ...shown, reps: 3, gaveUp: true })).toEqual({ ok: false, refusal: "not-due" });
  expect(await answerReview({ ...me, actor: systemActor }, { ...shown, gaveUp: true })).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await rowsOf(house)).toEqual({ cards: [], log: [], events: [] });
  const { id } = await answer(me, true);
  expect(await answerReview(me, { ...shown, reps: 1, gaveUp: true })).toEqual({ ok: false, refusal: "not-due" });
  expect(await findReviewed(house.as("colleague"), house.id("colleague"), id)).toBeNull();
  expect((await rowsOf(house)).log).toHaveLength(1);
});

story("the weakest clauses are told in words, with where to read them", async (house) => {
  const me = house.as("newcomer");
  const [missed] = await selfCheck(me, 7);
  expect((await findReview(me, me.actor.personId)).weakest).toEqual([]);
  await answer(me, false);
  const { weakest } = await findReview(me, me.actor.personId);
  const clauses = bankOf(me.content).get(missed ?? "")?.question.clauses ?? [];
  expect(weakest.map((one) => one.to).sort()).toEqual(clauses.slice(0, 5).map((clause) => `/clauses/${clause}`).sort());
  for (const one of weakest) {
    expect(one).toMatchObject({ misses: 2 });
    expect(one.duty.length).toBeGreaterThan(5);
    expect(one.read?.to).toMatch(/^\/modules\/[a-z-]+\/\d+$/);
  }
});

story("the page asks, takes the answer, and explains it only to whom it belongs", async (house) => {
  const me = house.as("newcomer");
  await selfCheck(me, 6);
  const { question, hash, reps } = await askedNow(me);
  await withSite(house, async ({ ask }) => {
    expect((await ask("/plan", { as: "newcomer" })).text).toContain("温故：今天 2 题");
    expect((await ask("/review", { as: "newcomer" })).text).toContain(question.stem);
    const body = { question: question.id, hash, reps: String(reps) };
    expect((await ask("/review", { as: "newcomer", method: "POST", body })).status).toBe(422);
    const wrongs: Record<string, string>[] = [{ reps: "-1" }, { reps: "1e3" }, { question: "nope" }, { intent: "cheat" }, { hash: "" }];
    for (const wrong of wrongs) expect((await ask("/review", { as: "newcomer", method: "POST", body: { ...body, ...wrong } })).status).toBe(404);
    expect((await ask("/review", { as: "colleague", method: "POST", body: { ...body, intent: "give-up" } })).status).toBe(404);
    const sent = await ask("/review", { as: "newcomer", method: "POST", body: { ...body, intent: "give-up" } });
    expect(sent.location).toMatch(/^\/review\?done=/);
    expect((await ask(sent.location ?? "", { as: "newcomer" })).text).toContain("正确答案");
    expect((await ask(sent.location ?? "", { as: "colleague" })).status).toBe(404);
    expect((await ask("/plan", { as: "newcomer" })).text).toContain("温故：今天 1 题");
  });
});
