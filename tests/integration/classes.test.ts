import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { codeAt, windowMs } from "#app/features/classes/code.server.ts";
import { attendByCode, cancelClass, closeClass, correctAttendance, createClass, enterByHand } from "#app/features/classes/commands.server.ts";
import { findAttendable, findClass, findCode, listAhead, listAttended, listClasses } from "#app/features/classes/queries.server.ts";
import { findArchive } from "#app/features/reports/archive.server.ts";
import { momentOf, story, type CastName, type TestHouse } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

const meeting = { kind: "meeting", title: "十一月安全例会", unitId: "east", place: "城东站会议室", startsAt: momentOf("09:00"), endsAt: momentOf("10:30"), minutes: 90, materials: "第 3 号安全通报" } as const;

async function plan(house: TestHouse, change: Partial<typeof meeting> | { unitId: string } = {}): Promise<string> {
  const made = await createClass(house.as("trainer", "08:00"), { ...meeting, ...change });
  if (!made.ok) throw new Error(made.refusal);
  return made.value.id;
}

/** The code on the screen of a class at a moment. */
async function codeOf(house: TestHouse, classId: string, at: string | number): Promise<string> {
  const shown = await findCode(house.as("trainer", at), classId);
  if (!shown?.code) throw new Error("no code is shown");
  return shown.code;
}

async function eventsOf({ store }: TestHouse, event: string) {
  return store.read.select().from(store.t.auditEvents).where(eq(store.t.auditEvents.event, event));
}

const nameIn = (view: Awaited<ReturnType<typeof findClass>>) => view?.present.map((one) => one.name) ?? [];

story("a class is planned, signed in to, closed, and its minutes stand in the archive of who was there", async (house) => {
  const { as, id } = house;
  const classId = await plan(house);
  expect(await listAhead(as("newcomer", "08:10"), id("newcomer"))).toMatchObject([{ id: classId, title: meeting.title, stage: "ahead" }]);
  expect(await attendByCode(as("newcomer", "08:10"), classId, "000000")).toEqual({ ok: false, refusal: "too-early" });
  expect((await findCode(as("trainer", "08:10"), classId))?.code).toBeNull();

  const code = await codeOf(house, classId, "08:50");
  expect(await attendByCode(as("newcomer", "08:50"), classId, code)).toEqual({ ok: true, value: { already: false } });
  expect(await attendByCode(as("newcomer", "08:51"), classId, "000000")).toEqual({ ok: true, value: { already: true } });
  expect(await enterByHand(as("trainer", "09:05"), classId, { personIds: [id("technician"), id("newcomer"), id("technician")], reason: "" })).toEqual({ ok: true, value: { entered: 1 } });
  expect(nameIn(await findClass(as("trainer", "09:06"), classId, ""))).toEqual(["林小雨", "陈晓梅"]);
  expect((await findArchive(as("newcomer", "09:10"), id("newcomer")))?.classes, "not before it is held").toEqual([]);

  expect(await closeClass(as("trainer", "10:30"), classId)).toEqual({ ok: true, value: { present: 2 } });
  expect((await findArchive(as("hr", "10:31"), id("newcomer")))?.classes).toMatchObject([{ title: meeting.title, minutes: 90, on: "2026-11-22", way: "code" }]);
  expect(await listAttended(as("technician"), id("technician"))).toMatchObject([{ way: "hand" }]);
  expect(await listAttended(as("colleague"), id("colleague"))).toEqual([]);
  expect(await attendByCode(as("colleague", "10:31"), classId, code)).toEqual({ ok: false, refusal: "closed" });
  expect(await listAhead(as("newcomer", "10:31"), id("newcomer"))).toEqual([]);
  expect((await eventsOf(house, "class.attended")).map((one) => one.personId)).toEqual([id("newcomer")]);
  expect((await eventsOf(house, "class.held"))[0]?.data).toEqual({ present: 2, minutes: 90 });
});

