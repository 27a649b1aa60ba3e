import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { issueWithCommitment } from "#app/features/commitments/commands.server.ts";
import { findCandidate, listCandidates } from "#app/features/licences/candidates.server.ts";
import { reinstateLicence, revokeLicence, suspendLicence } from "#app/features/licences/commands.server.ts";
import { findLicence, findVerification, listLicencesWithStanding, listOwnLicences } from "#app/features/licences/queries.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import { instantOf } from "#app/lib/clock.ts";
import { insertFullEvidence, insertPractical, insertTheory } from "#tests/support/evidence.ts";
import { story, testDay, type CastName, type TestHouse } from "#tests/support/house.ts";

/** Somebody else who may issue: two issuers of one company. */
function secondIssuer(house: TestHouse): Context {
  return { ...house.as("trainer"), actor: { personId: house.id("trainer"), name: "周敏", grants: [{ role: "issuer", unitId: "rongan" }] } };
}

async function issueTo(house: TestHouse, person: CastName, at?: string): Promise<string> {
  await insertFullEvidence(house, person);
  const issued = await issueWithCommitment(house.as("issuer", at), { personId: house.id(person), schemeId: "repair" });
  if (!issued.ok) throw new Error(`not issued: ${JSON.stringify(issued)}`);
  return issued.value.licenceId;
}

async function codeOf({ store }: TestHouse, licenceId: string): Promise<string> {
  const [row] = await store.read.select({ code: store.t.licences.code }).from(store.t.licences).where(eq(store.t.licences.id, licenceId));
  return row?.code ?? "";
}

story("an issuer gives the licence to who has passed theory and every practical, and everybody concerned is told", async (house) => {
  const { store } = house;
  const { t } = store;
  const { attemptId, practicalIds } = await insertFullEvidence(house, "technician");
  const issued = await issueWithCommitment(house.as("issuer"), { personId: house.id("technician"), schemeId: "repair" });
  expect(issued).toMatchObject({ ok: true, value: { number: "AR-2026-00001-9" } });
  if (!issued.ok) return;

  const licence = await findLicence(house.as("technician"), issued.value.licenceId);
  expect(licence).toMatchObject({
    number: "AR-2026-00001-9",
    title: "维修上岗证",
    company: "安然燃气",
    holder: { name: "陈晓梅", staffNo: "10002" },
    validFrom: testDay,
    validUntil: "2028-11-21",
    standing: "valid",
    mayGovern: false,
    ledger: [{ seq: 1, kind: "issued", effectiveOn: testDay, actorName: "郑雅琴" }],
    evidence: { theory: { percent: 92, on: "2026-11-01" }, practicals: [{ title: "上门服务（入户）", assessor: "林国栋", percent: 100 }, { assessor: "林国栋", percent: 100 }, { assessor: "林国栋", percent: 100 }] },
  });
  expect(licence?.tasks.map((task) => task.scope)).toContain("supervised");

  const [row] = await store.read.select().from(t.licences);
  expect(row).toMatchObject({ attemptId, practicalsRequired: 3, bodyHash: hashOf(row?.body) });
  const kept = await store.read.select({ id: t.licencePracticals.practicalId }).from(t.licencePracticals);
  expect(kept.map((one) => one.id).sort()).toEqual([...practicalIds].sort());
  expect(await findVersion(store.read, { store }, "scheme", "repair", row?.schemeHash ?? "")).toMatchObject({ id: "repair" });

  const events = await store.read.select({ event: t.auditEvents.event, actorId: t.auditEvents.actorId, personId: t.auditEvents.personId }).from(t.auditEvents);
  expect(events).toEqual(expect.arrayContaining(["licence.issued", "commitment.started"].map((event) => ({ event, actorId: house.id("issuer"), personId: house.id("technician") }))));
  const messages = await store.read.select({ kind: t.notifications.kind, personId: t.notifications.personId, unitId: t.notifications.unitId }).from(t.notifications);
  for (const kind of ["licence.issued", "commitment.started"]) {
    expect(messages).toContainEqual({ kind, personId: house.id("technician"), unitId: null });
    expect(messages).toContainEqual({ kind, personId: null, unitId: "east" });
  }
});

