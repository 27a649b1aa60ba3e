import { and, count, eq } from "drizzle-orm";
import { expect } from "vitest";
import { authoriseAssessor, endAuthorisation } from "#app/features/practicals/authorisation-commands.server.ts";
import { findAuthorisations } from "#app/features/practicals/authorisation-queries.server.ts";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { stepsOf } from "#app/features/practicals/checklist.ts";
import { annulPractical, finishPractical, markSteps, reopenPractical, startPractical } from "#app/features/practicals/commands.server.ts";
import type { MarkEvent } from "#app/features/practicals/marks.ts";
import { listSignedPracticals } from "#app/features/practicals/outcomes.server.ts";
import { findCandidates, findDesk, findStartOptions, listPracticalsAsCandidate } from "#app/features/practicals/queries.server.ts";
import { signPractical, type SignatureInput } from "#app/features/practicals/sign-commands.server.ts";
import type { Mark } from "#app/features/practicals/states.ts";
import { findAssessing, findRecord, findReview } from "#app/features/practicals/view-queries.server.ts";
import { hashPassword } from "#app/features/people/password.server.ts";
import type { Result } from "#app/lib/result.ts";
import { story, testDay, type CastName, type TestHouse } from "#tests/support/house.ts";

const tablet = { address: "10.0.0.7", device: "tablet" };
const password = "chen-xiaomei-2026";

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

async function authorise(house: TestHouse, assessor: CastName = "assessor", checklistId = "pc-home-visit") {
  return done(await authoriseAssessor(house.as("trainer", "08:00"), { personId: house.id(assessor), checklistId, fromOn: testDay, toOn: null })).id;
}

async function openAccount({ store, id }: TestHouse, name: CastName, more: { mustChange?: boolean; state?: "active" | "disabled" } = {}) {
  const passwordHash = await hashPassword(password);
  await store.write(async (tx) => {
    await tx.insert(store.t.accounts).values({ personId: id(name), passwordHash, mustChange: more.mustChange ?? false, state: more.state ?? "active", changedAt: 0 });
  });
}

const homeVisit = (house: TestHouse, candidate: CastName = "technician") => ({ candidateId: house.id(candidate), schemeId: "repair", checklistId: "pc-home-visit" });

/** A practical of 陈晓梅 under way with 林国栋, authorised this morning. */
async function start(house: TestHouse) {
  await authorise(house);
  return done(await startPractical(house.as("assessor", "09:00"), homeVisit(house))).id;
}

function stepIds(house: TestHouse): string[] {
  const found = findChecklist(house.house().content, "pc-home-visit");
  if (!found) throw new Error("the home visit has a checklist");
  return stepsOf(found.checklist).map((step) => step.id);
}

function allMarks(house: TestHouse, mark: Mark, except: Record<string, Mark> = {}): MarkEvent[] {
  return stepIds(house).map((step) => ({ step, seq: 1, mark: except[step] ?? mark, note: null }));
}

async function stateOf({ store }: TestHouse, id: string) {
  const [row] = await store.read.select().from(store.t.practicals).where(eq(store.t.practicals.id, id));
  if (!row) throw new Error("no such practical");
  return row;
}

/** Marks everything, finishes, and answers with the record hash on the screen. */
async function finish(house: TestHouse, id: string, except: Record<string, Mark> = {}) {
  done(await markSteps(house.as("assessor", "09:20"), id, allMarks(house, "done", except)));
  done(await finishPractical(house.as("assessor", "09:25"), id));
  return (await stateOf(house, id)).recordHash ?? "";
}

const sign = (house: TestHouse, id: string, input: SignatureInput, at = "09:30") => signPractical(house.as("assessor", at), tablet, id, input);
const refuseToSign = (recordHash: string): SignatureInput => ({ by: "candidate", decision: "refused", reason: "认为第三步做到了", recordHash });

async function eventsOf({ store }: TestHouse, subject: string) {
  const rows = await store.read.select({ event: store.t.auditEvents.event, at: store.t.auditEvents.at }).from(store.t.auditEvents).where(eq(store.t.auditEvents.subject, subject));
  return rows.sort((a, b) => a.at - b.at).map((row) => row.event);
}

