import { count, eq } from "drizzle-orm";
import { expect } from "vitest";
import { markRead } from "#app/features/notifications/commands.server.ts";
import { notify } from "#app/features/notifications/notify.server.ts";
import { listInbox } from "#app/features/notifications/queries.server.ts";
import { story, type TestHouse } from "#tests/support/house.ts";

const result = { kind: "result.released", name: "陈晓梅", staffNo: "10002", title: "维修上岗证理论考试", percent: 92, passed: true } as const;

/** The result of a technician at 城东站, told to her and to her unit. */
async function release(house: TestHouse) {
  await house.store.write(async (tx) => {
    await notify(tx, house.house("09:00"), { personId: "p-technician" }, "attempt-1", result);
    await notify(tx, house.house("09:00"), { unitId: "east" }, "attempt-1", result);
  });
}

story("a message reaches the person, and through the unit its managers and HR, nobody else", async (house) => {
  await release(house);
  expect(await listInbox(house.as("technician"))).toMatchObject({ unread: 1, messages: [{ unitId: null, data: result, read: false }] });
  for (const name of ["manager", "hr"] as const) expect(await listInbox(house.as(name))).toMatchObject({ unread: 1, messages: [{ unitName: "城东站", data: result }] });
  for (const name of ["colleague", "trainer", "auditor", "outsideManager"] as const) expect((await listInbox(house.as(name))).total).toBe(0);
});

story("reading is one's own: it leaves the inbox unread for the others, and once is enough", async (house) => {
  await release(house);
  const [message] = (await listInbox(house.as("manager"))).messages;
  expect(await markRead(house.as("manager"), message?.id ?? "")).toEqual({ ok: true, value: 1 });
  expect(await markRead(house.as("manager"), message?.id ?? "")).toEqual({ ok: true, value: 0 });
  expect((await listInbox(house.as("manager"))).unread).toBe(0);
  expect((await listInbox(house.as("hr"))).unread).toBe(1);
  const { auditEvents } = house.store.t;
  const [events] = await house.store.read.select({ n: count() }).from(auditEvents).where(eq(auditEvents.event, "notification.read"));
  expect(events?.n).toBe(1);
});

story("somebody else's message cannot be marked; all of one's own can at once", async (house) => {
  await release(house);
  await release(house);
  const [message] = (await listInbox(house.as("technician"))).messages;
  expect(await markRead(house.as("colleague"), message?.id ?? "")).toEqual({ ok: true, value: 0 });
  expect(await markRead(house.as("technician"), null)).toEqual({ ok: true, value: 2 });
  expect((await listInbox(house.as("technician"))).messages.every((one) => one.read)).toBe(true);
});
