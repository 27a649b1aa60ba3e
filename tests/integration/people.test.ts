import { and, count, desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { changePassword, disableAccount, enableAccount, resetPassword } from "#app/features/people/account.server.ts";
import { systemActor } from "#app/features/people/access.ts";
import { StaffFilter } from "#app/features/people/admin-forms.ts";
import { confirmPassword } from "#app/features/people/confirm.server.ts";
import { createAdmin, createPerson, editPerson, grantRole, moveAssignment, revokeRole } from "#app/features/people/commands.server.ts";
import { importPeople, previewImport } from "#app/features/people/import.server.ts";
import { findPerson, listAssignments } from "#app/features/people/people.server.ts";
import { findStaff, listGrants, listStaff } from "#app/features/people/queries.server.ts";
import { endSession, findSession, listSessions, signIn } from "#app/features/people/sessions.server.ts";
import { signInPolicy } from "#app/features/people/sign-in.ts";
import { story, type CastName, type TestHouse } from "#tests/support/house.ts";

const secret = "a secret of the tests, thirty-two characters";
const origin = { address: "10.0.0.1", device: "Chrome" };
const header = "工号,姓名,单位,岗位,入职日期,角色";

/** An account for a member of the cast, with its one-time password. */
async function open(house: TestHouse, name: CastName, by: CastName = "admin"): Promise<string> {
  const result = await resetPassword(house.as(by), house.id(name));
  if (!result.ok) throw new Error(result.refusal);
  return result.value.password;
}

async function enter(house: TestHouse, staffNo: string, password: string, at = "09:00", from = origin) {
  const result = await signIn(house.house(at), secret, { staffNo, password }, from);
  return result.ok ? result.value.token : result.refusal;
}

async function countEvents({ store }: TestHouse, event?: string): Promise<number> {
  const { auditEvents } = store.t;
  const [row] = await store.read.select({ n: count() }).from(auditEvents).where(event ? eq(auditEvents.event, event) : undefined);
  return row?.n ?? 0;
}

async function peopleCount({ store }: TestHouse): Promise<number> {
  const [row] = await store.read.select({ n: count() }).from(store.t.people);
  return row?.n ?? 0;
}

story("right, wrong and unknown: the right password opens a session, everything else gets one and the same answer", async (house) => {
  const password = await open(house, "technician");
  const token = await enter(house, "10002", password);
  const session = await findSession(house.store, secret, token, house.house().now);
  expect(session).toMatchObject({ staffNo: "10002", mustChange: true, actor: { personId: "p-technician", grants: [{ role: "learner", unitId: "east" }] } });
  expect(await enter(house, "10002", "not the password")).toBe("wrong");
  expect(await enter(house, "99999", "not the password")).toBe("wrong");
  expect(await enter(house, "10003", "somebody without an account")).toBe("wrong");
  expect(await findSession(house.store, secret, "another token", house.house().now)).toBeNull();
  expect(await findSession(house.store, "another secret, as long as the first one", token, house.house().now)).toBeNull();
});

story("five wrong tries close an account for a while, to the right password too, and open it again", async (house) => {
  const password = await open(house, "technician");
  for (let i = 0; i < signInPolicy.perAccount; i += 1) expect(await enter(house, "10002", "wrong", `09:0${i}`)).toBe("wrong");
  expect(await enter(house, "10002", password, "09:05")).toBe("too-many");
  expect(await enter(house, "10002", password, "09:05", { ...origin, address: "10.0.0.2" })).toBe("too-many");
  expect((await enter(house, "10002", password, "09:15")).length).toBeGreaterThan(20);
});

story("an address that tries one account after the other is closed too, other addresses stay open", async (house) => {
  const password = await open(house, "technician");
  await house.store.write(async (tx) => {
    const tries = Array.from({ length: signInPolicy.perAddress }, (_, index) => ({ id: `try-${index}`, staffNo: `7${index}`, address: origin.address, succeeded: false, at: house.house("08:55").now }));
    await tx.insert(house.store.t.signInTries).values(tries);
  });
  expect(await enter(house, "10002", password)).toBe("too-many");
  expect((await enter(house, "10002", password, "09:00", { ...origin, address: "10.0.0.2" })).length).toBeGreaterThan(20);
});

story("a disabled account loses its sessions and cannot sign in until it is enabled", async (house) => {
  const password = await open(house, "technician");
  const token = await enter(house, "10002", password);
  expect(await disableAccount(house.as("admin"), { personId: "p-technician", reason: "工作手机遗失" })).toEqual({ ok: true, value: null });
  expect(await findSession(house.store, secret, token, house.house().now)).toBeNull();
  expect(await enter(house, "10002", password)).toBe("wrong");
  expect(await disableAccount(house.as("admin"), { personId: "p-technician", reason: "再停一次" })).toEqual({ ok: false, refusal: "changed-meanwhile" });
  expect(await enableAccount(house.as("admin"), { personId: "p-technician", reason: "手机已找回" })).toEqual({ ok: true, value: null });
  expect(await findSession(house.store, secret, token, house.house().now), "the old session stays over").toBeNull();
  expect((await enter(house, "10002", password)).length).toBeGreaterThan(20);
});

story("who has left is out the day after their last day, session and all", async (house) => {
  const password = await open(house, "technician");
  const token = await enter(house, "10002", password, "2026-11-22 23:00");
  await house.store.write((tx) => tx.update(house.store.t.people).set({ leftOn: "2026-11-22" }).where(eq(house.store.t.people.id, "p-technician")));
  expect(await findSession(house.store, secret, token, house.house("2026-11-22 23:30").now)).not.toBeNull();
  expect(await findSession(house.store, secret, token, house.house("2026-11-23 00:00").now)).toBeNull();
  expect(await enter(house, "10002", password, "2026-11-23 00:00")).toBe("wrong");
  expect((await findPerson(house.as("admin"), "p-technician"))?.unitId).toBe("east");
});

story("one ends one's own sessions, nobody else's", async (house) => {
  const password = await open(house, "technician");
  const token = await enter(house, "10002", password);
  const [session] = await listSessions(house.as("technician"), "p-technician");
  expect(await endSession(house.as("colleague"), session?.id ?? "")).toEqual({ ok: false, refusal: "no-such-session" });
  expect(await endSession(house.as("technician"), session?.id ?? "")).toEqual({ ok: true, value: null });
  expect(await endSession(house.as("technician"), session?.id ?? "")).toEqual({ ok: false, refusal: "no-such-session" });
  expect(await findSession(house.store, secret, token, house.house().now)).toBeNull();
});

story("a new password asks for the old one, is not the staff number, and ends the other sessions", async (house) => {
  const password = await open(house, "technician");
  const [here, there] = [await enter(house, "10002", password), await enter(house, "10002", password)];
  const session = await findSession(house.store, secret, here, house.house().now);
  const context = { ...house.as("technician"), sessionId: session?.sessionId ?? "" };
  expect(await changePassword(context, { currentPassword: "wrong", newPassword: "春江潮水连海平海上" }, origin)).toEqual({ ok: false, refusal: "wrong" });
  expect(await changePassword(context, { currentPassword: password, newPassword: " 10002 " }, origin)).toEqual({ ok: false, refusal: "too-simple" });
  expect(await changePassword(context, { currentPassword: password, newPassword: "春江潮水连海平海上" }, origin)).toEqual({ ok: true, value: null });
  expect(await findSession(house.store, secret, here, house.house().now)).toMatchObject({ mustChange: false });
  expect(await findSession(house.store, secret, there, house.house().now)).toBeNull();
  expect(await enter(house, "10002", password)).toBe("wrong");
  expect((await enter(house, "10002", "春江潮水连海平海上")).length).toBeGreaterThan(20);
});

story("guessing the password through the form that changes it has the same limit as signing in", async (house) => {
  const password = await open(house, "technician");
  const context = { ...house.as("technician"), sessionId: "none" };
  for (let i = 0; i < signInPolicy.perAccount; i += 1) expect(await changePassword(context, { currentPassword: "wrong", newPassword: "春江潮水连海平海上" }, origin)).toMatchObject({ refusal: "wrong" });
  expect(await changePassword(context, { currentPassword: password, newPassword: "春江潮水连海平海上" }, origin)).toMatchObject({ refusal: "too-many" });
});

story("guesses sent all at once have the same limit as one after the other, on the sign-in page and wherever else a password is asked for", async (house) => {
  for (const name of ["technician", "colleague", "newcomer"] as const) await open(house, name);
  const twenty = Array.from({ length: 20 }, (_, index) => index);
  const wrong = (answers: readonly string[]) => answers.filter((one) => one === "wrong").length;
  expect(wrong(await Promise.all(twenty.map(() => enter(house, "10002", "wrong"))))).toBe(signInPolicy.perAccount);
  const confirm = (guess: number) => confirmPassword(house.as("assessor"), house.id("colleague"), `guess ${guess}`, origin);
  expect(wrong((await Promise.all(twenty.map(confirm))).map((one) => (one.ok ? "right" : one.refusal)))).toBe(signInPolicy.perAccount);
  const change = (guess: number) => changePassword({ ...house.as("newcomer"), sessionId: "none" }, { currentPassword: `guess ${guess}`, newPassword: "eine lange Losung" }, origin);
  expect(wrong((await Promise.all(twenty.map(change))).map((one) => (one.ok ? "right" : one.refusal)))).toBe(signInPolicy.perAccount);
});

story("a right password confirmed again and again closes nothing", async (house) => {
  const password = await open(house, "technician");
  for (let i = 0; i < 2 * signInPolicy.perAccount; i += 1) expect(await confirmPassword(house.as("assessor"), house.id("technician"), password, origin)).toEqual({ ok: false, refusal: "must-change" });
  expect((await enter(house, "10002", password)).length).toBeGreaterThan(20);
});

story("a reset or a disabling in the moment of a sign-in leaves no session behind", async (house) => {
  for (const stop of [() => resetPassword(house.as("admin"), house.id("technician")), () => disableAccount(house.as("admin"), { personId: house.id("technician"), reason: "离岗" })]) {
    const password = await open(house, "technician");
    let writes = 0;
    // The second write of a sign-in opens the session; the password was checked before it.
    const store: typeof house.store = {
      ...house.store,
      async write(fn) {
        writes += 1;
        if (writes === 2) expect(await stop()).toMatchObject({ ok: true });
        return house.store.write(fn);
      },
    };
    expect(await signIn({ ...house.house(), store }, secret, { staffNo: "10002", password }, origin)).toEqual({ ok: false, refusal: "wrong" });
    expect(await listSessions(house.as("technician"), house.id("technician"))).toEqual([]);
  }
  expect(await countEvents(house, "account.sign-in-refused")).toBe(2);
});

story("a person is entered with an account whose one-time password must be changed", async (house) => {
  const input = { staffNo: "20001", name: "罗海", unitId: "west", post: "inspector", hiredOn: "2026-11-20", roles: ["learner"], roleUnitId: "west" } as const;
  const created = await createPerson(house.as("admin"), input);
  if (!created.ok) throw new Error(created.refusal);
  expect(await signIn(house.house(), secret, { staffNo: "20001", password: created.value.password }, origin)).toMatchObject({ ok: true, value: { mustChange: true } });
  expect(await findStaff(house.as("admin"), created.value.personId)).toMatchObject({ name: "罗海", unitName: "城西站", post: "inspector", account: "active" });
  expect(await createPerson(house.as("admin"), { ...input, name: "另一人" })).toEqual({ ok: false, refusal: "staff-no-taken" });
  expect(await createPerson(house.as("hr"), { ...input, staffNo: "20002" })).toEqual({ ok: false, refusal: "not-allowed" });
  for (const hiredOn of ["0026-11-20", "2062-11-20"]) expect(await createPerson(house.as("admin"), { ...input, staffNo: "20002", hiredOn })).toEqual({ ok: false, refusal: "hired-out-of-range" });
  expect(await countEvents(house, "person.created")).toBe(1);
});

story("a move closes the old assignment the day before and keeps it; on the day it began it is corrected", async (house) => {
  const move = (fromOn: string, unitId: string, post: "inspector" | "sales" = "inspector") => moveAssignment(house.as("admin"), { personId: "p-technician", unitId, post, fromOn });
  expect(await move("2026-11-23", "west")).toEqual({ ok: false, refusal: "in-future" });
  expect(await move("2025-12-31", "west")).toEqual({ ok: false, refusal: "before-current" });
  expect(await move("2026-11-01", "west")).toEqual({ ok: true, value: null });
  expect(await move("2026-11-10", "west")).toEqual({ ok: false, refusal: "same-assignment" });
  expect(await move("2026-11-01", "west", "sales")).toEqual({ ok: true, value: null });
  expect(await listAssignments(house.as("admin"), "p-technician")).toMatchObject([
    { post: "sales", unitName: "城西站", fromOn: "2026-11-01", toOn: null },
    { post: "technician", unitName: "城东站", fromOn: "2026-01-01", toOn: "2026-10-31" },
  ]);
  expect(await findPerson(house.as("admin"), "p-technician")).toMatchObject({ unitId: "west", post: "sales" });
});

story("two moves at once leave one assignment of today", async (house) => {
  const both = await Promise.all([
    moveAssignment(house.as("admin"), { personId: "p-technician", unitId: "west", post: "sales", fromOn: "2026-11-22" }),
    moveAssignment(house.as("admin"), { personId: "p-technician", unitId: "rongan", post: "inspector", fromOn: "2026-11-22" }),
  ]);
  // One after the other both may hold (the second corrects the first, which began the same day); at once one is told.
  expect(both.some((one) => one.ok)).toBe(true);
  const open = (await listAssignments(house.as("admin"), "p-technician")).filter((one) => one.toOn === null);
  expect(open).toHaveLength(1);
});

story("a role is given once, taken back at once, and its history stays", async (house) => {
  const grant = { personId: "p-technician", role: "assessor", unitId: "east" } as const;
  expect(await grantRole(house.as("admin"), grant)).toEqual({ ok: true, value: null });
  expect(await grantRole(house.as("admin"), grant)).toEqual({ ok: false, refusal: "already-held" });
  const password = await open(house, "technician");
  const token = await enter(house, "10002", password);
  const [held] = (await listGrants(house.as("admin"), "p-technician")).filter((one) => one.role === "assessor");
  expect((await findSession(house.store, secret, token, house.house().now))?.actor.grants).toHaveLength(2);
  expect(await revokeRole(house.as("admin"), { personId: "p-technician", grantId: held?.id ?? "" })).toEqual({ ok: true, value: null });
  expect((await findSession(house.store, secret, token, house.house().now))?.actor.grants).toEqual([{ role: "learner", unitId: "east" }]);
  expect(await revokeRole(house.as("admin"), { personId: "p-technician", grantId: held?.id ?? "" })).toEqual({ ok: false, refusal: "no-such-grant" });
  expect(await listGrants(house.as("admin"), "p-technician")).toHaveLength(2);
});

story("the last administrator of the group can neither be disabled nor lose the role; of two, one can", async (house) => {
  const admin = await createAdmin({ ...house.house(), actor: systemActor }, { staffNo: "90001", name: "值班管理员", unitId: "group", password: "a long enough password" });
  if (!admin.ok) throw new Error(admin.refusal);
  const other = { ...house.as("admin"), actor: { personId: admin.value.personId, name: "值班管理员", grants: [{ role: "admin", unitId: "group" }] as const } };
  // The cast's administrator has no account yet and so does not count: the new one is the last.
  const [grant] = await listGrants(house.as("admin"), admin.value.personId);
  expect(await disableAccount(house.as("admin"), { personId: admin.value.personId, reason: "试一试" })).toEqual({ ok: false, refusal: "last-admin" });
  expect(await revokeRole(house.as("admin"), { personId: admin.value.personId, grantId: grant?.id ?? "" })).toEqual({ ok: false, refusal: "last-admin" });
  expect(await disableAccount(other, { personId: admin.value.personId, reason: "停用自己" })).toEqual({ ok: false, refusal: "own-account" });
  await resetPassword(other, "p-admin");
  const both = await Promise.all([
    disableAccount(house.as("admin"), { personId: admin.value.personId, reason: "两人同时停用对方" }),
    disableAccount(other, { personId: "p-admin", reason: "两人同时停用对方" }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusal: "last-admin" });
});

story("only the operator makes an administrator from nothing", async (house) => {
  const input = { staffNo: "90001", name: "值班管理员", unitId: "group", password: "a long enough password" };
  const system = { ...house.house(), actor: systemActor };
  expect(await createAdmin(house.as("admin"), input)).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await createAdmin(system, { ...input, unitId: "nowhere" })).toEqual({ ok: false, refusal: "no-such-unit" });
  expect(await createAdmin(system, { ...input, password: "90001" })).toEqual({ ok: false, refusal: "too-simple" });
  expect(await createAdmin(system, input)).toMatchObject({ ok: true });
  expect(await createAdmin(system, input)).toEqual({ ok: false, refusal: "staff-no-taken" });
});

story("an administrator of one company neither sees nor touches another's people, nor anybody above", async (house) => {
  const admin = { ...house.as("manager"), actor: { personId: "p-manager", name: "吴建华", grants: [{ role: "admin", unitId: "rongan" }] as const } };
  const everybody = StaffFilter.parse({});
  expect((await listStaff(admin, everybody)).rows.map((row) => row.staffNo)).not.toContain("10012");
  expect((await listStaff(house.as("admin"), everybody)).total).toBe(13);
  expect(await findStaff(admin, "p-outsider")).toBeNull();
  expect(await editPerson(admin, { personId: "p-outsider", name: "改名", phone: "" })).toEqual({ ok: false, refusal: "no-such-person" });
  expect(await resetPassword(admin, "p-admin")).toEqual({ ok: false, refusal: "no-such-person" });
  expect(await grantRole(admin, { personId: "p-technician", role: "admin", unitId: "group" })).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await moveAssignment(admin, { personId: "p-technician", unitId: "harbour", post: "sales", fromOn: "2026-11-22" })).toEqual({ ok: false, refusal: "not-allowed" });
  await grantRole(house.as("admin"), { personId: "p-technician", role: "auditor", unitId: "group" });
  expect(await resetPassword(admin, "p-technician"), "a role beyond the administrator's units").toEqual({ ok: false, refusal: "outranked" });
  expect(await disableAccount(admin, { personId: "p-technician", reason: "越级" })).toEqual({ ok: false, refusal: "outranked" });
});