story("a mistake is taken back with a reason, no code brings it again, and the earlier entries stay", async (house) => {
  const { as, id, store } = house;
  const classId = await plan(house);
  await attendByCode(as("newcomer", "09:00"), classId, await codeOf(house, classId, "09:00"));
  expect(await correctAttendance(as("trainer", "09:10"), classId, { personId: id("newcomer"), reason: "  " })).toEqual({ ok: false, refusal: "no-reason" });
  expect(await correctAttendance(as("trainer", "09:10"), classId, { personId: id("technician"), reason: "替人扫码" })).toEqual({ ok: false, refusal: "not-present" });
  expect(await correctAttendance(as("trainer", "09:10"), classId, { personId: id("newcomer"), reason: "替人扫码" })).toMatchObject({ ok: true });
  expect(await attendByCode(as("newcomer", "09:11"), classId, await codeOf(house, classId, "09:11"))).toEqual({ ok: false, refusal: "corrected" });
  expect(await closeClass(as("trainer", "10:30"), classId)).toEqual({ ok: true, value: { present: 0 } });
  expect(await listAttended(as("newcomer"), id("newcomer"))).toEqual([]);

  expect(await enterByHand(as("trainer", "11:00"), classId, { personIds: [id("newcomer")], reason: "" })).toEqual({ ok: false, refusal: "no-reason" });
  expect(await enterByHand(as("trainer", "11:00"), classId, { personIds: [id("newcomer")], reason: "确实在场，弄错了人" })).toEqual({ ok: true, value: { entered: 1 } });
  expect(await listAttended(as("newcomer"), id("newcomer"))).toHaveLength(1);
  const entries = await store.read.select().from(store.t.attendances).orderBy(store.t.attendances.seq);
  expect(entries.map(({ seq, present, way, reason }) => [seq, present, way, reason])).toEqual([[1, true, "code", null], [2, false, "hand", "替人扫码"], [3, true, "hand", "确实在场，弄错了人"]]);
});

story("the fifth wrong code of a person is the last for ten minutes; others are not held up", async (house) => {
  const { as } = house;
  const classId = await plan(house);
  const right = await codeOf(house, classId, "09:00");
  const wrong = right === "111111" ? "222222" : "111111";
  for (let turn = 0; turn < 5; turn += 1) expect(await attendByCode(as("newcomer", "09:00"), classId, wrong)).toEqual({ ok: false, refusal: "wrong-code" });
  expect(await attendByCode(as("newcomer", "09:00"), classId, right)).toEqual({ ok: false, refusal: "too-many" });
  expect(await attendByCode(as("technician", "09:00"), classId, right)).toMatchObject({ ok: true });
  expect(await attendByCode(as("newcomer", "09:09"), classId, await codeOf(house, classId, "09:09"))).toEqual({ ok: false, refusal: "too-many" });
  expect(await attendByCode(as("newcomer", "09:10"), classId, await codeOf(house, classId, "09:10"))).toMatchObject({ ok: true });
  expect(await eventsOf(house, "class.code-refused")).toHaveLength(5);
  for (const { data } of await eventsOf(house, "class.code-refused")) expect(data).toEqual({});
});

story("the code of the window before still opens, an older one does not", async (house) => {
  const { as, store } = house;
  const classId = await plan(house);
  const [row] = await store.read.select().from(store.t.classes);
  const turn = momentOf("09:00");
  const old = codeAt(row?.secret ?? "", turn);
  expect(await attendByCode(as("newcomer", turn + 2 * windowMs - 1), classId, old)).toMatchObject({ ok: true });
  expect(await attendByCode(as("technician", turn + 2 * windowMs), classId, old)).toEqual({ ok: false, refusal: "wrong-code" });
});

