import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { issueWithCommitment, recordLeaving } from "#app/features/commitments/commands.server.ts";
import { listCommitmentsWithStanding } from "#app/features/commitments/queries.server.ts";
import { findVerification, listLicencesWithStanding } from "#app/features/licences/queries.server.ts";
import { insertFullEvidence } from "#tests/support/evidence.ts";
import { story, testDay, type TestHouse } from "#tests/support/house.ts";

async function licensed(house: TestHouse, waiver?: { reason: string }) {
  await insertFullEvidence(house, "technician");
  const issued = await issueWithCommitment(house.as("issuer"), { personId: house.id("technician"), schemeId: "repair", ...(waiver ? { waiver } : {}) });
  if (!issued.ok) throw new Error(`not issued: ${JSON.stringify(issued)}`);
  return issued.value.licenceId;
}

async function standingOn(house: TestHouse, on: string) {
  const [commitment] = await listCommitmentsWithStanding(house.house(), { personIds: [house.id("technician")], on });
  return commitment?.standing;
}

story("the service commitment starts with the licence, runs two years and is fulfilled without anybody doing anything", async (house) => {
  const licenceId = await licensed(house);
  const [commitment] = await listCommitmentsWithStanding(house.house(), { personIds: [house.id("technician")], on: testDay });
  expect(commitment).toMatchObject({ licenceId, startsOn: "2026-11-22", endsOn: "2028-11-21", months: 24, standing: { state: "running", total: 731, served: 1, left: 730 } });
  expect(commitment?.events).toMatchObject([{ seq: 1, kind: "started", actorName: "郑雅琴" }]);
  expect(commitment?.events[0]?.reason).toContain("两年以上");
  expect(await standingOn(house, "2028-11-21")).toMatchObject({ state: "running", left: 0 });
  expect(await standingOn(house, "2028-11-22")).toMatchObject({ state: "fulfilled", served: 731 });
});

story("who leaves before the end has the commitment ended early, is signed out, and keeps the licence's ledger as it was", async (house) => {
  const { store, id } = house;
  const { t } = store;
  const licenceId = await licensed(house);
  const now = house.house().now;
  await store.write(async (tx) => {
    await tx.insert(t.sessions).values({ tokenHash: "hash", id: "s", personId: id("technician"), createdAt: now, seenAt: now, expiresAt: now + 1e9, device: "", address: "" });
  });
  const ledger = () => store.read.select().from(t.licenceEvents);
  const before = await ledger();
  const [licence] = await store.read.select({ code: t.licences.code }).from(t.licences).where(eq(t.licences.id, licenceId));
  const code = licence?.code ?? "";

  expect(await recordLeaving(house.as("hr", "2027-05-31 17:00"), { personId: id("technician"), leftOn: "2027-05-31", reason: "个人原因辞职" })).toEqual({ ok: true, value: { commitmentsEnded: 1 } });
  expect(await ledger()).toEqual(before);
  expect(await standingOn(house, "2027-05-31")).toMatchObject({ state: "running" });
  expect(await standingOn(house, "2027-06-01")).toMatchObject({ state: "ended-early", served: 191, left: 540, endedOn: "2027-05-31" });
  expect(await findVerification(house.house("2027-05-31 18:00"), code)).toMatchObject({ good: true });
  expect(await findVerification(house.house("2027-06-01 00:00"), code)).toMatchObject({ good: false, standing: "holder-left" });
  expect(await listLicencesWithStanding(house.house(), { personIds: [id("technician")], on: "2027-06-01" })).toMatchObject([{ standing: "holder-left" }]);
  expect(await store.read.select({ endedAt: t.sessions.endedAt }).from(t.sessions)).toEqual([{ endedAt: house.house("2027-05-31 17:00").now }]);
  expect(await store.read.select({ leftOn: t.people.leftOn, leftReason: t.people.leftReason }).from(t.people).where(eq(t.people.id, id("technician")))).toEqual([{ leftOn: "2027-05-31", leftReason: "个人原因辞职" }]);
  const events = (await store.read.select({ event: t.auditEvents.event }).from(t.auditEvents)).map((one) => one.event);
  expect(events).toEqual(expect.arrayContaining(["person.left", "commitment.ended-early"]));
  expect(await recordLeaving(house.as("hr", "2027-06-01 09:00"), { personId: id("technician"), leftOn: "2027-06-30", reason: "改日期" })).toEqual({ ok: false, refusal: "already-left" });
});

