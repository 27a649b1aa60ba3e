import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { modulesOf, teachingOf, tracksOf } from "#app/features/learning/catalogue.server.ts";
import { markSectionRead, submitSelfCheck } from "#app/features/learning/commands.server.ts";
import { findGuide, listGuides } from "#app/features/learning/handbook.server.ts";
import { contentOf } from "#app/features/learning/module.ts";
import { modulesFor } from "#app/features/learning/tracks.ts";
import { findBrief, findCover, findSection, findWhole, planOf, progressIn } from "#app/features/learning/queries.server.ts";
import { walk } from "#app/features/learning/walk.ts";
import { selfCheckFor } from "#app/features/learning/self-check.server.ts";
import { checkOne, findSelfCheck, findTakenCheck } from "#app/features/learning/self-check-queries.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import type { Response } from "#app/features/questions/response.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { findVersion, versionOf } from "#app/features/standards/versions.server.ts";
import { story, type TestHouse } from "#tests/support/house.ts";

const moduleId = "repair-and-emergency";
type Person = Context & { actor: { personId: string } };

/** Answers to the person's self-check of a module: the first `right` of them right, the others left out. */
function answersOf(context: Person, right: number, id = moduleId) {
  const figures = figuresOn(standardsOf(context.content), "anran", "2026-11-22");
  return selfCheckFor(context.content, id, context.actor.personId).map(({ question }, index): { questionId: string; response: Response } => ({
    questionId: question.id,
    response: index < right ? keyOf(question, figures) : null,
  }));
}

function moduleOf(context: Person, id = moduleId) {
  const module = modulesOf(context.content).get(id);
  if (!module) throw new Error(`no module ${id}`);
  return module;
}

async function readAll(context: Person, id = moduleId) {
  for (const [index] of moduleOf(context, id).sections.entries()) expect(await markSectionRead(context, id, index + 1)).toMatchObject({ ok: true });
}

async function stateOf(context: Person, id = moduleId) {
  return (await progressIn(context, context.actor.personId, [id])).get(id);
}

async function eventsOf(house: TestHouse, event: string) {
  const { auditEvents } = house.store.t;
  return house.store.read.select().from(auditEvents).where(eq(auditEvents.event, event));
}

/** The house with the group's own figure on a topic from a day on. */
function withOwnFigure(context: Person, figure: { topic: string; minutes: number; from: string }): Person {
  const Shape = z.looseObject({ companies: z.array(z.looseObject({ figures: z.array(z.unknown()) })) });
  const standards = Shape.parse(context.content.json("standards.json"));
  const own = { topic: figure.topic, figure: { value: figure.minutes, unit: "分钟", comparator: "at-most" }, from: figure.from, basis: "本单位通知" };
  const changed = { ...standards, companies: standards.companies.map((company) => ({ ...company, figures: [own] })) };
  return { ...context, content: { json: (file) => (file === "standards.json" ? changed : context.content.json(file)) } };
}

story("a new hire reads a module, fails its self-check, passes it and has completed the module", async (house) => {
  const me = house.as("newcomer", "09:00");
  const before = await planOf(me, me.actor.personId);
  expect(before).toMatchObject({ name: "林小雨", post: "维修技术员", unitName: "城东站", goOn: { progress: { state: "not-started" } } });
  expect(before.tracks.map((track) => track.id)).toContain("onboarding-all");
  expect(before.left.modules).toBe(modulesFor("technician", tracksOf(me.content)).length);

  expect(await markSectionRead(me, moduleId, 1)).toEqual({ ok: true, value: { completed: false } });
  expect(await stateOf(me)).toMatchObject({ state: "reading", next: { kind: "section", section: 2 } });
  expect((await planOf(me, me.actor.personId)).goOn?.id).toBe(moduleId);
  await readAll(me);
  expect(await stateOf(me)).toMatchObject({ state: "read", next: { kind: "check" } });

  expect(await submitSelfCheck(me, moduleId, answersOf(me, 6))).toMatchObject({ ok: true, value: { correct: 6, total: 8, passed: false, completed: false } });
  expect(await stateOf(me)).toMatchObject({ state: "read", bestPercent: 75 });
  expect(await submitSelfCheck(house.as("newcomer", "09:30"), moduleId, answersOf(me, 7))).toMatchObject({ ok: true, value: { passed: true, completed: true } });
  expect(await stateOf(me)).toMatchObject({ state: "complete", bestPercent: 88, minutesLeft: 0, olderVersion: false });

  const after = await planOf(me, me.actor.personId);
  expect(after.left.modules).toBe(before.left.modules - 1);
  expect(await eventsOf(house, "learning.section-read")).toHaveLength(moduleOf(me).sections.length);
  expect(await eventsOf(house, "learning.self-check-taken")).toHaveLength(2);
  expect(await eventsOf(house, "learning.module-completed")).toMatchObject([{ actorId: house.id("newcomer"), personId: house.id("newcomer"), subject: moduleId }]);
});