story("many scans and wrong codes at once leave one entry, and no more than five tries", async (house) => {
  const { as, store } = house;
  const classId = await plan(house);
  const right = await codeOf(house, classId, "09:00");
  const all = await Promise.all(Array.from({ length: 6 }, () => attendByCode(as("newcomer", "09:00"), classId, right)));
  expect(all.filter((one) => one.ok && !one.value.already)).toHaveLength(1);
  expect(all.every((one) => one.ok)).toBe(true);
  expect(await store.read.select().from(store.t.attendances)).toHaveLength(1);
  const wrong = right === "111111" ? "222222" : "111111";
  const tries = await Promise.all(Array.from({ length: 9 }, () => attendByCode(as("technician", "09:00"), classId, wrong)));
  expect(tries.filter((one) => !one.ok && one.refusal === "wrong-code")).toHaveLength(5);
  const closing = await Promise.all([closeClass(as("trainer", "10:00"), classId), closeClass(as("trainer", "10:00"), classId), cancelClass(as("trainer", "10:00"), classId, "重复")]);
  expect(closing.filter((one) => one.ok)).toHaveLength(1);
});

story("a class called off counts for nobody, takes nobody, and says why", async (house) => {
  const { as, id } = house;
  const classId = await plan(house);
  await enterByHand(as("trainer", "09:00"), classId, { personIds: [id("newcomer")], reason: "" });
  expect(await cancelClass(as("trainer", "09:10"), classId, " ")).toEqual({ ok: false, refusal: "no-reason" });
  expect(await cancelClass(as("trainer", "09:10"), classId, "全站出险抢修")).toEqual({ ok: true, value: { present: 1 } });
  expect(await findClass(as("trainer", "09:11"), classId, "")).toMatchObject({ stage: "cancelled", cancelledFor: "全站出险抢修" });
  expect(await enterByHand(as("trainer", "09:11"), classId, { personIds: [id("technician")], reason: "x" })).toEqual({ ok: false, refusal: "cancelled" });
  expect(await attendByCode(as("technician", "09:11"), classId, "000000")).toEqual({ ok: false, refusal: "cancelled" });
  expect(await closeClass(as("trainer", "09:11"), classId)).toEqual({ ok: false, refusal: "wrong-state" });
  expect(await listAttended(as("newcomer"), id("newcomer"))).toEqual([]);
});

story("who does not train the unit plans, sees and changes nothing; who is not of it cannot sign in", async (house) => {
  const { as, id } = house;
  const classId = await plan(house);
  const others: CastName[] = ["newcomer", "manager", "hr", "admin", "auditor", "assessor", "outsideManager"];
  for (const name of others) {
    expect(await createClass(as(name, "08:00"), meeting), name).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await findClass(as(name), classId, ""), name).toBeNull();
    expect(await findCode(as(name), classId), name).toBeNull();
    expect(await listClasses(as(name)), name).toEqual([]);
    expect(await closeClass(as(name, "10:00"), classId), name).toEqual({ ok: false, refusal: "no-such-class" });
    expect(await cancelClass(as(name), classId, "x"), name).toEqual({ ok: false, refusal: "no-such-class" });
    expect(await enterByHand(as(name), classId, { personIds: [id(name)], reason: "x" }), name).toEqual({ ok: false, refusal: "no-such-class" });
    expect(await correctAttendance(as(name), classId, { personId: id(name), reason: "x" }), name).toEqual({ ok: false, refusal: "no-such-class" });
  }
  expect(await createClass(as("trainer", "08:00"), { ...meeting, unitId: "harbour" })).toEqual({ ok: false, refusal: "not-allowed" });
  const code = await codeOf(house, classId, "09:00");
  for (const name of ["outsider", "otherAssessor", "hr"] as const) {
    expect(await attendByCode(as(name, "09:00"), classId, code), name).toEqual({ ok: false, refusal: "no-such-class" });
    expect(await findAttendable(as(name, "09:00"), classId), name).toBeNull();
    expect(await listAhead(as(name, "08:30"), id(name)), name).toEqual([]);
  }
  expect(await listAhead(as("outsider"), id("newcomer")), "somebody else's plan").toEqual([]);
  expect(await enterByHand(as("trainer", "09:00"), classId, { personIds: [id("newcomer"), id("outsider")], reason: "" })).toEqual({ ok: false, refusal: "not-of-unit" });
  expect(nameIn(await findClass(as("trainer"), classId, ""))).toEqual([]);
  expect(await attendByCode(as("newcomer"), "none", code)).toEqual({ ok: false, refusal: "no-such-class" });
});

