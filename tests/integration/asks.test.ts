import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { answerQuestion, askQuestion } from "#app/features/learning/asks-commands.server.ts";
import { findAsks, listAsks } from "#app/features/learning/asks-queries.server.ts";
import { modulesOf } from "#app/features/learning/catalogue.server.ts";
import { findSection } from "#app/features/learning/queries.server.ts";
import { listInbox } from "#app/features/notifications/queries.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import { story, type CastName, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

const moduleId = "repair-and-emergency";
const place = { moduleId, section: 2 };
type Person = Context & { actor: { personId: string } };

const versionIn = ({ content }: Pick<Context, "content">) => modulesOf(content).get(moduleId)?.hash ?? "";

async function shown(person: Person, section = place.section) {
  const found = await findSection(person, person.actor.personId, moduleId, section);
  if (!found) throw new Error("no such section");
  return findAsks(person, found);
}

async function asked(person: Person, question = "客户不在家，到场时间怎么算？", paragraph = 1) {
  const result = await askQuestion(person, place, { paragraph, version: versionIn(person), question });
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

async function eventsOf(house: TestHouse, event: string) {
  const { auditEvents } = house.store.t;
  return house.store.read.select().from(auditEvents).where(eq(auditEvents.event, event));
}

/** Somebody who trains the other company. */
const otherTrainer = (house: TestHouse): Person => ({ ...house.as("outsideManager"), actor: { personId: house.id("outsideManager"), name: "蔡明", grants: [{ role: "trainer", unitId: "minan" }] } });

story("a learner asks at a paragraph, a trainer answers, and both see it there", async (house) => {
  const me = house.as("newcomer", "09:00");
  const before = await shown(me);
  expect(before.asked).toEqual([]);
  const [first] = before.paragraphs;
  expect(first?.n).toBe(1);
  const id = await asked(me);
  expect((await shown(me)).asked).toMatchObject([{ id, mine: true, older: false, paragraph: 1, excerpt: first?.excerpt, asker: null, mayAnswer: false, answers: [] }]);

  const trainer = house.as("trainer", "10:00");
  expect(await listAsks(trainer, "")).toMatchObject({
    open: { total: 1, rows: [{ id, name: "林小雨", staffNo: "10001", unitName: "城东站", moduleTitle: "报修、维修与抢修抢险", excerpt: first?.excerpt, there: true, older: false }] },
    answered: { total: 0 },
    modules: [{ id: moduleId }],
  });
  expect((await shown(trainer)).asked).toMatchObject([{ id, mine: false, mayAnswer: true, asker: { name: "林小雨", staffNo: "10001" } }]);

  expect(await answerQuestion(trainer, id, "按约定的时间算。")).toMatchObject({ ok: true, value: { again: false } });
  expect(await answerQuestion(house.as("trainer", "10:30"), id, "另见客户不在时的留条。")).toMatchObject({ ok: true });
  expect((await shown(me)).asked).toMatchObject([{ id, answers: [{ by: "周敏", text: "按约定的时间算。" }, { by: "周敏", text: "另见客户不在时的留条。" }] }]);
  expect(await listAsks(trainer, "")).toMatchObject({ open: { total: 0, rows: [] }, answered: { total: 1, rows: [{ id }] } });
  expect((await listInbox(me)).messages).toMatchObject([{ subject: id, data: { kind: "question.answered", moduleId, section: 2 } }, { subject: id }]);

  expect(await eventsOf(house, "learning.question-asked")).toMatchObject([{ actorId: me.actor.personId, personId: me.actor.personId, subject: id, data: { moduleId, section: 2, paragraph: 1 } }]);
  expect(await eventsOf(house, "learning.question-answered")).toMatchObject([{ actorId: trainer.actor.personId, personId: me.actor.personId, subject: id }, { subject: id }]);
  expect(await findVersion(house.store.read, me, "module", moduleId, versionIn(me))).not.toBeNull();
});

story("colleagues of the company see it once it is answered, without a name; the other company never does", async (house) => {
  const id = await asked(house.as("newcomer"));
  const seenBy = async (name: CastName) => (await shown(house.as(name))).asked.map((one) => one.id);
  expect([await seenBy("colleague"), await seenBy("otherAssessor"), await seenBy("outsider")]).toEqual([[], [], []]);
  await answerQuestion(house.as("trainer"), id, "按约定的时间算。");
  expect([await seenBy("colleague"), await seenBy("otherAssessor"), await seenBy("outsider"), await seenBy("outsideManager"), await seenBy("auditor")]).toEqual([[id], [id], [], [], []]);
  const [seen] = (await shown(house.as("colleague"))).asked;
  expect(seen).toMatchObject({ mine: false, asker: null, mayAnswer: false });
  expect(JSON.stringify(seen)).not.toMatch(/林小雨|10001|p-newcomer/);
  expect((await shown(house.as("newcomer"), 1)).asked).toEqual([]);
});

story("the same question sent twice at once counts once, and so does the same answer", async (house) => {
  const me = house.as("newcomer");
  const ids = await Promise.all([asked(me), asked(me), asked(me)]);
  expect(new Set(ids).size).toBe(1);
  expect(await eventsOf(house, "learning.question-asked")).toHaveLength(1);
  const [id = ""] = ids;
  const trainer = house.as("trainer");
  const answers = await Promise.all([answerQuestion(trainer, id, "按约定的时间算。"), answerQuestion(trainer, id, "按约定的时间算。")]);
  expect(answers.map((one) => one.ok && one.value.again).sort()).toEqual([false, true]);
  expect(await eventsOf(house, "learning.question-answered")).toHaveLength(1);
  expect((await listInbox(me)).total).toBe(1);
  // Somebody else may ask the same, and oneself again later.
  expect(await asked(house.as("colleague"))).not.toBe(id);
  expect(await asked(house.as("newcomer", "09:01"))).not.toBe(id);
});

story("ten questions a day, however many are sent at the same moment; the next day goes on", async (house) => {
  const me = house.as("newcomer");
  const tries = await Promise.all(Array.from({ length: 14 }, (_, index) => askQuestion(me, place, { paragraph: 1, version: versionIn(me), question: `第 ${index} 个问题` })));
  expect(tries.filter((one) => one.ok)).toHaveLength(10);
  expect(tries.filter((one) => !one.ok)).toEqual(Array(4).fill({ ok: false, refusal: "too-many-today" }));
  expect(await house.store.read.select().from(house.store.t.paragraphQuestions)).toHaveLength(10);
  expect(await asked(house.as("colleague"))).toBeTruthy();
  expect(await asked(house.as("newcomer", "2026-11-23 00:00"))).toBeTruthy();
});

story("a question about an older version keeps its words and says so", async (house) => {
  const me = house.as("newcomer");
  await asked(me);
  await house.store.write((tx) => tx.insert(house.store.t.paragraphQuestions).values([
    { id: "old", personId: me.actor.personId, unitId: "east", moduleId, moduleHash: "older", section: 2, paragraph: 1, excerpt: "旧版里的一句话", text: "这句还算数吗？", askedAt: me.now - 1000 },
    { id: "gone", personId: me.actor.personId, unitId: "east", moduleId, moduleHash: "older", section: 60, paragraph: 1, excerpt: "删掉的一节", text: "这节去哪了？", askedAt: me.now - 2000 },
    { id: "lost", personId: me.actor.personId, unitId: "east", moduleId: "no-longer-there", moduleHash: "older", section: 1, paragraph: 1, excerpt: "删掉的模块", text: "模块去哪了？", askedAt: me.now - 3000 },
  ]));
  expect((await shown(me)).asked).toMatchObject([{ id: "old", older: true, excerpt: "旧版里的一句话" }, { older: false }]);
  const { open, modules } = await listAsks(house.as("trainer"), "");
  expect(open.rows.map(({ id, older, there }) => [id, older, there]).slice(0, 3)).toEqual([["lost", true, false], ["gone", true, false], ["old", true, true]]);
  expect(open.rows.at(-1)).toMatchObject({ older: false, there: true });
  expect(modules.map(({ title }) => title)).toContain("no-longer-there");
  expect((await listAsks(house.as("trainer"), "no-longer-there")).open).toMatchObject({ total: 1, rows: [{ id: "lost" }] });
  expect(await answerQuestion(house.as("trainer"), "lost", "并到安全模块里了。")).toMatchObject({ ok: true });
});

story("who does not train the asker's unit neither sees the question in the list nor answers it", async (house) => {
  const id = await asked(house.as("newcomer"));
  const outsiders = otherTrainer(house);
  expect(await listAsks(outsiders, "")).toMatchObject({ open: { total: 0, rows: [] }, modules: [] });
  expect((await shown(outsiders)).asked).toEqual([]);
  const others: Context[] = [outsiders, house.as("newcomer"), house.as("manager"), house.as("hr"), house.as("admin"), { ...house.house(), actor: systemActor }];
  for (const other of others) expect(await answerQuestion(other, id, "我来说。")).toEqual({ ok: false, refusal: "no-such-question" });
  expect(await answerQuestion(house.as("trainer"), "none", "我来说。")).toEqual({ ok: false, refusal: "no-such-question" });
  expect(await house.store.read.select().from(house.store.t.paragraphAnswers)).toEqual([]);
  // Who moves on takes the question along to nobody: it stays with the unit it was asked in.
  const { assignments } = house.store.t;
  await house.store.write(async (tx) => {
    await tx.update(assignments).set({ toOn: "2026-11-21" }).where(eq(assignments.personId, house.id("newcomer")));
    await tx.insert(assignments).values({ id: "a-moved", personId: house.id("newcomer"), unitId: "harbour", post: "technician", fromOn: "2026-11-22" });
  });
  expect(await listAsks(outsiders, "")).toMatchObject({ open: { total: 0 } });
  expect((await shown(house.as("newcomer"))).asked).toMatchObject([{ id, mine: true }]);
});

story("a place that is not there, a version that has changed and somebody without a unit are refused, and nothing is left behind", async (house) => {
  const me = house.as("newcomer");
  const version = versionIn(me);
  const send = (change: object, where = place, person: Context = me) => askQuestion(person, where, { paragraph: 1, version, question: "为什么先关阀？", ...change });
  for (const paragraph of [0, -1, 999, 1.5, Number.NaN]) expect(await send({ paragraph })).toEqual({ ok: false, refusal: "no-such-paragraph" });
  expect(await send({ version: "older" })).toEqual({ ok: false, refusal: "text-changed" });
  for (const section of [0, 99, Number.NaN]) expect(await send({}, { moduleId, section })).toEqual({ ok: false, refusal: "no-such-section" });
  expect(await send({}, { moduleId: "__proto__", section: 1 })).toEqual({ ok: false, refusal: "no-such-section" });
  expect(await send({}, place, { ...house.house(), actor: systemActor })).toEqual({ ok: false, refusal: "not-allowed" });
  await house.store.write((tx) => tx.insert(house.store.t.people).values({ id: "p-guest", staffNo: "19999", name: "丁一", hiredOn: "2026-11-20", createdAt: me.now }));
  expect(await send({}, place, { ...house.house(), actor: { personId: "p-guest", name: "丁一", grants: [] } })).toEqual({ ok: false, refusal: "no-unit" });
  expect(await house.store.read.select().from(house.store.t.paragraphQuestions)).toEqual([]);
  expect(await eventsOf(house, "learning.question-asked")).toEqual([]);
});

story("the form works by itself: a refusal keeps what was typed, markup stays letters, the answer stands at the section", async (house) => {
  await withSite(house, async ({ ask }) => {
    const path = `/modules/${moduleId}/2`;
    const version = versionIn(house.as("newcomer"));
    const send = (body: Record<string, string>) => ask(path, { as: "newcomer", method: "POST", body: { intent: "ask", version, paragraph: "3", ...body } });
    expect((await ask(path, { as: "newcomer" })).text).toContain("有问题？问培训师");
    const short = await send({ question: "啊？" });
    expect(short.status).toBe(422);
    expect(short.text).toContain("问题至少写 4 个字");
    expect(short.text).toMatch(/<textarea[^>]*>啊？<\/textarea>/);
    const stale = await send({ question: "为什么先关阀？", version: "older" });
    expect([stale.status, stale.text.includes("为什么先关阀？</textarea>"), /<option[^>]*(value="3"[^>]*selected|selected[^>]*value="3")/.test(stale.text)]).toEqual([409, true, true]);
    const rubbish: Record<string, string>[] = [{ question: "长".repeat(501) }, { question: "为什么？？", paragraph: "x" }, { question: "为什么？？", paragraph: "999" }, {}];
    for (const body of rubbish) expect([409, 422]).toContain((await send(body)).status);
    const sent = await send({ question: "<script>alert(1)</script> & <b>先关阀</b>？" });
    expect([sent.status, sent.location]).toEqual([302, `${path}?asked#asks`]);
    const page = await ask(path, { as: "newcomer" });
    expect(page.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page.text).not.toContain("<script>alert(1)");

    const [row] = await house.store.read.select().from(house.store.t.paragraphQuestions);
    const list = await ask("/asks", { as: "trainer" });
    expect(list.text).toContain(`href="${path}#p-3"`);
    expect(list.text).toContain("&lt;b&gt;先关阀&lt;/b&gt;");
    const refused = await ask("/asks", { as: "trainer", method: "POST", body: { id: row?.id ?? "", answer: " 是 " } });
    expect([refused.status, refused.text.includes("回答至少写 2 个字")]).toEqual([422, true]);
    expect(await ask("/asks", { as: "trainer", method: "POST", body: { id: "none", answer: "是的。" } })).toMatchObject({ status: 404 });
    expect(await ask("/asks", { as: "newcomer", method: "POST", body: { id: row?.id ?? "", answer: "是的。" } })).toMatchObject({ status: 403 });
    expect(await ask(`/asks?module=${moduleId}`, { as: "trainer", method: "POST", body: { id: row?.id ?? "", answer: "<i>是的</i>。" } })).toMatchObject({ status: 302, location: `/asks?module=${moduleId}&answered=1` });
    expect((await ask(path, { as: "newcomer" })).text).toContain("&lt;i&gt;是的&lt;/i&gt;。");
    expect((await ask("/inbox", { as: "newcomer" })).text).toContain(`href="${path}#ask-${row?.id ?? ""}"`);
    expect((await ask("/asks?module=%3Cb%3E&x=1", { as: "trainer" })).status).toBe(200);
  });
});