story("what is missing is told before anything is issued, and nothing is left behind", async (house) => {
  const { store, id } = house;
  const issue = (person: CastName, context: Context = house.as("issuer")) => issueWithCommitment(context, { personId: id(person), schemeId: "repair" });
  expect(await issue("newcomer")).toMatchObject({ refusal: "not-eligible", obstacles: [{ kind: "theory-missing" }, { kind: "practical-missing" }, { kind: "practical-missing" }, { kind: "practical-missing" }] });
  await insertTheory(house, { person: "newcomer", passed: false });
  await insertPractical(house, { person: "newcomer", checklistId: "pc-home-visit" });
  await insertPractical(house, { person: "newcomer", checklistId: "pc-repair", assessor: "issuer" });
  expect(await issue("newcomer")).toMatchObject({ refusal: "not-eligible", obstacles: [{ kind: "theory-failed" }, { kind: "practical-missing", checklistId: "pc-meter-exchange" }, { kind: "issuer-assessed", checklistId: "pc-repair" }] });
  await insertFullEvidence(house, "issuer");
  expect(await issue("issuer")).toMatchObject({ refusal: "not-eligible", obstacles: [{ kind: "issuer-is-candidate" }] });
  await insertFullEvidence(house, "outsider");
  expect(await issue("outsider")).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await issue("technician", house.as("manager"))).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await issueWithCommitment(house.as("issuer"), { personId: id("technician"), schemeId: "none" })).toEqual({ ok: false, refusal: "no-such-scheme" });
  expect(await issueWithCommitment(house.as("issuer"), { personId: "nobody", schemeId: "repair" })).toEqual({ ok: false, refusal: "no-such-person" });
  expect(await store.read.select().from(store.t.licences)).toEqual([]);
  expect(await store.read.select().from(store.t.notifications)).toEqual([]);
});

story("two issuers at once and a second press give one licence, and the others are led to it", async (house) => {
  await insertFullEvidence(house, "technician");
  const input = { personId: house.id("technician"), schemeId: "repair" };
  const results = await Promise.all([issueWithCommitment(house.as("issuer"), input), issueWithCommitment(secondIssuer(house), input), issueWithCommitment(house.as("issuer"), input)]);
  const given = results.flatMap((one) => (one.ok ? [one.value.licenceId] : []));
  expect(given).toHaveLength(1);
  expect(results.filter((one) => !one.ok)).toEqual([1, 2].map(() => ({ ok: false, refusal: "already-issued", licenceId: given[0] })));
  expect(await issueWithCommitment(house.as("issuer"), input)).toEqual({ ok: false, refusal: "already-issued", licenceId: given[0] });
  expect(await house.store.read.select().from(house.store.t.commitments)).toHaveLength(1);
});

story("several licences issued at the same moment have different numbers", async (house) => {
  const people: CastName[] = ["newcomer", "technician", "colleague", "manager"];
  for (const person of people) await insertFullEvidence(house, person);
  const results = await Promise.all(people.map((person) => issueWithCommitment(house.as("issuer"), { personId: house.id(person), schemeId: "repair" })));
  expect(results.map((one) => one.ok && one.value.number.slice(0, 13)).sort()).toEqual(["AR-2026-00001", "AR-2026-00002", "AR-2026-00003", "AR-2026-00004"]);
});

type Raw = { attemptId: string; practicalIds: string[]; issuer?: CastName; commitment?: boolean; notBefore?: number; required?: number };

