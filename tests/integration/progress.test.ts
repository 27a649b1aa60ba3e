import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { modulesOf } from "#app/features/learning/catalogue.server.ts";
import { listInbox } from "#app/features/notifications/queries.server.ts";
import { moveAssignment } from "#app/features/people/commands.server.ts";
import { ProgressFilter } from "#app/features/reports/progress-filter.ts";
import { findUnitProgress, listMostMissed, listProgressUnits } from "#app/features/reports/progress-queries.server.ts";
import { remindLearners } from "#app/features/reports/progress-remind.server.ts";
import { progressHeadline, progressRows } from "#app/features/reports/progress-view.ts";
import { questionsAbout } from "#app/features/questions/catalogue.server.ts";
import { momentOf, story, testDay, type CastName, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

const first = "gas-safety-basics";

function hashOf(house: TestHouse, moduleId: string): string {
  return modulesOf(house.house().content).get(moduleId)?.hash ?? "";
}

/** Sections of the current version that were read, put straight into the store. */
async function read(house: TestHouse, person: CastName, moduleId: string, sections: readonly number[], at: string) {
  const { t } = house.store;
  await house.store.write(async (tx) => {
    await tx.insert(t.sectionReadings).values(sections.map((section) => ({ personId: house.id(person), moduleId, moduleHash: hashOf(house, moduleId), section, readAt: momentOf(at) })));
  });
}

/** A self-check that was handed in: so many of five right, or these answers. */
async function check(house: TestHouse, person: CastName, moduleId: string, correct: number, at: string, answers: readonly { questionId: string; correct: boolean }[] = []): Promise<string> {
  const { t } = house.store;
  const id = house.house().newId();
  await house.store.write(async (tx) => {
    await tx.insert(t.selfChecks).values({ id, personId: house.id(person), moduleId, moduleHash: hashOf(house, moduleId), answers: answers.map((one) => ({ ...one, hash: "h", response: null })), correct, total: 5, passed: correct >= 4, takenAt: momentOf(at) });
  });
  return id;
}

async function complete(house: TestHouse, person: CastName, moduleIds: readonly string[], at: string) {
  for (const moduleId of moduleIds) {
    const selfCheckId = await check(house, person, moduleId, 5, at);
    await house.store.write(async (tx) => {
      await tx.insert(house.store.t.completions).values({ personId: house.id(person), moduleId, moduleHash: hashOf(house, moduleId), selfCheckId, completedAt: momentOf(at) });
    });
  }
}

async function progress(house: TestHouse, by: CastName, unitId: string, at?: string) {
  const found = await findUnitProgress(house.as(by, at), unitId);
  if (!found) throw new Error("this unit is not theirs to read");
  return { ...found, of: (name: CastName) => found.rows.find((row) => row.id === house.id(name)) };
}

const filter = (some: Record<string, string>) => ProgressFilter.parse(some);
const reminders = async (house: TestHouse, name: CastName) => (await listInbox(house.as(name))).messages.filter((message) => message.data.kind === "learning.reminded");
const recorded = async (house: TestHouse) => house.store.read.select().from(house.store.t.auditEvents).where(eq(house.store.t.auditEvents.event, "progress.reminded"));

/** 城东站: one who reads on, one who stopped ten days ago, one who fails the self-check; the others never began since January. */
async function furnish(house: TestHouse) {
  await read(house, "newcomer", first, [1, 2], "2026-11-21 20:00");
  await read(house, "technician", first, [1], "2026-11-12 20:00");
  await read(house, "colleague", first, [1], "2026-11-20 20:00");
  for (const [correct, at] of [[1, "2026-11-19 10:00"], [3, "2026-11-20 10:00"], [2, "2026-11-21 10:00"]] as const) await check(house, "colleague", first, correct, at);
}

story("stuck people are found: who stopped a week ago, who fails three times, who never began", async (house) => {
  await furnish(house);
  const { rows, of } = await progress(house, "trainer", "east");
  expect(of("newcomer")).toMatchObject({ stuck: [], idle: 1, lastOn: "2026-11-21", complete: 0, current: { id: first, section: 3 }, bestFailed: null });
  expect(of("technician")).toMatchObject({ stuck: [{ why: "idle", days: 10 }], current: { id: first, section: 2 } });
  expect(of("colleague")).toMatchObject({ stuck: [{ why: "failing", moduleId: first, times: 3 }], bestFailed: { percent: 60, times: 3 } });
  expect(of("assessor")).toMatchObject({ stuck: [{ why: "not-begun" }], idle: null, lastOn: null });
  expect(progressRows(rows, filter({ show: "stuck" })).map((row) => row.name)).toEqual(["林国栋", "吴建华", "陈晓梅", "黄志强"]);
  expect(progressRows(rows, filter({ sort: "staff" })).map((row) => row.name)).toEqual(["林小雨", "陈晓梅", "黄志强", "林国栋", "吴建华"]);
  expect(progressRows(rows, filter({ sort: "idle" })).map((row) => row.name)).toEqual(["林国栋", "吴建华", "陈晓梅", "林小雨", "黄志强"]);
  expect(progressRows(rows, filter({ post: "manager" })).map((row) => row.name)).toEqual(["吴建华"]);
  expect(progressHeadline(rows)).toMatchObject({ people: 5, complete: 0, stuck: 4 });

  // A pass ends the failing, a section read ends the pause; the day after tomorrow's week is another matter.
  await check(house, "colleague", first, 4, "2026-11-22 08:00");
  await read(house, "technician", first, [2], "2026-11-22 08:00");
  const later = await progress(house, "trainer", "east");
  expect(later.of("colleague")).toMatchObject({ stuck: [], bestFailed: null });
  expect(later.of("technician")).toMatchObject({ stuck: [], idle: 0 });
  expect((await progress(house, "trainer", "east", "2026-11-29 09:00")).of("technician")).toMatchObject({ stuck: [{ why: "idle", days: 7 }] });
});

story("who has learned everything is never stuck, and who has not completed a module is found by it", async (house) => {
  const { of } = await progress(house, "trainer", "east");
  const due = of("technician")?.open.map((one) => one.id) ?? [];
  await complete(house, "technician", due, "2026-02-01 10:00");
  await complete(house, "newcomer", [first], "2026-11-21 10:00");
  const { rows, of: now } = await progress(house, "trainer", "east");
  expect(now("technician")).toMatchObject({ complete: due.length, due: due.length, current: null, stuck: [] });
  expect(now("newcomer")).toMatchObject({ complete: 1, due: due.length, stuck: [] });
  const lacking = progressRows(rows, filter({ module: first, sort: "staff" }));
  expect(lacking.map((row) => row.name)).toEqual(rows.filter((row) => !["陈晓梅", "林小雨"].includes(row.name) && row.open.some((one) => one.id === first)).map((row) => row.name));
  expect(lacking.map((row) => row.name)).toContain("黄志强");
  expect(lacking.every((row) => row.current?.id === first)).toBe(true);
  expect(progressRows(rows, filter({ module: "no-such-module" }))).toEqual([]);
});

story("who moves is listed where they work today, and has a week of grace there", async (house) => {
  await read(house, "technician", first, [1], "2026-10-01 10:00");
  expect(await moveAssignment(house.as("admin"), { personId: "p-technician", unitId: "west", post: "inspector", fromOn: testDay })).toMatchObject({ ok: true });
  expect((await progress(house, "manager", "east")).of("technician")).toBeUndefined();
  expect((await progress(house, "trainer", "west")).of("technician")).toMatchObject({ post: "inspector", stuck: [] });
  expect((await progress(house, "trainer", "west", "2026-11-29 09:00")).of("technician")).toMatchObject({ stuck: [{ why: "idle" }] });
});

story("a reminder reaches exactly the ticked ones, once a day, with what is left and where it leads", async (house) => {
  await furnish(house);
  const { of } = await progress(house, "trainer", "east");
  const left = of("technician")?.open.length;
  expect(await remindLearners(house.as("trainer"), "east", ["p-technician", "p-colleague"])).toEqual({ ok: true, value: { reminded: ["黄志强", "陈晓梅"], skipped: [] } });
  expect(await reminders(house, "technician")).toMatchObject([{ data: { as: "trainer", by: "周敏", left, title: of("technician")?.current?.title }, read: false, unitId: null }]);
  expect(await reminders(house, "colleague")).toHaveLength(1);
  for (const name of ["newcomer", "assessor", "manager", "hr", "trainer"] as const) expect(await reminders(house, name), name).toEqual([]);
  expect(await recorded(house)).toMatchObject([{ actorId: "p-trainer", personId: "p-colleague" }, { actorId: "p-trainer", personId: "p-technician", data: { unitId: "east", left, moduleId: first } }]);

  // A second time the same day, whoever reminds and from whichever unit: only who was not reached yet.
  expect(await remindLearners(house.as("manager", "23:59"), "east", ["p-technician", "p-newcomer"])).toEqual({ ok: true, value: { reminded: ["林小雨"], skipped: [{ name: "陈晓梅", why: "reminded-today" }] } });
  expect(await reminders(house, "newcomer")).toMatchObject([{ data: { as: "manager", by: "吴建华" } }]);
  expect(await remindLearners(house.as("hr"), "rongan", ["p-colleague"])).toMatchObject({ value: { reminded: [], skipped: [{ why: "reminded-today" }] } });
  expect((await progress(house, "trainer", "east", "23:59")).rows.filter((row) => row.remindedToday).map((row) => row.name)).toEqual(["林小雨", "陈晓梅", "黄志强"]);
  expect((await progress(house, "trainer", "east", "2026-11-23 00:01")).rows.some((row) => row.remindedToday)).toBe(false);
  expect(await remindLearners(house.as("trainer", "2026-11-23 00:01"), "east", ["p-technician"])).toMatchObject({ value: { reminded: ["陈晓梅"] } });
  expect(await reminders(house, "technician")).toHaveLength(2);
});

story("one does not remind oneself, nor who has nothing left, and is told so", async (house) => {
  const due = (await progress(house, "trainer", "east")).of("colleague")?.open.map((one) => one.id) ?? [];
  await complete(house, "colleague", due, "2026-11-01 10:00");
  expect(await remindLearners(house.as("manager"), "east", ["p-manager", "p-colleague"])).toEqual({ ok: true, value: { reminded: [], skipped: [{ name: "黄志强", why: "complete" }, { name: "吴建华", why: "self" }] } });
  expect(await remindLearners(house.as("manager"), "east", [])).toEqual({ ok: false, refusal: "nobody-ticked" });
  expect(await recorded(house)).toEqual([]);
});

story("two who remind the same people at once send one reminder each", async (house) => {
  const ids = ["p-newcomer", "p-technician", "p-colleague"];
  const answers = await Promise.all([remindLearners(house.as("trainer"), "east", ids), remindLearners(house.as("manager"), "east", ids.toReversed()), remindLearners(house.as("hr"), "rongan", ids)]);
  const sent = answers.flatMap((answer) => (answer.ok ? answer.value.reminded : ["refused"]));
  expect(sent.toSorted()).toEqual(["林小雨", "陈晓梅", "黄志强"].toSorted());
  for (const name of ["newcomer", "technician", "colleague"] as const) expect(await reminders(house, name)).toHaveLength(1);
  expect(await recorded(house)).toHaveLength(3);
});

story("other units do not exist: neither to read nor to remind, and nobody is reminded among others", async (house) => {
  for (const [name, unitId] of [["manager", "west"], ["manager", "rongan"], ["outsideManager", "east"], ["technician", "east"], ["auditor", "east"], ["admin", "east"], ["trainer", "harbour"], ["hr", "nowhere"]] as const) {
    expect(await findUnitProgress(house.as(name), unitId), `${name} ${unitId}`).toBeNull();
    expect(await remindLearners(house.as(name), unitId, ["p-technician"]), `${name} ${unitId}`).toEqual({ ok: false, refusal: "no-such-unit" });
  }
  for (const id of ["p-outsider", "p-otherAssessor", "nobody", "' or 1=1 --"]) expect(await remindLearners(house.as("manager"), "east", ["p-technician", id]), id).toEqual({ ok: false, refusal: "no-such-person" });
  expect(await recorded(house)).toEqual([]);
  expect((await listProgressUnits(house.as("trainer"))).map((unit) => `${unit.name} ${unit.people} ${unit.percent} ${unit.stuck}`)).toEqual(["榕安项目公司 9 0 9", "城东站 5 0 5", "城西站 1 0 1"]);
  expect(await listProgressUnits(house.as("technician"))).toEqual([]);
});

story("the most missed clauses are those of these people, of the last 90 days", async (house) => {
  const { content } = house.house();
  const [clauseId, questions] = [...questionsAbout(content)].find(([, asked]) => asked.some((one) => one.question.use === "practice" && one.question.clauses.length === 1)) ?? ["", []];
  const questionId = questions.find((one) => one.question.use === "practice" && one.question.clauses.length === 1)?.question.id ?? "";
  const wrong = { questionId, correct: false };
  await check(house, "newcomer", first, 1, "2026-11-20 10:00", [wrong, { questionId: "gone-001", correct: false }]);
  await check(house, "technician", first, 1, "2026-08-25 00:00", [wrong]);
  await check(house, "technician", first, 1, "2026-08-24 23:59", [wrong, wrong, wrong]);
  await check(house, "outsider", first, 1, "2026-11-20 10:00", [wrong, wrong]);
  const missed = async (at = testDay) => listMostMissed(house.house(), ["east"], at);
  expect(await missed(), "two answers say nothing").toEqual([]);
  await check(house, "colleague", first, 1, "2026-11-22 23:59", [{ questionId, correct: true }]);
  expect(await missed()).toMatchObject([{ clauseId, wrong: 2, asked: 3 }]);
  expect((await missed())[0]?.duty.length).toBeGreaterThan(3);
});

story("the page, the reminder and the file as a browser sends for them", async (house) => {
  await furnish(house);
  await withSite(house, async ({ ask }) => {
    const page = await ask("/progress/east?show=stuck", { as: "trainer" });
    expect(page.text).toContain("4 人卡住了");
    expect(page.text).toContain("10 天没学");
    expect(page.text).not.toContain("提醒 林小雨");
    const sent = await ask("/progress/east?show=stuck", { as: "trainer", method: "POST", body: { one: "p-technician" } });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain("提醒了 1 人：陈晓梅");
    const again = await ask("/progress/east", { as: "trainer", method: "POST", body: { personIds: "p-technician" } });
    expect(again.text).toContain("没有提醒 陈晓梅：今天已经提醒过");
    expect((await ask("/progress/east", { as: "trainer", method: "POST", body: {} })).status).toBe(422);
    expect((await ask("/progress/east", { as: "manager", method: "POST", body: { one: "p-outsider" } })).status).toBe(404);
    expect((await ask("/progress/west", { as: "manager", method: "POST", body: { one: "p-otherAssessor" } })).status).toBe(404);
    expect((await ask("/inbox", { as: "technician" })).text).toContain("培训师提醒您");
    const file = await ask("/progress/east/export.csv?show=stuck&sort=staff", { as: "manager" });
    expect(file.text).toContain("最近学习");
    expect(file.text.trim().split("\r\n")).toHaveLength(5);
    expect(file.text).toContain("《");
    expect((await ask("/progress/west/export.csv", { as: "manager" })).status).toBe(404);
  });
});
