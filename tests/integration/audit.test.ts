import { expect } from "vitest";
import { disableAccount, resetPassword } from "#app/features/people/account.server.ts";
import { AuditFilter, readCursor, writeCursor } from "#app/features/audit/filter.ts";
import { listAuditEvents, listForExport } from "#app/features/audit/queries.server.ts";
import { record } from "#app/features/audit/record.server.ts";
import { editPerson, grantRole } from "#app/features/people/commands.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { signIn } from "#app/features/people/sessions.server.ts";
import { refused } from "#app/lib/result.ts";
import { story, type TestHouse } from "#tests/support/house.ts";

const everything = AuditFilter.parse({});

async function read(context: Context, filter: Partial<AuditFilter> = {}) {
  const { rows } = await listAuditEvents(context, { ...everything, ...filter }, { cursor: null });
  return rows.map((row) => `${row.event} ${row.actor?.name ?? "系统"} ${row.person?.name ?? "—"}`);
}

/** A few events at different times: a rename at 09:00, a role at 10:00, a wrong sign-in at 11:00, an outsider's account at 12:00. */
async function someHistory(house: TestHouse) {
  await editPerson(house.as("admin", "09:00"), { personId: "p-technician", name: "陈小梅", phone: "" });
  await grantRole(house.as("admin", "10:00"), { personId: "p-colleague", role: "assessor", unitId: "east" });
  await signIn(house.house("11:00"), "a secret of the tests, thirty-two characters", { staffNo: "10002", password: "wrong" }, { address: "10.0.0.1", device: "" });
  await resetPassword(house.as("admin", "12:00"), "p-outsider");
}

story("the log is read newest first, with names", async (house) => {
  await someHistory(house);
  expect(await read(house.as("auditor"))).toEqual([
    "account.password-reset 方伟 苏玉兰",
    "account.sign-in-refused 系统 —",
    "role.granted 方伟 黄志强",
    "person.edited 方伟 陈小梅",
  ]);
});

story("it is filtered by event, actor, person, subject and day", async (house) => {
  await someHistory(house);
  const auditor = house.as("auditor");
  expect(await read(auditor, { event: "role.granted" })).toHaveLength(1);
  expect(await read(auditor, { actor: "10010" })).toHaveLength(3);
  expect(await read(auditor, { actor: "系统" })).toEqual(["account.sign-in-refused 系统 —"]);
  expect(await read(auditor, { person: "10003" })).toEqual(["role.granted 方伟 黄志强"]);
  expect(await read(auditor, { person: "苏玉兰" })).toHaveLength(1);
  expect(await read(auditor, { subject: "p-technician" })).toEqual(["person.edited 方伟 陈小梅"]);
  expect(await read(auditor, { from: "2026-11-22", to: "2026-11-22" })).toHaveLength(4);
  expect(await read(auditor, { to: "2026-11-21" })).toEqual([]);
  expect(await read(auditor, { from: "2026-11-23" })).toEqual([]);
});

story("an auditor of one company reads what is about or by its people, and nothing else", async (house) => {
  await someHistory(house);
  const auditor = { ...house.as("manager"), actor: { personId: "p-manager", name: "吴建华", grants: [{ role: "auditor", unitId: "rongan" }] as const } };
  expect(await read(auditor)).toEqual(["role.granted 方伟 黄志强", "person.edited 方伟 陈小梅"]);
  expect(await read(house.as("trainer"))).toEqual([]);
});

story("pages follow each other without a gap or a repetition, events of one moment included", async (house) => {
  await house.store.write(async (tx) => {
    for (let i = 0; i < 25; i += 1) await record(tx, house.as("admin", i < 20 ? "09:00" : "09:01"), { event: "test.counted", version: 1, subject: `s-${i}`, data: {} });
  });
  const seen: string[] = [];
  let before: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const { rows, next } = await listAuditEvents(house.as("auditor"), everything, { cursor: readCursor(before), limit: 7 });
    seen.push(...rows.map((row) => row.subject));
    before = next && writeCursor(next);
    if (before === null) break;
  }
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  expect((await listForExport(house.as("auditor"), everything)).map((row) => row.subject)).toEqual(seen);
});

story("a command that is refused, and one that breaks, leaves neither change nor event", async (house) => {
  const { store } = house;
  const before = (await store.read.select().from(store.t.auditEvents)).length;
  expect(await disableAccount(house.as("admin"), { personId: "p-technician", reason: "没有账号可停" })).toEqual({ ok: false, refusal: "changed-meanwhile" });
  const write = (end: () => { ok: false; refusal: string }) =>
    store.write(async (tx) => {
      await tx.update(store.t.people).set({ name: "改到一半" });
      await record(tx, house.as("admin"), { event: "person.edited", version: 1, subject: "p-technician", data: {} });
      return end();
    });
  expect(await write(() => refused("changed-meanwhile"))).toEqual({ ok: false, refusal: "changed-meanwhile" });
  await expect(write(() => { throw new Error("power cut"); })).rejects.toThrow("power cut");
  expect((await store.read.select().from(store.t.auditEvents)).length).toBe(before);
  expect((await store.read.select({ name: store.t.people.name }).from(store.t.people)).some((one) => one.name === "改到一半")).toBe(false);
});

story("the log cannot be rewritten, not even by a mistake of ours", async (house) => {
  await someHistory(house);
  const { auditEvents } = house.store.t;
  await expect(house.store.write((tx) => tx.update(auditEvents).set({ subject: "nobody" }))).rejects.toThrow();
  await expect(house.store.write((tx) => tx.delete(auditEvents))).rejects.toThrow();
  expect(await read(house.as("auditor"))).toHaveLength(4);
});