/** Enters a licence past every command, as a mistaken or malicious hand on the database would. Answers what the database said; null is "accepted". */
async function issueByHand({ store, id, house }: TestHouse, { attemptId, practicalIds, issuer = "issuer", commitment = true, notBefore = instantOf("2025-11-22"), required = 2 }: Raw): Promise<string | null> {
  const { t } = store;
  const { now, newId } = house();
  const licenceId = newId();
  try {
    await store.write(async (tx) => {
      await tx.insert(t.licences).values({
        id: licenceId, number: licenceId, code: licenceId, personId: id("technician"), schemeId: "repair", schemeHash: "hash", attemptId, practicalsRequired: required,
        validFrom: testDay, validUntil: "2028-11-21", body: { evidence: { notBefore } }, bodyHash: "hash", createdAt: now,
      });
      if (practicalIds.length > 0) await tx.insert(t.licencePracticals).values(practicalIds.map((practicalId) => ({ licenceId, practicalId })));
      if (commitment) {
        await tx.insert(t.commitments).values({ id: licenceId, licenceId, personId: id("technician"), startsOn: testDay, endsOn: "2028-11-21", months: 24, createdAt: now });
        await tx.insert(t.commitmentEvents).values({ commitmentId: licenceId, seq: 1, kind: "started", effectiveOn: testDay, actorId: id(issuer), reason: "培训合格", at: now });
      }
      await tx.insert(t.licenceEvents).values({ licenceId, seq: 1, kind: "issued", effectiveOn: testDay, actorId: id(issuer), reason: "考核合格", at: now });
    });
    return null;
  } catch (error) {
    return guardOf(error);
  }
}

function guardOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause.message.startsWith("guard:")) return cause.message;
  throw error;
}

story("the database refuses a licence without theory, practical, commitment or three people, whoever writes it", async (house) => {
  const { attemptId, practicalIds } = await insertFullEvidence(house, "technician");
  const [visit = "", repair = ""] = practicalIds;
  const theory = /theory attempt/;
  const practical = /every practical/;
  const others = await insertTheory(house, { person: "colleague" });
  const failed = await insertTheory(house, { person: "technician", passed: false });
  expect(await issueByHand(house, { attemptId: others, practicalIds })).toMatch(theory);
  expect(await issueByHand(house, { attemptId: failed, practicalIds })).toMatch(theory);
  expect(await issueByHand(house, { attemptId, practicalIds, notBefore: instantOf("2026-11-02") })).toMatch(theory);
  expect(await issueByHand(house, { attemptId, practicalIds: [] })).toMatch(practical);
  expect(await issueByHand(house, { attemptId, practicalIds: [], required: 0 })).toMatch(practical);
  expect(await issueByHand(house, { attemptId, practicalIds: [visit] })).toMatch(practical);
  const lost = await insertPractical(house, { person: "technician", checklistId: "pc-repair", outcome: "failed" });
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, lost] })).toMatch(practical);
  const unauthorised = await insertPractical(house, { person: "technician", checklistId: "pc-repair", authorised: false });
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, unauthorised] })).toMatch(practical);
  const old = await insertPractical(house, { person: "technician", checklistId: "pc-repair", at: "2025-06-01 10:00" });
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, old] })).toMatch(practical);
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, repair], issuer: "assessor" })).toMatch(/three different people/);
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, repair], issuer: "technician" })).toMatch(/three different people/);
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, repair], commitment: false })).toMatch(/service commitment/);
  expect(await house.store.read.select().from(house.store.t.licences)).toEqual([]);
  expect(await issueByHand(house, { attemptId, practicalIds: [visit, repair] })).toBeNull();
});