story("reading the last section after a passed self-check completes the module too", async (house) => {
  const me = house.as("newcomer");
  expect(await submitSelfCheck(me, moduleId, answersOf(me, 8))).toMatchObject({ ok: true, value: { passed: true, completed: false } });
  expect(await stateOf(me)).toMatchObject({ state: "reading", checkPassed: true });
  const last = moduleOf(me).sections.length;
  for (let section = last; section > 1; section--) expect(await markSectionRead(me, moduleId, section)).toEqual({ ok: true, value: { completed: false } });
  expect(await markSectionRead(me, moduleId, 1)).toEqual({ ok: true, value: { completed: true } });
  expect(await stateOf(me)).toMatchObject({ state: "complete" });
});

story("noting the same section again, twice at once or after completion, changes nothing", async (house) => {
  const me = house.as("newcomer");
  await Promise.all([markSectionRead(me, moduleId, 1), markSectionRead(me, moduleId, 1), markSectionRead(me, moduleId, 1)]);
  const { sectionReadings, completions } = house.store.t;
  expect(await house.store.read.select().from(sectionReadings)).toHaveLength(1);
  await readAll(me);
  await submitSelfCheck(me, moduleId, answersOf(me, 8));
  const later = house.as("newcomer", "2026-11-30 10:00");
  await readAll(later);
  await submitSelfCheck(later, moduleId, answersOf(later, 8));
  expect(await house.store.read.select().from(completions)).toMatchObject([{ completedAt: me.now }]);
  expect(await eventsOf(house, "learning.section-read")).toHaveLength(moduleOf(me).sections.length);
});

story("the last section and the passed self-check arriving at the same moment still complete the module once", async (house) => {
  const me = house.as("newcomer");
  const sections = moduleOf(me).sections.length;
  for (let section = 1; section < sections; section++) await markSectionRead(me, moduleId, section);
  const [read, checked] = await Promise.all([markSectionRead(me, moduleId, sections), submitSelfCheck(me, moduleId, answersOf(me, 8))]);
  expect([read.ok && read.value.completed, checked.ok && checked.value.completed].filter(Boolean)).toHaveLength(1);
  expect(await house.store.read.select().from(house.store.t.completions)).toHaveLength(1);
});

story("a completed older version counts, and the reader is told", async (house) => {
  const me = house.as("newcomer");
  const { t } = house.store;
  await house.store.write(async (tx) => {
    const old = { personId: me.actor.personId, moduleId, moduleHash: "older" };
    await tx.insert(t.selfChecks).values({ ...old, id: "sc-old", answers: [], correct: 8, total: 8, passed: true, takenAt: me.now });
    await tx.insert(t.completions).values({ ...old, selfCheckId: "sc-old", completedAt: me.now });
  });
  expect(await stateOf(me)).toMatchObject({ state: "complete", olderVersion: true, seen: [], bestPercent: null });
  await readAll(me);
  await submitSelfCheck(me, moduleId, answersOf(me, 8));
  expect(await stateOf(me)).toMatchObject({ state: "complete", olderVersion: false });
});

story("the versions of module and questions are kept as they were when first used", async (house) => {
  const me = house.as("newcomer");
  const module = moduleOf(me);
  await markSectionRead(me, moduleId, 1);
  await submitSelfCheck(me, moduleId, answersOf(me, 3));
  expect(versionOf(contentOf(module))).toBe(module.hash);
  expect(await findVersion(house.store.read, me, "module", moduleId, module.hash)).toMatchObject({ title: module.title });
  for (const { question, hash } of selfCheckFor(me.content, moduleId, me.actor.personId)) {
    expect(await findVersion(house.store.read, me, "question", question.id, hash)).toMatchObject({ id: question.id, stem: question.stem });
  }
});