story("a class of the company is open to all its stations; somebody who moved away stays on the list", async (house) => {
  const { as, id, store } = house;
  const classId = await plan(house, { unitId: "rongan" });
  for (const name of ["newcomer", "otherAssessor", "hr"] as const) expect(await attendByCode(as(name, "09:00"), classId, await codeOf(house, classId, "09:00")), name).toMatchObject({ ok: true });
  await store.write(async (tx) => {
    await tx.update(store.t.assignments).set({ toOn: "2026-11-22" }).where(eq(store.t.assignments.personId, id("newcomer")));
    await tx.insert(store.t.assignments).values({ id: "a-moved", personId: id("newcomer"), unitId: "harbour", post: "technician", fromOn: "2026-11-23" });
  });
  expect(nameIn(await findClass(as("trainer", "2026-11-24 09:00"), classId, ""))).toContain("林小雨");
  expect((await findClass(as("trainer"), classId, "黄志"))?.absent.map((one) => one.name)).toEqual(["黄志强"]);
});

story("what is still to be held comes first, next first; what is over after it, latest first", async (house) => {
  const { as } = house;
  const make = async (title: string, day: string) => createClass(as("trainer", "08:00"), { ...meeting, title, startsAt: momentOf(`${day} 09:00`), endsAt: momentOf(`${day} 10:30`) });
  await make("下周", "2026-11-29");
  await make("上周", "2026-11-15");
  await make("明天", "2026-11-23");
  const over = await make("前天", "2026-11-20");
  if (over.ok) await closeClass(as("trainer"), over.value.id);
  expect((await listClasses(as("trainer"))).map((one) => [one.title, one.stage])).toEqual([["上周", "unclosed"], ["明天", "ahead"], ["下周", "ahead"], ["前天", "held"]]);
  expect((await listAhead(as("newcomer"), "p-newcomer")).map((one) => one.title)).toEqual(["明天", "下周"]);
});

story("on the pages: the secret never shows, the code only to the trainer, and rubbish for a code is answered with a sentence", async (house) => {
  const { store } = house;
  const classId = await plan(house);
  const [row] = await store.read.select().from(store.t.classes);
  const secret = row?.secret ?? "none";
  await store.write(async (tx) => { await tx.update(store.t.classes).set({ secret: "never-to-be-seen" }).where(eq(store.t.classes.secret, secret)); });
  await withSite(house, async ({ ask }) => {
    const code = await codeOf(house, classId, "09:00");
    const shown = await ask(`/classes/${classId}/code`, { as: "trainer" });
    expect(shown.text).toContain(code);
    expect(shown.text).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"/i);
    for (const [name, path] of [["trainer", `/classes/${classId}`], ["trainer", "/classes"], ["trainer", `/classes/${classId}/code`], ["newcomer", `/attend/${classId}`], ["newcomer", "/plan"]] as const) {
      const { status, text } = await ask(path, { as: name });
      expect(status, path).toBe(200);
      expect(text, path).not.toContain("never-to-be-seen");
      if (!path.endsWith("/code")) expect(text, path).not.toContain(code);
    }
    const attend = `/attend/${classId}`;
    expect((await ask(`${attend}?c=${code}`)).location).toBe(`/sign-in?next=${encodeURIComponent(`${attend}?c=${code}`)}`);
    for (const bad of ["", "abc", "12345", "9".repeat(5000)]) expect((await ask(attend, { as: "newcomer", method: "POST", body: { code: bad } })).status, bad).toBe(422);
    expect((await ask(attend, { as: "outsider", method: "POST", body: { code } })).status).toBe(404);
    // As a phone may type it.
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    expect(await ask(attend, { as: "newcomer", method: "POST", body: { code: wide } })).toMatchObject({ status: 302, location: attend });
    expect((await ask(attend, { as: "newcomer" })).text).toContain("您已到场");
  });
});