story("people are found by name, number, unit and state, and a percent sign is only a sign", async (house) => {
  const find = async (filter: Record<string, string>) => (await listStaff(house.as("admin"), StaffFilter.parse(filter))).rows.map((row) => row.name);
  expect(await find({ q: "晓梅" })).toEqual(["陈晓梅"]);
  expect(await find({ q: "10002" })).toEqual(["陈晓梅"]);
  expect(await find({ q: "%" })).toEqual([]);
  expect(await find({ unit: "minan" })).toEqual(["苏玉兰", "蔡明"]);
  expect(await find({ state: "active" })).toEqual([]);
  await open(house, "technician");
  expect(await find({ state: "active" })).toEqual(["陈晓梅"]);
  await disableAccount(house.as("admin"), { personId: "p-technician", reason: "查找试验" });
  expect(await find({ state: "disabled" })).toEqual(["陈晓梅"]);
});

story("an import enters everybody with a password of their own", async (house) => {
  const text = `${header}\n20001,罗海,城东站,维修技术员,2026-11-20,\n20002,邱月,城西站,安检员,2026/11/21,学员、考评员\n`;
  expect(await previewImport(house.as("admin"), text)).toMatchObject({ ok: true, value: [{ staffNo: "20001", unitName: "城东站" }, { staffNo: "20002", roles: ["learner", "assessor"] }] });
  expect(await peopleCount(house), "a preview enters nobody").toBe(13);
  const result = await importPeople(house.as("admin"), text);
  if (!result.ok) throw new Error(result.refusal);
  const [first, second] = result.value;
  expect(first?.password).not.toBe(second?.password);
  expect(await signIn(house.house(), secret, { staffNo: "20002", password: second?.password ?? "" }, origin)).toMatchObject({ ok: true, value: { mustChange: true } });
  expect([await countEvents(house, "person.created"), await countEvents(house, "person.imported")]).toEqual([2, 1]);
});