story("no entry of a licence or a commitment can be changed or deleted, and nothing follows a revocation", async (house) => {
  const { store } = house;
  const { licences, licencePracticals, licenceEvents, commitments, commitmentEvents } = store.t;
  const licenceId = await issueTo(house, "technician");
  await revokeLicence(house.as("manager"), { licenceId, reason: "违规私接私装" });
  const refused = async (change: Parameters<typeof store.write>[0]) => {
    try {
      await store.write(change);
    } catch (error) {
      return guardOf(error);
    }
    return null;
  };
  for (const [table, set] of [[licences, { validUntil: "2099-01-01" }], [licencePracticals, { practicalId: "p" }], [licenceEvents, { reason: "无" }], [commitments, { endsOn: "2027-01-01" }], [commitmentEvents, { reason: "无" }]] as const) {
    expect(await refused((tx) => tx.update(table).set(set))).toMatch(/append-only/);
    expect(await refused((tx) => tx.delete(table))).toMatch(/append-only/);
  }
  const entry = { licenceId, effectiveOn: testDay, actorId: house.id("issuer"), reason: "手工", at: house.house().now };
  expect(await refused((tx) => tx.insert(licenceEvents).values({ ...entry, seq: 3, kind: "reinstated" }))).toMatch(/revoked licence is final/);
  expect(await refused((tx) => tx.insert(licenceEvents).values({ ...entry, seq: 4, kind: "issued" }))).toMatch(/issued once|revoked licence is final/);
});

story("a suspended licence fails the public check at once, a reinstated one passes it again, a revoked one never", async (house) => {
  const licenceId = await issueTo(house, "technician");
  const code = await codeOf(house, licenceId);
  const check = (at?: string) => findVerification(house.house(at), code);
  expect(await check()).toMatchObject({ good: true, standing: "valid", maskedName: "陈*梅", number: "AR-2026-00001-9", company: "安然燃气" });
  expect(JSON.stringify(await check())).not.toMatch(/晓|10002|p-technician/);

  expect(await suspendLicence(house.as("manager"), { licenceId, reason: "投诉调查期间暂停" })).toMatchObject({ ok: true });
  expect(await check()).toMatchObject({ good: false, standing: "suspended" });
  expect(await suspendLicence(house.as("issuer"), { licenceId, reason: "再次暂停" })).toEqual({ ok: false, refusal: "already-suspended" });
  expect(await reinstateLicence(house.as("issuer", "2026-12-01 09:00"), { licenceId, reason: "调查结束，无过错" })).toMatchObject({ ok: true, value: { seq: 3 } });
  expect(await check("2026-11-30 23:59")).toMatchObject({ standing: "suspended" });
  expect(await check("2026-12-01 00:00")).toMatchObject({ good: true, standing: "valid" });
  expect(await check("2028-10-01 09:00")).toMatchObject({ good: true, standing: "expiring", daysLeft: 51 });
  expect(await check("2028-11-22 00:00")).toMatchObject({ good: false, standing: "expired" });

  expect(await revokeLicence(house.as("issuer", "2026-12-02 09:00"), { licenceId, reason: "伪造检查记录" })).toMatchObject({ ok: true });
  expect(await check("2026-12-02 09:00")).toMatchObject({ good: false, standing: "revoked" });
  expect(await reinstateLicence(house.as("issuer", "2026-12-03 09:00"), { licenceId, reason: "想反悔" })).toEqual({ ok: false, refusal: "already-revoked" });
  expect(await findVerification(house.house(), "made-up")).toBeNull();

  const { t } = house.store;
  const told = await house.store.read.select({ personId: t.notifications.personId, unitId: t.notifications.unitId }).from(t.notifications).where(eq(t.notifications.kind, "licence.changed"));
  expect(told).toHaveLength(6);
});

story("two managers who act at once on one licence make one entry, and the other is told", async (house) => {
  const licenceId = await issueTo(house, "technician");
  const results = await Promise.all([suspendLicence(house.as("manager"), { licenceId, reason: "安全事件" }), revokeLicence(house.as("issuer"), { licenceId, reason: "安全事件" })]);
  const { t } = house.store;
  const ledger = await house.store.read.select({ seq: t.licenceEvents.seq }).from(t.licenceEvents).orderBy(asc(t.licenceEvents.seq));
  const done = results.filter((one) => one.ok).length;
  expect(done).toBeGreaterThan(0);
  expect(ledger).toEqual([1, 2, 3].slice(0, done + 1).map((seq) => ({ seq })));
  for (const one of results) if (!one.ok) expect(["changed-meanwhile", "already-revoked"]).toContain(one.refusal);
});