story("a taken self-check is explained to whoever took it, and to nobody else", async (house) => {
  const me = house.as("newcomer");
  const taken = await submitSelfCheck(me, moduleId, answersOf(me, 5));
  if (!taken.ok) throw new Error(taken.refusal);
  const shown = await findTakenCheck(me, me.actor.personId, moduleId, taken.value.id);
  expect(shown).toMatchObject({ correct: 5, total: 8, passed: false });
  expect(shown?.questions.map((question) => question.outcome)).toEqual([...Array<string>(5).fill("right"), ...Array<string>(3).fill("unanswered")]);
  for (const question of shown?.questions ?? []) {
    expect(question.key.length).toBeGreaterThan(0);
    expect(question.explanation.length).toBeGreaterThan(0);
    expect(question.clauses.length).toBeGreaterThan(0);
  }
  expect(await findTakenCheck(house.as("colleague"), house.id("colleague"), moduleId, taken.value.id)).toBeNull();
  expect(await findTakenCheck(me, me.actor.personId, "service-language", taken.value.id)).toBeNull();
});

story("a self-check is asked in an order of one's own that stays, and carries no key", async (house) => {
  const me = house.as("newcomer");
  const mine = findSelfCheck(me.content, me.actor.personId, moduleId);
  const theirs = findSelfCheck(me.content, house.id("colleague"), moduleId);
  expect(mine).toMatchObject({ needed: 7 });
  expect(mine).toEqual(findSelfCheck(me.content, me.actor.personId, moduleId));
  expect(mine?.questions.map((one) => one.id)).not.toEqual(theirs?.questions.map((one) => one.id));
  expect(mine?.questions).toHaveLength(8);
  for (const secret of ["correct", "answer", "explanation", "clauses"]) expect(JSON.stringify(mine)).not.toContain(`"${secret}"`);
});

story("the self-check of another module, part of one, or one padded out is refused and leaves nothing behind", async (house) => {
  const me = house.as("newcomer");
  const own = answersOf(me, 8);
  const [first] = own;
  if (!first) throw new Error("no questions");
  for (const answers of [answersOf(me, 8, "service-language"), own.slice(1), [...own, first], [...own.slice(1), { questionId: "re-001", response: "b" }], []])
    expect(await submitSelfCheck(me, moduleId, answers)).toEqual({ ok: false, refusal: "other-questions" });
  expect(await submitSelfCheck(me, "no-such-module", own)).toEqual({ ok: false, refusal: "no-such-module" });
  expect(await house.store.read.select().from(house.store.t.selfChecks)).toEqual([]);
  expect(await eventsOf(house, "learning.self-check-taken")).toEqual([]);
});

story("rubbish answers count as not answered, and a paper of nothing but rubbish is not taken", async (house) => {
  const me = house.as("newcomer");
  const rubbish: Response[] = ["zz", [], Array<string>(40).fill("zz"), Number.NaN, "__proto__", "长".repeat(5000), Number.POSITIVE_INFINITY, "'; drop table people; --"];
  const spoilt = answersOf(me, 0).map((answer, index) => ({ ...answer, response: rubbish[index] ?? null }));
  expect(await submitSelfCheck(me, moduleId, spoilt)).toEqual({ ok: false, refusal: "nothing-answered" });
  const [right] = answersOf(me, 1);
  if (!right) throw new Error("no questions");
  const taken = await submitSelfCheck(me, moduleId, [right, ...spoilt.slice(1)]);
  if (!taken.ok) throw new Error(taken.refusal);
  const shown = await findTakenCheck(me, me.actor.personId, moduleId, taken.value.id);
  expect(shown?.questions.map((question) => question.outcome)).toEqual(["right", ...Array<string>(7).fill("unanswered")]);
});

story("a section that is not there cannot be read, and nobody reads in the system's name", async (house) => {
  const me = house.as("newcomer");
  for (const section of [0, -1, 99, 1.5, Number.NaN]) expect(await markSectionRead(me, moduleId, section)).toEqual({ ok: false, refusal: "no-such-section" });
  expect(await markSectionRead(me, "no-such-module", 1)).toEqual({ ok: false, refusal: "no-such-module" });
  expect(await markSectionRead({ ...me, actor: systemActor }, moduleId, 1)).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await submitSelfCheck({ ...me, actor: systemActor }, moduleId, answersOf(me, 8))).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await findSection(me, me.actor.personId, moduleId, 99)).toBeNull();
  expect(await findCover(me, me.actor.personId, "no-such-module")).toBeNull();
});