story("a home visit is assessed, signed by both on one tablet, and its unit hears of it", async (house) => {
  const { store } = house;
  await openAccount(house, "technician");
  const id = await start(house);
  done(await markSteps(house.as("assessor", "09:05"), id, [{ step: "s01", seq: 1, mark: "missed", note: "没打电话" }]));
  done(await markSteps(house.as("assessor", "09:06"), id, [{ step: "s01", seq: 2, mark: "done", note: "补打了电话" }]));
  expect(await finishPractical(house.as("assessor", "09:10"), id)).toEqual({ ok: false, refusal: "steps-open", open: 17 });
  expect((await stateOf(house, id)).state).toBe("open");
  done(await markSteps(house.as("assessor", "09:20"), id, allMarks(house, "done", { s12: "not-applicable", s15: "missed" }).slice(1)));
  expect(done(await finishPractical(house.as("assessor", "09:25"), id))).toMatchObject({ done: 16, missed: 1, notApplicable: 1, criticalMissed: [], outcome: "passed" });

  const shown = await findReview(house.as("assessor", "09:26"), id);
  const recordHash = shown?.recordHash ?? "";
  expect(shown?.toTrain.map((clause) => clause.id)).toEqual(["anran/leave-clean"]);
  expect(done(await sign(house, id, { by: "candidate", decision: "signed", password, recordHash }))).toEqual({ final: false });
  expect((await stateOf(house, id)).state).toBe("finished");
  expect(done(await sign(house, id, { by: "assessor", recordHash }, "09:31"))).toEqual({ final: true });

  expect(await listSignedPracticals(store.read, { store }, { personIds: [house.id("technician")], schemeId: "repair" })).toMatchObject([{ practicalId: id, outcome: "passed", assessorId: house.id("assessor"), checklistId: "pc-home-visit" }]);
  expect(await listPracticalsAsCandidate(house.as("technician"))).toMatchObject([{ id, title: "上门服务（入户）", schemeTitle: "维修上岗证", outcome: "passed" }]);
  const record = await findRecord(house.as("technician"), id);
  expect(record).toMatchObject({ intact: true, state: "signed", candidate: { name: "陈晓梅" }, assessor: { name: "林国栋" } });
  expect(record?.steps[0]).toMatchObject({ mark: "done", note: "补打了电话" });
  expect(await eventsOf(house, id)).toEqual([
    "practical.started", "practical.marked", "practical.marked", "practical.marked", "practical.finished", "practical.candidate-signed", "practical.assessor-signed", "practical.signed",
  ]);
  const told = await store.read.select().from(store.t.notifications).where(eq(store.t.notifications.subject, id));
  expect(told.map((one) => one.personId ?? one.unitId).sort()).toEqual(["east", house.id("technician")].sort());
  expect(told[0]).toMatchObject({ kind: "practical.signed", data: { name: "陈晓梅", staffNo: "10002", title: "上门服务（入户）", passed: true } });
});

story("a failed critical step fails the practical whatever the score", async (house) => {
  const id = await start(house);
  done(await markSteps(house.as("assessor"), id, allMarks(house, "done", { s05: "missed" })));
  const result = done(await finishPractical(house.as("assessor"), id));
  expect(result).toMatchObject({ criticalMissed: ["s05"], outcome: "failed" });
  expect(result.percent).toBeGreaterThan(90);
  expect((await findReview(house.as("assessor"), id))?.toTrain.map((clause) => clause.id)).toContain("anran/show-id");
});

story("nobody assesses themselves, and neither is a start possible outside one's units, posts and schemes", async (house) => {
  await authorise(house);
  const as = house.as("assessor");
  expect(await startPractical(as, homeVisit(house, "assessor"))).toMatchObject({ refusal: "oneself" });
  expect(await startPractical(as, homeVisit(house, "outsider"))).toMatchObject({ refusal: "no-such-candidate" });
  expect(await startPractical(as, homeVisit(house, "manager"))).toMatchObject({ refusal: "other-post" });
  expect(await startPractical(as, { ...homeVisit(house), checklistId: "pc-nothing" })).toMatchObject({ refusal: "no-such-checklist" });
  expect(await startPractical(house.as("trainer"), homeVisit(house))).toMatchObject({ refusal: "no-such-candidate" });
  const rows = await house.store.read.select({ n: count() }).from(house.store.t.practicals);
  expect(rows).toEqual([{ n: 0 }]);
});

