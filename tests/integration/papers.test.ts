import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { wordsOf } from "#app/features/audit/words.ts";
import { Paper } from "#app/features/exams/paper.ts";
import { systemActor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { handInPracticePaper, startPracticePaper } from "#app/features/practice/papers-commands.server.ts";
import { findPracticePaper, findPracticeResult, listPracticePapers } from "#app/features/practice/papers-queries.server.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import type { Response } from "#app/features/questions/response.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import type { Result } from "#app/lib/result.ts";
import { story, type CastName, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

type Person = Context & { actor: { personId: string } };

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

async function begin(me: Person, schemeId = "repair"): Promise<string> {
  return done(await startPracticePaper(me, schemeId)).paperId;
}

async function paperOf({ store }: TestHouse, id: string) {
  const [row] = await store.read.select().from(store.t.practicePapers).where(eq(store.t.practicePapers.id, id));
  if (!row) throw new Error("no such paper");
  return { ...row, paper: Paper.parse(row.paper) };
}

/** The right answers to a paper by the figures of a company; `wrong` of them, from the end, left out. */
async function answersTo(house: TestHouse, id: string, { wrong = 0, company = "anran" } = {}): Promise<{ slot: number; response: Response }[]> {
  const { content } = house.house();
  const figures = figuresOn(standardsOf(content), company, "2026-11-22");
  const { paper } = await paperOf(house, id);
  return paper.slice(0, paper.length - wrong).map(({ slot, questionId }) => {
    const found = bankOf(content).get(questionId);
    if (!found) throw new Error(`no question ${questionId}`);
    return { slot, response: keyOf(found.question, figures) };
  });
}

async function eventsOf({ store }: TestHouse, event: string, subject: string) {
  const { auditEvents } = store.t;
  return store.read.select().from(auditEvents).where(and(eq(auditEvents.event, event), eq(auditEvents.subject, subject)));
}

/** The content with an own figure of the group from a day on: a complaint is answered within 72 hours. */
function withOwnFigure(content: Context["content"], from: string): Context["content"] {
  const Shape = z.looseObject({ companies: z.array(z.looseObject({ figures: z.array(z.unknown()) })) });
  const standards = Shape.parse(content.json("standards.json"));
  const own = { topic: "complaint-first-response", figure: { value: 72, unit: "小时", comparator: "at-most" }, from, basis: "本单位通知" };
  const changed = { ...standards, companies: standards.companies.map((company) => ({ ...company, figures: [own] })) };
  return { json: (file) => (file === "standards.json" ? changed : content.json(file)) };
}

story("somebody practises a paper like the exam, from practice questions alone, hands it in and sees what to read again", async (house) => {
  const me = house.as("newcomer", "09:00");
  expect(await listPracticePapers(me)).toMatchObject({ schemes: [{ id: "repair", questions: 25, minutes: 60, passPercent: 80, open: null }], past: [] });
  const id = await begin(me);
  const { paper } = await paperOf(house, id);
  expect(paper).toHaveLength(25);
  for (const slot of paper) expect(bankOf(me.content).get(slot.questionId)).toMatchObject({ module: slot.module, hash: slot.hash, question: { use: "practice" } });
  expect(await listPracticePapers(me)).toMatchObject({ schemes: [{ id: "repair", open: { id, startedAt: me.now } }], past: [] });
  expect(await eventsOf(house, "practice.paper-started", id)).toMatchObject([{ actorId: house.id("newcomer"), personId: house.id("newcomer"), data: { schemeId: "repair", questions: 25 } }]);

  const later = house.as("newcomer", "10:10");
  expect(await findPracticePaper(later, id)).toMatchObject({ state: "open", minutes: 60, elapsedMs: 70 * 60_000 });
  expect(await handInPracticePaper(later, id, await answersTo(house, id, { wrong: 5 }))).toEqual({ ok: true, value: { paperId: id } });
  const result = await findPracticeResult(later, id);
  expect(result).toMatchObject({ state: "handed-in", percent: 80, points: 80, total: 100, passPercent: 80, questions: 25, handedInAt: later.now });
  if (result?.state !== "handed-in") throw new Error("no result");
  expect(result.modules.reduce((sum, module) => sum + module.points, 0)).toBe(80);
  expect(result.modules.every((module) => module.given === module.wanted)).toBe(true);
  expect(result.missed).toHaveLength(5);
  for (const { question, sections } of result.missed) {
    expect(question).toMatchObject({ outcome: "unanswered" });
    expect(question.key.length).toBeGreaterThan(0);
    expect(question.explanation.length).toBeGreaterThan(0);
    expect(sections.length).toBeGreaterThan(0);
    expect(sections.length).toBeLessThanOrEqual(3);
  }
  expect(await listPracticePapers(later)).toMatchObject({ schemes: [{ open: null }], past: [{ id, percent: 80, handedInAt: later.now }] });
  expect(await eventsOf(house, "practice.paper-handed-in", id)).toMatchObject([{ personId: house.id("newcomer"), data: { answered: 20, percent: 80 } }]);
  for (const event of ["practice.paper-started", "practice.paper-handed-in"]) expect(wordsOf(event)).not.toBeNull();
});

story("starting again, or twice at once, leads to the one open paper; after handing in there is a new one", async (house) => {
  const me = house.as("newcomer");
  const together = await Promise.all([begin(me), begin(me), begin(me)]);
  expect(new Set(together).size).toBe(1);
  const [first = ""] = together;
  expect(await begin(house.as("newcomer", "2026-11-29 09:00"))).toBe(first);
  expect(await eventsOf(house, "practice.paper-started", first)).toHaveLength(1);
  done(await handInPracticePaper(me, first, await answersTo(house, first)));
  const [second, again] = await Promise.all([begin(me), begin(me)]);
  expect(second).toBe(again);
  expect(second).not.toBe(first);
  expect(await house.store.read.select().from(house.store.t.practicePapers)).toHaveLength(2);
  const questions = async (id: string) => (await paperOf(house, id)).paper.map((slot) => slot.questionId);
  expect(await questions(second)).not.toEqual(await questions(first));
  expect((await listPracticePapers(me)).schemes).toMatchObject([{ id: "repair", open: { id: second } }]);
});

story("a paper is handed in once: of two presses at once one counts, and a later one changes nothing", async (house) => {
  const me = house.as("newcomer");
  const id = await begin(me);
  const whole = await answersTo(house, id);
  const presses = await Promise.all([handInPracticePaper(me, id, whole), handInPracticePaper(me, id, whole.slice(0, 10))]);
  expect(presses).toEqual([{ ok: true, value: { paperId: id } }, { ok: true, value: { paperId: id } }]);
  const { percent, answers } = await paperOf(house, id);
  expect([100, 40]).toContain(percent);
  expect(await handInPracticePaper(house.as("newcomer", "11:00"), id, whole.slice(0, 3))).toMatchObject({ ok: true });
  expect(await paperOf(house, id)).toMatchObject({ percent, answers, handedInAt: me.now });
  expect(await eventsOf(house, "practice.paper-handed-in", id)).toHaveLength(1);
});

story("a paper is graded by the figures of the company and of the day on which it was started", async (house) => {
  const content = withOwnFigure(house.house().content, "2026-12-01");
  const on = (at: string): Person => ({ ...house.as("newcomer", at), content });
  // Papers are drawn until one asks within what time a complaint is answered, which the group changes tomorrow.
  const asks = async (id: string) => (await paperOf(house, id)).paper.find((slot) => slot.questionId === "fi-021");
  let id = await begin(on("2026-11-30 20:00"));
  for (let tries = 0; tries < 60 && !(await asks(id)); tries += 1) {
    done(await handInPracticePaper(on("2026-11-30 20:00"), id, (await answersTo(house, id)).slice(0, 1)));
    id = await begin(on("2026-11-30 20:00"));
  }
  const slot = (await asks(id))?.slot;
  expect(slot).toBeDefined();
  done(await handInPracticePaper(on("2026-12-01 08:00"), id, await answersTo(house, id)));
  expect(await findPracticeResult(on("2026-12-02 08:00"), id)).toMatchObject({ percent: 100, missed: [] });
});

story("the versions of scheme and questions are kept, so that a result can be shown when the bank has changed", async (house) => {
  const me = house.as("newcomer");
  const id = await begin(me);
  const row = await paperOf(house, id);
  expect(await findVersion(house.store.read, me, "scheme", "repair", row.schemeHash)).toMatchObject({ id: "repair" });
  for (const { questionId, hash } of row.paper) expect(await findVersion(house.store.read, me, "question", questionId, hash)).toMatchObject({ id: questionId });
  done(await handInPracticePaper(me, id, await answersTo(house, id, { wrong: 2 })));
  const Files = z.array(z.looseObject({ questions: z.array(z.looseObject({ stem: z.string() })) }));
  const changed = Files.parse(me.content.json("questions.json")).map((file) => ({ ...file, questions: file.questions.map((question) => ({ ...question, stem: `${question.stem}（新版）` })) }));
  const tomorrow: Person = { ...me, content: { json: (file) => (file === "questions.json" ? changed : me.content.json(file)) } };
  const result = await findPracticeResult(tomorrow, id);
  if (result?.state !== "handed-in") throw new Error("no result");
  expect(result).toMatchObject({ percent: 92 });
  expect(result.missed.map(({ question }) => question.stem).join()).not.toContain("新版");
});

story("somebody else's paper does not exist, and nobody practises in the system's name", async (house) => {
  const me = house.as("newcomer");
  const id = await begin(me);
  const answers = await answersTo(house, id);
  for (const name of ["colleague", "trainer", "manager", "admin", "outsider"] as const satisfies readonly CastName[]) {
    const other = house.as(name);
    expect(await findPracticePaper(other, id)).toBeNull();
    expect(await findPracticeResult(other, id)).toBeNull();
    expect(await handInPracticePaper(other, id, answers)).toEqual({ ok: false, refusal: "no-such-paper" });
  }
  const nobody = { ...me, actor: systemActor };
  expect(await startPracticePaper(nobody, "repair")).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await handInPracticePaper(nobody, id, answers)).toEqual({ ok: false, refusal: "no-such-paper" });
  expect(await paperOf(house, id)).toMatchObject({ state: "open", answers: null, percent: null });
  expect(await begin(house.as("colleague"))).not.toBe(id);
});

story("what is no scheme of one's post is refused, and rubbish answers count as none", async (house) => {
  const me = house.as("newcomer");
  expect(await startPracticePaper(me, "no-such-scheme")).toEqual({ ok: false, refusal: "no-such-scheme" });
  expect(await startPracticePaper(me, "hotline")).toEqual({ ok: false, refusal: "other-post" });
  const guest: Person = { ...house.house(), actor: { personId: "p-guest", name: "丁一", grants: [] } };
  await house.store.write((tx) => tx.insert(house.store.t.people).values({ id: "p-guest", staffNo: "19999", name: "丁一", hiredOn: "2026-11-20", createdAt: me.now }));
  expect(await listPracticePapers(guest)).toEqual({ schemes: [], past: [] });
  expect(await startPracticePaper(guest, "repair")).toEqual({ ok: false, refusal: "other-post" });

  const id = await begin(me);
  const rubbish: Response[] = ["zz", [], Array<string>(8).fill("zz"), Number.NaN, "__proto__", "长".repeat(60), Number.POSITIVE_INFINITY, { a: "zz" }];
  const { paper } = await paperOf(house, id);
  const fits = (slot: number) => bankOf(me.content).get(paper.find((one) => one.slot === slot)?.questionId ?? "")?.question.type !== "short";
  const spoilt = paper.filter(({ slot }) => fits(slot)).map(({ slot }, index) => ({ slot, response: rubbish[index % rubbish.length] ?? null }));
  for (const answers of [[], spoilt, [{ slot: 99, response: "a" }, { slot: -1, response: true }]]) expect(await handInPracticePaper(me, id, answers)).toEqual({ ok: false, refusal: "nothing-answered" });
  const right = (await answersTo(house, id)).slice(0, 1);
  done(await handInPracticePaper(me, id, [...spoilt, ...right]));
  expect(await findPracticeResult(me, id)).toMatchObject({ percent: 4 });
});

story("before handing in no key, no explanation and no exam question leaves the server, and the pages work as plain forms", async (house) => {
  await withSite(house, async ({ ask }) => {
    const first = await ask("/practice", { as: "technician" });
    expect(first.status).toBe(200);
    expect(first.text).toContain("练一份");
    expect((await ask("/practice", { as: "technician", method: "POST", body: { schemeId: "nirgends" } })).status).toBe(404);
    expect((await ask("/practice", { as: "technician", method: "POST", body: { schemeId: "hotline" } })).status).toBe(409);
    const started = await ask("/practice", { as: "technician", method: "POST", body: { schemeId: "repair" } });
    const to = started.location ?? "";
    expect(to).toMatch(/^\/practice\/[\w-]+$/);
    const id = to.split("/")[2] ?? "";
    expect((await ask(`${to}/result`, { as: "technician" })).location).toBe(to);

    const page = await ask(to, { as: "technician" });
    const sent = [page.text.replaceAll(String.raw`\"`, `"`), (await ask(`${to}.data`, { as: "technician" })).text, JSON.stringify(await findPracticePaper(house.as("technician"), id))];
    const { paper } = await paperOf(house, id);
    const { content } = house.house();
    const inPaper = new Set(paper.map((slot) => slot.questionId));
    for (const text of sent) {
      for (const secret of ["correct", "answer", "explanation", "clauses", "critical", "accepted"]) expect(text).not.toContain(`"${secret}"`);
      for (const { question } of bankOf(content).values()) {
        expect(text.includes(question.explanation)).toBe(false);
        if (!inPaper.has(question.id)) expect(text.includes(`"${question.id}"`) || text.includes(`"${question.stem}"`), question.id).toBe(false);
      }
    }

    const right = (await answersTo(house, id)).flatMap(({ slot, response }) => (typeof response === "string" || typeof response === "boolean" ? [{ slot, value: String(response) }] : []));
    const questionId = paper.find(({ slot }) => slot === right[0]?.slot)?.questionId ?? "";
    const body = { [`q-${questionId}`]: right[0]?.value ?? "" };
    expect((await ask(to, { as: "technician", method: "POST", body: { "q-none": "a" } })).status).toBe(422);
    expect((await ask(to, { as: "colleague", method: "POST", body })).status).toBe(404);
    const handed = await ask(to, { as: "technician", method: "POST", body });
    expect(handed.location).toBe(`${to}/result`);
    expect((await ask(to, { as: "technician", method: "POST", body })).location).toBe(`${to}/result`);
    expect((await ask(to, { as: "technician" })).location).toBe(`${to}/result`);
    const result = await ask(`${to}/result`, { as: "technician" });
    expect(result.text).toContain("这是模拟考，不计成绩。");
    expect(result.text).toContain("模拟考得分 4%");
    for (const { question } of [...bankOf(content).values()].filter((one) => one.question.use === "exam")) expect(result.text.includes(question.explanation), question.id).toBe(false);
    expect((await ask(`${to}/result`, { as: "colleague" })).status).toBe(404);
    expect((await ask("/practice", { as: "technician" })).text).toContain(`${to}/result`);
  });
});