story("a licence is governed with a reason, by who may, and never by its holder", async (house) => {
  const licenceId = await issueTo(house, "manager");
  const input = { licenceId, reason: "原因写明" };
  expect(await suspendLicence(house.as("manager"), input)).toEqual({ ok: false, refusal: "own-licence" });
  expect(await suspendLicence(house.as("hr"), input)).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await suspendLicence(house.as("outsideManager"), input)).toEqual({ ok: false, refusal: "no-such-licence" });
  expect(await suspendLicence(house.as("issuer"), { licenceId, reason: " " })).toEqual({ ok: false, refusal: "reason-missing" });
  expect(await suspendLicence(house.as("issuer"), { licenceId: "none", reason: "原因写明" })).toEqual({ ok: false, refusal: "no-such-licence" });
});

story("a licence can be read by its holder and those responsible for the unit, and does not exist for anybody else", async (house) => {
  const licenceId = await issueTo(house, "technician");
  for (const name of ["technician", "issuer", "manager", "hr", "auditor"] as const) expect(await findLicence(house.as(name), licenceId), name).not.toBeNull();
  for (const name of ["colleague", "assessor", "admin", "trainer", "outsideManager", "outsider"] as const) expect(await findLicence(house.as(name), licenceId), name).toBeNull();
  expect((await listOwnLicences(house.as("technician"))).map((one) => one.id)).toEqual([licenceId]);
  expect(await listOwnLicences(house.as("colleague"))).toEqual([]);
  expect(await listLicencesWithStanding(house.house(), { personIds: [], on: testDay })).toEqual([]);
});

story("the issuer sees who is ready first, sees nobody of another company, and whoever is licensed leaves the list", async (house) => {
  await insertTheory(house, { person: "colleague" });
  await insertFullEvidence(house, "technician");
  await insertFullEvidence(house, "outsider");
  const before = await listCandidates(house.as("issuer"));
  expect(before.map((one) => [one.person.name, one.ready])).toEqual([["陈晓梅", true], ["黄志强", false]]);
  expect(await findCandidate(house.as("issuer"), house.id("technician"), "repair")).toMatchObject({ ready: true, eligibility: { validUntil: "2028-11-21", commitment: { endsOn: "2028-11-21" } } });
  expect(await findCandidate(house.as("issuer"), house.id("outsider"), "repair")).toBeNull();
  expect(await listCandidates(house.as("manager"))).toEqual([]);
  await issueWithCommitment(house.as("issuer"), { personId: house.id("technician"), schemeId: "repair" });
  expect((await listCandidates(house.as("issuer"))).map((one) => one.person.name)).toEqual(["黄志强"]);
});

story("a licence about to expire is renewed on new examinations, and both stay on record", async (house) => {
  const old = await issueTo(house, "technician");
  const person = { person: "technician" } as const;
  await insertTheory(house, { ...person, at: "2028-10-02 10:00" });
  await insertPractical(house, { ...person, checklistId: "pc-home-visit", at: "2028-10-03 10:00" });
  await insertPractical(house, { ...person, checklistId: "pc-repair", at: "2028-10-04 10:00" });
  await insertPractical(house, { ...person, checklistId: "pc-meter-exchange", at: "2028-10-05 10:00" });
  const renewed = await issueWithCommitment(house.as("issuer", "2028-10-10 09:00"), { personId: house.id("technician"), schemeId: "repair" });
  expect(renewed.ok && renewed.value.number.slice(0, 13)).toBe("AR-2028-00001");
  const licences = await listLicencesWithStanding(house.house(), { personIds: [house.id("technician")], on: "2028-12-01" });
  expect(licences.map((one) => [one.standing, one.validUntil])).toEqual([["valid", "2030-10-09"], ["expired", "2028-11-21"]]);
  expect(licences[1]?.id).toBe(old);
});