story("an assessor without an authorisation for the checklist on that day is refused", async (house) => {
  const { id } = done(await authoriseAssessor(house.as("trainer"), { personId: house.id("assessor"), checklistId: "pc-home-visit", fromOn: "2026-11-23", toOn: "2026-11-24" }));
  const on = (at: string, checklistId = "pc-home-visit") => startPractical(house.as("assessor", at), { ...homeVisit(house), checklistId });
  expect(await on("2026-11-22 09:00")).toMatchObject({ refusal: "not-authorised" });
  expect(await on("2026-11-25 09:00")).toMatchObject({ refusal: "not-authorised" });
  expect(await on("2026-11-23 09:00", "pc-repair")).toMatchObject({ refusal: "not-authorised" });
  const practical = done(await on("2026-11-24 23:00"));
  expect((await stateOf(house, practical.id)).authorisationId).toBe(id);
});

story("authorisations are given and ended over one's own units, to assessors, and never by oneself or over what was already assessed", async (house) => {
  const wanted = { personId: house.id("assessor"), checklistId: "pc-home-visit", fromOn: testDay, toOn: null };
  expect(await authoriseAssessor(house.as("manager"), wanted)).toMatchObject({ refusal: "no-such-person" });
  expect(await authoriseAssessor(house.as("trainer"), { ...wanted, personId: house.id("outsider") })).toMatchObject({ refusal: "no-such-person" });
  expect(await authoriseAssessor(house.as("trainer"), { ...wanted, personId: house.id("technician") })).toMatchObject({ refusal: "not-an-assessor" });
  expect(await authoriseAssessor(house.as("trainer"), { ...wanted, fromOn: "2026-11-21" })).toMatchObject({ refusal: "in-the-past" });
  expect(await authoriseAssessor(house.as("trainer"), { ...wanted, checklistId: "pc-nothing" })).toMatchObject({ refusal: "no-such-checklist" });
  expect(await authoriseAssessor(house.as("admin"), { ...wanted, personId: house.id("admin") })).toMatchObject({ refusal: "oneself" });
  const both = await Promise.all([authoriseAssessor(house.as("trainer"), wanted), authoriseAssessor(house.as("admin"), wanted)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({ refusal: "already-authorised" });

  const { authorisations, assessors } = await findAuthorisations(house.as("trainer"));
  expect(assessors.map((one) => one.name)).toEqual(["林国栋", "何建平"]);
  expect(authorisations).toMatchObject([{ title: "上门服务（入户）", assessor: { name: "林国栋" }, standing: "valid" }]);
  const id = authorisations[0]?.id ?? "";
  done(await startPractical(house.as("assessor"), homeVisit(house)));
  expect(await endAuthorisation(house.as("trainer"), { id, lastOn: "2026-11-21" })).toMatchObject({ refusal: "used-after" });
  expect(await endAuthorisation(house.as("manager"), { id, lastOn: testDay })).toMatchObject({ refusal: "no-such-authorisation" });
  done(await endAuthorisation(house.as("trainer"), { id, lastOn: testDay }));
  expect(await endAuthorisation(house.as("trainer"), { id, lastOn: "2026-11-30" })).toMatchObject({ refusal: "not-earlier" });
  expect(await startPractical(house.as("assessor", "2026-11-23 09:00"), homeVisit(house, "colleague"))).toMatchObject({ refusal: "not-authorised" });
  expect(await eventsOf(house, id)).toEqual(["assessor.authorised", "assessor.authorisation-ended"]);
});

story("somebody else's practical does not exist for another assessor", async (house) => {
  const id = await start(house);
  const other = house.as("otherAssessor");
  expect(await findAssessing(other, id)).toBeNull();
  expect(await findReview(other, id)).toBeNull();
  expect(await markSteps(other, id, allMarks(house, "done"))).toMatchObject({ refusal: "no-such-practical" });
  expect(await finishPractical(other, id)).toMatchObject({ refusal: "no-such-practical" });
  expect(await reopenPractical(other, id)).toMatchObject({ refusal: "no-such-practical" });
  expect(await annulPractical(other, id, "不是我的考核")).toMatchObject({ refusal: "no-such-practical" });
  expect(await signPractical(other, tablet, id, { by: "assessor", recordHash: "0".repeat(64) })).toMatchObject({ refusal: "no-such-practical" });
  // The candidate is no assessor of it either, and an assessor who has lost the role is one no more.
  expect(await markSteps(house.as("technician"), id, allMarks(house, "done"))).toMatchObject({ refusal: "no-such-practical" });
  const without = { ...house.as("assessor"), actor: { ...house.as("assessor").actor, grants: [] } };
  expect(await markSteps(without, id, allMarks(house, "done"))).toMatchObject({ refusal: "no-such-practical" });
});

story("a signed record opens for those it concerns and for nobody else, and only once it is signed", async (house) => {
  const id = await start(house);
  const recordHash = await finish(house, id);
  expect(await findRecord(house.as("technician"), id)).toBeNull();
  done(await sign(house, id, refuseToSign(recordHash)));
  done(await sign(house, id, { by: "assessor", recordHash }));
  const readers: CastName[] = ["technician", "assessor", "manager", "hr", "auditor", "issuer"];
  for (const name of readers) expect(await findRecord(house.as(name), id), name).not.toBeNull();
  const strangers: CastName[] = ["colleague", "otherAssessor", "trainer", "outsider", "outsideManager"];
  for (const name of strangers) expect(await findRecord(house.as(name), id), name).toBeNull();
});

story("a signed record cannot be changed: the commands refuse, and so does the database", async (house) => {
  const { store } = house;
  const { practicals, practicalMarks, practicalSignatures } = store.t;
  const id = await start(house);
  const recordHash = await finish(house, id);
  done(await sign(house, id, refuseToSign(recordHash)));
  done(await sign(house, id, { by: "assessor", recordHash }));
  const as = house.as("assessor", "10:00");
  expect(await markSteps(as, id, [{ step: "s01", seq: 2, mark: "missed", note: null }])).toMatchObject({ refusal: "changed-meanwhile" });
  expect(await finishPractical(as, id)).toMatchObject({ refusal: "changed-meanwhile" });
  expect(await reopenPractical(as, id)).toMatchObject({ refusal: "changed-meanwhile" });
  expect(await annulPractical(house.as("trainer"), id, "想改成绩")).toMatchObject({ refusal: "changed-meanwhile" });
  expect(await sign(house, id, { by: "assessor", recordHash })).toMatchObject({ refusal: "changed-meanwhile" });
  const refusedBy = (act: (tx: Parameters<Parameters<typeof store.write>[0]>[0]) => Promise<unknown>) => expect(store.write(act)).rejects.toThrow();
  await refusedBy(async (tx) => tx.update(practicals).set({ outcome: "failed" }).where(eq(practicals.id, id)));
  await refusedBy(async (tx) => tx.delete(practicals).where(eq(practicals.id, id)));
  await refusedBy(async (tx) => tx.insert(practicalMarks).values({ practicalId: id, step: "s01", seq: 2, mark: "missed", markedAt: as.now }));
  await refusedBy(async (tx) => tx.update(practicalMarks).set({ mark: "missed" }).where(eq(practicalMarks.practicalId, id)));
  await refusedBy(async (tx) => tx.update(practicalSignatures).set({ decision: "signed" }).where(eq(practicalSignatures.practicalId, id)));
  await refusedBy(async (tx) => tx.delete(practicalSignatures).where(eq(practicalSignatures.practicalId, id)));
  expect(await findRecord(as, id)).toMatchObject({ intact: true, result: { outcome: "passed" } });
});

story("replayed marks add nothing, and a tap two devices used differently is told, not stored", async (house) => {
  const { store } = house;
  const id = await start(house);
  const marks = allMarks(house, "done");
  await Promise.all([markSteps(house.as("assessor", "09:10"), id, marks), markSteps(house.as("assessor", "09:10"), id, [...marks].reverse())]);
  const again = done(await markSteps(house.as("assessor", "09:11"), id, [...marks, ...marks]));
  expect(again.fresh).toEqual([]);
  expect(again.stored).toHaveLength(marks.length);
  const other = done(await markSteps(house.as("assessor", "09:12"), id, [{ step: "s01", seq: 1, mark: "missed", note: null }, { step: "s02", seq: 2, mark: "missed", note: null }]));
  expect(other.conflicts).toMatchObject([{ step: "s01" }]);
  expect(other.fresh).toMatchObject([{ step: "s02" }]);
  const rows = await store.read.select({ n: count() }).from(store.t.practicalMarks).where(eq(store.t.practicalMarks.practicalId, id));
  expect(rows).toEqual([{ n: marks.length + 1 }]);
  const told = await store.read.select().from(store.t.auditEvents).where(and(eq(store.t.auditEvents.subject, id), eq(store.t.auditEvents.event, "practical.marked")));
  expect(told).toHaveLength(2);
  expect(await markSteps(house.as("assessor"), id, [{ step: "s01", seq: 3, mark: "not-applicable", note: null }])).toMatchObject({ refusal: "always-applies" });
});

story("of two starts at once one becomes a practical, also on two tablets of two assessors", async (house) => {
  const { store } = house;
  await authorise(house);
  await authorise(house, "otherAssessor");
  // 何建平 assesses at 城西站; for this story also at 城东站.
  const other = { ...house.as("otherAssessor"), actor: { ...house.as("otherAssessor").actor, grants: [{ role: "assessor" as const, unitId: "rongan" }] } };
  const started = await Promise.all([
    startPractical(house.as("assessor"), homeVisit(house)),
    startPractical(house.as("assessor"), homeVisit(house)),
    startPractical(other, homeVisit(house)),
    startPractical(other, homeVisit(house)),
  ]);
  expect(started.filter((one) => one.ok)).toHaveLength(1);
  expect(started.filter((one) => !one.ok).map((one) => (one.ok ? null : one.refusal))).toEqual(["under-way", "under-way", "under-way"]);
  expect(await store.read.select({ n: count() }).from(store.t.practicals)).toEqual([{ n: 1 }]);
  done(await startPractical(house.as("assessor"), homeVisit(house, "colleague")));
});

story("a candidate may refuse to sign and say why; the record is final all the same", async (house) => {
  const id = await start(house);
  const recordHash = await finish(house, id, { s03: "missed" });
  expect(done(await sign(house, id, refuseToSign(recordHash)))).toEqual({ final: false });
  expect(await sign(house, id, refuseToSign(recordHash))).toMatchObject({ refusal: "already-signed" });
  expect(done(await sign(house, id, { by: "assessor", recordHash }))).toEqual({ final: true });
  const record = await findRecord(house.as("manager"), id);
  expect(record?.signatures.find((one) => one.role === "candidate")).toMatchObject({ decision: "refused", reason: "认为第三步做到了" });
  expect(record?.result).toMatchObject({ outcome: "failed", criticalMissed: ["s03"] });
});

story("a wrong password signs nothing, and after five of them no more is tried for a while", async (house) => {
  await openAccount(house, "technician");
  const id = await start(house);
  const recordHash = await finish(house, id);
  const tryWith = (typed: string, at: string) => sign(house, id, { by: "candidate", decision: "signed", password: typed, recordHash }, at);
  for (const minute of [30, 31, 32, 33, 34]) expect(await tryWith("not-my-password", `09:${minute}`)).toMatchObject({ refusal: "wrong-password" });
  expect(await tryWith(password, "09:35")).toMatchObject({ refusal: "too-many" });
  expect(await house.store.read.select({ n: count() }).from(house.store.t.practicalSignatures)).toEqual([{ n: 0 }]);
  expect(done(await tryWith(password, "09:50"))).toEqual({ final: false });
});

story("without an account of one's own, or with a password an administrator knows, there is no signing by password", async (house) => {
  const id = await start(house);
  const recordHash = await finish(house, id);
  const withPassword: SignatureInput = { by: "candidate", decision: "signed", password, recordHash };
  expect(await sign(house, id, withPassword)).toMatchObject({ refusal: "wrong-password" });
  await openAccount(house, "technician", { mustChange: true });
  expect(await sign(house, id, withPassword)).toMatchObject({ refusal: "password-not-own" });
  expect((await stateOf(house, id)).state).toBe("finished");
});

story("marks are corrected by reopening before anybody signs; afterwards what was shown is what is signed", async (house) => {
  await openAccount(house, "technician");
  const id = await start(house);
  const before = await finish(house, id);
  done(await reopenPractical(house.as("assessor", "09:26"), id));
  expect(await sign(house, id, { by: "assessor", recordHash: before })).toMatchObject({ refusal: "changed-meanwhile" });
  done(await markSteps(house.as("assessor", "09:27"), id, [{ step: "s15", seq: 2, mark: "missed", note: "垃圾没带走" }]));
  done(await finishPractical(house.as("assessor", "09:28"), id));
  const { recordHash } = await stateOf(house, id);
  expect(recordHash).not.toBe(before);
  // A second window still shows the record from before the correction.
  expect(await sign(house, id, { by: "candidate", decision: "signed", password, recordHash: before })).toMatchObject({ refusal: "changed-meanwhile" });
  done(await sign(house, id, { by: "candidate", decision: "signed", password, recordHash: recordHash ?? "" }));
  expect(await reopenPractical(house.as("assessor", "09:40"), id)).toMatchObject({ refusal: "already-signed" });
  expect((await stateOf(house, id)).state).toBe("finished");
});

story("two signatures of one role at once are one, and two last signatures make one final record", async (house) => {
  const id = await start(house);
  const recordHash = await finish(house, id);
  const signed = await Promise.all([sign(house, id, refuseToSign(recordHash)), sign(house, id, { by: "assessor", recordHash }), sign(house, id, { by: "assessor", recordHash })]);
  expect(signed.filter((one) => one.ok)).toHaveLength(2);
  expect(signed.filter((one) => one.ok && one.value.final)).toHaveLength(1);
  expect((await eventsOf(house, id)).filter((event) => event === "practical.signed")).toHaveLength(1);
});

story("a mark that arrives while the practical is finished is either in the record or refused", async (house) => {
  await authorise(house);
  const candidates: CastName[] = ["newcomer", "technician", "colleague"];
  for (const candidate of candidates) {
    const { id } = done(await startPractical(house.as("assessor", "09:00"), homeVisit(house, candidate)));
    done(await markSteps(house.as("assessor", "09:20"), id, allMarks(house, "done")));
    const at = house.as("assessor", "09:25");
    const late = (step: string) => markSteps(at, id, [{ step, seq: 2, mark: "missed", note: null }]);
    const [finished, ...marked] = await Promise.all([finishPractical(at, id), late("s15"), late("s16"), late("s18")]);
    expect(finished.ok).toBe(true);
    const review = await findReview(house.as("assessor", "09:26"), id);
    expect(review?.intact).toBe(true);
    expect(review?.result?.missed).toBe(marked.filter((one) => one.ok).length);
    for (const one of marked) if (!one.ok) expect(one.refusal).toBe("changed-meanwhile");
  }
});

story("a practical begun by mistake is annulled with a reason and frees the checklist; it is no result", async (house) => {
  const id = await start(house);
  done(await annulPractical(house.as("assessor", "09:02"), id, "点错了学员"));
  expect((await stateOf(house, id)).state).toBe("void");
  expect(await markSteps(house.as("assessor"), id, allMarks(house, "done"))).toMatchObject({ refusal: "changed-meanwhile" });
  expect(await finishPractical(house.as("assessor"), id)).toMatchObject({ refusal: "changed-meanwhile" });
  const second = done(await startPractical(house.as("assessor", "09:03"), homeVisit(house)));
  const recordHash = await finish(house, second.id);
  done(await sign(house, second.id, refuseToSign(recordHash)));
  // Once somebody has signed, only whoever oversees assessors there may still annul.
  expect(await annulPractical(house.as("assessor", "09:40"), second.id, "想重来一次")).toMatchObject({ refusal: "already-signed" });
  expect((await findAuthorisations(house.as("trainer"))).underWay).toMatchObject([{ id: second.id, candidate: { name: "陈晓梅" } }]);
  done(await annulPractical(house.as("trainer", "09:41"), second.id, "考评员已调离，无法签字"));
  expect(await listPracticalsAsCandidate(house.as("technician"))).toEqual([]);
  expect(await eventsOf(house, second.id)).toContain("practical.annulled");
});

story("the desk shows what is under way and whom one may assess in what", async (house) => {
  const id = await start(house);
  const as = house.as("assessor", "09:30");
  done(await markSteps(as, id, allMarks(house, "done").slice(0, 5)));
  expect(await findDesk(as)).toMatchObject({ underWay: [{ id, name: "陈晓梅", title: "上门服务（入户）", marked: 5, steps: 18 }], signed: [], authorised: ["上门服务（入户）"] });
  expect((await findCandidates(as, "")).candidates.map((one) => one.name)).toEqual(["林小雨", "陈晓梅", "黄志强"]);
  expect((await findCandidates(as, " 黄志 ")).candidates.map((one) => one.staffNo)).toEqual(["10003"]);
  expect((await findCandidates(as, "%")).candidates).toHaveLength(3);
  expect((await findCandidates(house.as("technician"), "")).candidates).toEqual([]);
  const options = await findStartOptions(as, house.id("technician"));
  expect(options?.options).toMatchObject([
    { checklistId: "pc-home-visit", refusal: null, underWay: { id } },
    { checklistId: "pc-repair", refusal: "not-authorised", underWay: null },
    { checklistId: "pc-meter-exchange", refusal: "not-authorised", underWay: null },
  ]);
  expect(await findStartOptions(as, house.id("outsider"))).toBeNull();
});