story("somebody without a post learns what everybody learns, by the figures of the house", async (house) => {
  const { people } = house.store.t;
  const me: Person = { ...house.house(), actor: { personId: "p-guest", name: "丁一", grants: [] } };
  await house.store.write((tx) => tx.insert(people).values({ id: "p-guest", staffNo: "19999", name: "丁一", hiredOn: "2026-11-20", createdAt: me.now }));
  const plan = await planOf(me, me.actor.personId);
  expect(plan).toMatchObject({ post: null, unitName: null });
  expect(plan.tracks.map((track) => track.id)).toEqual(["onboarding-all"]);
  expect((await findSection(me, me.actor.personId, moduleId, 2))?.notes.figures["repair-arrival"]).toBe("20 分钟");
  await readAll(me);
  expect(await submitSelfCheck(me, moduleId, answersOf(me, 8))).toMatchObject({ ok: true, value: { completed: true } });
});

story("the figure a reader sees and is graded by is their company's own from its day on", async (house) => {
  const before = withOwnFigure(house.as("newcomer", "2026-11-30 23:59"), { topic: "repair-arrival", minutes: 30, from: "2026-12-01" });
  const after = withOwnFigure(house.as("newcomer", "2026-12-01 00:00"), { topic: "repair-arrival", minutes: 30, from: "2026-12-01" });
  const shownOn = async (context: Person) => (await findSection(context, context.actor.personId, moduleId, 2))?.notes;
  expect((await shownOn(before))?.figures["repair-arrival"]).toBe("20 分钟");
  const notes = await shownOn(after);
  expect(notes?.figures["repair-arrival"]).toBe("30 分钟");
  expect(notes?.topics["repair-arrival"]).toMatchObject({ own: { figure: "30 分钟", from: "2026-12-01" } });
  // What the clause itself says stays what it says.
  expect(notes?.topics["repair-arrival"]?.rows.find((row) => row.adopted)?.figure).toBe("20 分钟");
});

story("a question bound to a topic is right or wrong by the figure in force on the day", async (house) => {
  const bound = findBound(house);
  const figures = figuresOn(standardsOf(house.house().content), "anran", "2026-11-22");
  const was = figures[bound.topic];
  if (!was) throw new Error(`no figure for ${bound.topic}`);
  const own = { topic: bound.topic, minutes: bound.other, from: "2026-12-01" };
  const correctAt = async (at: string) => {
    const context = withOwnFigure(house.as("newcomer", at), own);
    const asked = selfCheckFor(context.content, bound.module, context.actor.personId);
    const answers = asked.map(({ question }) => ({ questionId: question.id, response: question.id === bound.id ? bound.response : null }));
    const taken = await submitSelfCheck(context, bound.module, answers);
    if (!taken.ok) throw new Error(taken.refusal);
    const shown = await findTakenCheck(house.as("newcomer", "2027-01-01 09:00"), house.id("newcomer"), bound.module, taken.value.id);
    expect(shown?.questions.find((question) => question.id === bound.id)).toBeDefined();
    return taken.value.correct;
  };
  expect(await correctAt("2026-11-30 12:00")).toBe(1);
  expect(await correctAt("2026-12-01 12:00")).toBe(0);
});

/** A practice question whose key is a company's figure, with the answer that is right without a figure of one's own, and another figure it offers. */
function findBound(house: TestHouse) {
  const { content } = house.house();
  const figures = figuresOn(standardsOf(content), "anran", "2026-11-22");
  for (const [id] of modulesOf(content))
    for (const { question } of selfCheckFor(content, id, house.id("newcomer"))) {
      if (!("topic" in question) || question.topic === undefined) continue;
      const key = keyOf(question, figures);
      const other = question.type === "single" ? question.options.find((option) => option.id !== key)?.value : 7;
      if (other !== undefined) return { id: question.id, module: id, topic: question.topic, response: key, other };
    }
  throw new Error("the bank has no practice question bound to a topic");
}

story("every clause of the register leads to the section that teaches it", async (house) => {
  const { content } = house.house();
  for (const id of standardsOf(content).clauses.keys()) {
    const teaching = teachingOf(content).get(id) ?? [];
    expect(teaching.length, id).toBeGreaterThan(0);
    for (const { section } of teaching) expect(section, id).toBeGreaterThan(0);
  }
});