story("a leaving recorded ahead lets the person work and sign in until the last day, but not be licensed anew", async (house) => {
  const { store, id } = house;
  await insertFullEvidence(house, "technician");
  const now = house.house().now;
  await store.write(async (tx) => {
    await tx.insert(store.t.sessions).values({ tokenHash: "hash", id: "s", personId: id("technician"), createdAt: now, seenAt: now, expiresAt: now + 1e9, device: "", address: "" });
  });
  expect(await recordLeaving(house.as("hr"), { personId: id("technician"), leftOn: "2026-12-31", reason: "合同到期" })).toMatchObject({ ok: true, value: { commitmentsEnded: 0 } });
  expect(await store.read.select({ endedAt: store.t.sessions.endedAt }).from(store.t.sessions)).toEqual([{ endedAt: null }]);
  expect(await issueWithCommitment(house.as("issuer"), { personId: id("technician"), schemeId: "repair" })).toMatchObject({ refusal: "not-eligible", obstacles: [{ kind: "holder-left" }] });
});

story("who stays to the last day of the commitment or longer has fulfilled it", async (house) => {
  await licensed(house);
  expect(await recordLeaving(house.as("hr", "2028-11-21 17:00"), { personId: house.id("technician"), leftOn: "2028-11-21", reason: "退休" })).toEqual({ ok: true, value: { commitmentsEnded: 0 } });
  expect(await standingOn(house, "2028-11-22")).toMatchObject({ state: "fulfilled", left: 0 });
});

story("a waived commitment carries its reason, is told to nobody as started, and a leaving changes nothing about it", async (house) => {
  expect(await issueWithCommitment(house.as("issuer"), { personId: house.id("technician"), schemeId: "repair", waiver: { reason: " " } })).toEqual({ ok: false, refusal: "waiver-reason-missing" });
  await licensed(house, { reason: "退休返聘，合同期一年" });
  const [commitment] = await listCommitmentsWithStanding(house.house(), { personIds: [house.id("technician")], on: testDay });
  expect(commitment).toMatchObject({ standing: { state: "waived" }, events: [{ kind: "waived", reason: "退休返聘，合同期一年" }] });
  const { notifications } = house.store.t;
  expect(await house.store.read.select().from(notifications).where(eq(notifications.kind, "commitment.started"))).toEqual([]);
  expect(await recordLeaving(house.as("hr"), { personId: house.id("technician"), leftOn: testDay, reason: "离职" })).toMatchObject({ value: { commitmentsEnded: 0 } });
});

story("a leaving is recorded by HR or an administrator of the unit, after the hiring, with a reason", async (house) => {
  const input = { personId: house.id("technician"), leftOn: testDay, reason: "辞职" };
  expect(await recordLeaving(house.as("manager"), input)).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await recordLeaving(house.as("hr"), { ...input, personId: house.id("outsider") })).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await recordLeaving(house.as("hr"), { ...input, personId: "nobody" })).toEqual({ ok: false, refusal: "no-such-person" });
  expect(await recordLeaving(house.as("hr"), { ...input, leftOn: "2025-12-31" })).toEqual({ ok: false, refusal: "before-hired" });
  // A leaving is not taken back, so a mistyped year must not become one.
  expect(await recordLeaving(house.as("hr"), { ...input, leftOn: "2062-11-22" })).toEqual({ ok: false, refusal: "too-far-ahead" });
  expect(await recordLeaving(house.as("hr"), { ...input, reason: "" })).toEqual({ ok: false, refusal: "reason-missing" });
  expect(await recordLeaving(house.as("admin"), input)).toMatchObject({ ok: true });
});

story("the last administrator cannot leave before there is another", async (house) => {
  const now = house.house().now;
  await house.store.write(async (tx) => {
    await tx.insert(house.store.t.accounts).values({ personId: house.id("admin"), passwordHash: "hash", mustChange: false, state: "active", changedAt: now });
  });
  expect(await recordLeaving(house.as("admin"), { personId: house.id("admin"), leftOn: testDay, reason: "辞职" })).toEqual({ ok: false, refusal: "last-admin" });
});

story("a licence issued in the very moment of a leaving never leaves a running commitment behind", async (house) => {
  await insertFullEvidence(house, "technician");
  const personId = house.id("technician");
  const [issued, left] = await Promise.all([
    issueWithCommitment(house.as("issuer"), { personId, schemeId: "repair" }),
    recordLeaving(house.as("hr"), { personId, leftOn: testDay, reason: "辞职" }),
  ]);
  expect(left).toEqual({ ok: true, value: { commitmentsEnded: issued.ok ? 1 : 0 } });
  expect((await standingOn(house, "2026-11-23"))?.state).toBe(issued.ok ? "ended-early" : undefined);
});