story("one wrong line and the whole file is refused, with its line numbers", async (house) => {
  const text = `${header}\n20001,罗海,城东站,维修技术员,2026-11-20,\n10002,重号,城东站,维修技术员,2026-11-20,\n20003,某人,总统府,维修技术员,2026-11-20,\n`;
  const before = await countEvents(house);
  expect(await importPeople(house.as("admin"), text)).toEqual({
    ok: false,
    refusal: "has-problems",
    problems: [
      { line: 3, column: "工号", reason: "taken", value: "10002" },
      { line: 4, column: "单位", reason: "unit-unknown", value: "总统府" },
    ],
  });
  expect(await peopleCount(house)).toBe(13);
  expect(await countEvents(house)).toBe(before);
  expect(await importPeople(house.as("hr"), text)).toEqual({ ok: false, refusal: "not-allowed" });
});

story("an administrator imports into the units they manage, others are unknown to them", async (house) => {
  const admin = { ...house.as("manager"), actor: { personId: "p-manager", name: "吴建华", grants: [{ role: "admin", unitId: "rongan" }] as const } };
  expect(await importPeople(admin, `${header}\n20001,罗海,港口站,维修技术员,2026-11-20,`)).toMatchObject({ ok: false, problems: [{ line: 2, column: "单位", reason: "unit-unknown" }] });
});

story("the same file imported twice at once enters its people once", async (house) => {
  const text = `${header}\n20001,罗海,城东站,维修技术员,2026-11-20,\n20002,邱月,城西站,安检员,2026-11-21,\n`;
  const both = await Promise.all([importPeople(house.as("admin"), text), importPeople(house.as("admin"), text)]);
  // The second finds the staff numbers taken while it reads, or only when it writes: refused either way.
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(["has-problems", "taken-meanwhile"]).toContain(both.flatMap((one) => (one.ok ? [] : [one.refusal]))[0]);
  expect(await peopleCount(house)).toBe(15);
  expect(await countEvents(house, "person.created")).toBe(2);
});

story("a password change leaves its event with who did it, and never the password", async (house) => {
  const password = await open(house, "technician");
  const { auditEvents } = house.store.t;
  const [event] = await house.store.read.select().from(auditEvents).where(and(eq(auditEvents.event, "account.password-reset"), eq(auditEvents.personId, "p-technician"))).orderBy(desc(auditEvents.at));
  expect(event).toMatchObject({ actorId: "p-admin", data: { created: true, sessionsEnded: 0 } });
  expect(JSON.stringify(event)).not.toContain(password);
});