story("every mark in every section stands for something, whoever reads it", async (house) => {
  for (const name of ["newcomer", "outsider"] as const) {
    const me = house.as(name);
    for (const [id] of modulesOf(me.content)) {
      const whole = await findWhole(me, me.actor.personId, id);
      for (const { title, tree, notes } of whole?.sections ?? []) {
        for (const node of walk(tree)) {
          if (typeof node === "string") continue;
          const { id: clause, topic } = node.props;
          if (node.type === "Clause") expect(notes.clauses[String(clause)], `${id}, ${title}`).toBeDefined();
          if (node.type === "Figure") expect(notes.figures[String(topic ?? node.props.clause)], `${id}, ${title}`).toMatch(/\d/);
          if (node.type === "Compare") expect(notes.topics[String(topic)]?.rows.length, `${id}, ${title}`).toBeGreaterThan(0);
        }
      }
    }
  }
});

story("the handbook puts the guides for one's own roles first and keeps the engineers' pages to itself", async (house) => {
  const mine = (name: "newcomer" | "assessor" | "auditor") => listGuides(house.house().content, house.as(name).actor).filter((guide) => guide.mine).map((guide) => guide.id);
  expect(mine("newcomer")).toEqual(["learner", "technician"]);
  expect(mine("assessor")).toEqual(["assessor"]);
  expect(mine("auditor")).toEqual([]);
  expect(listGuides(house.house().content, house.as("assessor").actor)[0]?.id).toBe("assessor");
  expect(findGuide(house.house().content, "glossary")?.title).toBe("词汇表");
  for (const id of ["running", "no-such-page", "__proto__"]) expect(findGuide(house.house().content, id)).toBeNull();
});

story("the same paragraph and the same question show each company its own figure", async (house) => {
  const { content } = house.house();
  const sections = moduleOf(house.as("newcomer")).sections;
  const at = sections.findIndex((section) => [...walk(section.tree)].some((node) => typeof node !== "string" && node.type === "Figure" && node.props.topic === "repair-arrival")) + 1;
  const shown = async (name: "newcomer" | "outsider") => (await findSection(house.as(name), house.id(name), moduleId, at))?.notes.figures["repair-arrival"];
  expect([await shown("newcomer"), await shown("outsider")]).toEqual(["20 分钟", "30 分钟"]);
  const bound = content.json("questions.json");
  const all = z.array(z.object({ questions: z.array(z.looseObject({ id: z.string(), topic: z.string().optional(), type: z.string() })) })).parse(bound).flatMap((file) => file.questions);
  expect(all.some((one) => one.type === "single" && one.topic === "repair-arrival")).toBe(true);
});

story("a question answered while reading is explained at once, and nothing is kept of it", async (house) => {
  const context = house.as("newcomer");
  const asked = selfCheckFor(context.content, moduleId, house.id("newcomer"))[0];
  if (!asked) throw new Error("the module has no practice question");
  const key = keyOf(asked.question, figuresOn(standardsOf(context.content), "anran", "2026-11-22"));
  expect(await checkOne(context, house.id("newcomer"), moduleId, asked.question.id, key)).toMatchObject({ outcome: "right", stem: asked.question.stem });
  expect(await checkOne(context, house.id("newcomer"), moduleId, asked.question.id, null)).toMatchObject({ outcome: "unanswered", given: [] });
  // A question kept for exams, one of another module, one that is not there: none of them can be tried.
  for (const id of ["re-001", "gs-001", "re-999"]) expect(await checkOne(context, house.id("newcomer"), moduleId, id, key)).toBeNull();
  expect(await house.store.read.select().from(house.store.t.selfChecks)).toEqual([]);
  expect((await progressIn(context, house.id("newcomer"), [moduleId])).get(moduleId)?.state).toBe("not-started");
});

story("the short form of a module holds its key points and whose work it is", async (house) => {
  const brief = await findBrief(house.as("newcomer"), house.id("newcomer"), moduleId);
  expect(brief).toMatchObject({ title: "报修、维修与抢修抢险", posts: ["维修技术员", "热线坐席"] });
  expect(brief?.points.length).toBeGreaterThan(0);
  expect(await findBrief(house.as("newcomer"), house.id("newcomer"), "no-such-module")).toBeNull();
});
