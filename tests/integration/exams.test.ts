import { and, asc, count, eq } from "drizzle-orm";
import { expect } from "vitest";
import { findCheck, findExam, findReceipt, listMyExams } from "#app/features/exams/attempt-queries.server.ts";
import type { Answer } from "#app/features/exams/answers.ts";
import {
  admitCandidates, closeSitting, createSitting, gradeWaiting, handIn, openSitting, releaseResults, saveAnswers, saveNext, sealOverdue, startAttempt, withdrawAdmission,
} from "#app/features/exams/commands.server.ts";
import { listTheoryOutcomes } from "#app/features/exams/outcomes.server.ts";
import { Paper, type PaperSlot } from "#app/features/exams/paper.ts";
import { findSitting, listSittings } from "#app/features/exams/queries.server.ts";
import { findResult } from "#app/features/exams/results.server.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { instantOf, minute, type Instant } from "#app/lib/clock.ts";
import type { Result } from "#app/lib/result.ts";
import { momentOf, story, testDay, type CastName, type TestHouse } from "#tests/support/house.ts";

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

const clock = (time: string) => instantOf(testDay, time);
const plan = { schemeId: "repair", unitId: "rongan", title: "维修上岗证理论考试 第 1 场", room: "第 2 考场", startsAt: clock("09:00"), endsAt: clock("10:30") };

/** A sitting at 09:00–10:30 with people admitted, its room open from 08:50. */
async function openRoom(house: TestHouse, people: readonly CastName[] = ["technician"]): Promise<string> {
  const { id } = done(await createSitting(house.as("trainer", "08:00"), plan));
  done(await admitCandidates(house.as("trainer", "08:10"), id, people.map(house.id)));
  done(await openSitting(house.as("trainer", "08:50"), id));
  return id;
}

async function begin(house: TestHouse, sittingId: string, who: CastName = "technician", at: Instant | string = "09:00"): Promise<string> {
  return done(await startAttempt(house.as(who, at), sittingId)).attemptId;
}

async function attemptOf({ store }: TestHouse, id: string) {
  const [row] = await store.read.select().from(store.t.attempts).where(eq(store.t.attempts.id, id));
  if (!row) throw new Error("no such attempt");
  return { ...row, paper: Paper.parse(row.paper) };
}

async function gradesOf({ store }: TestHouse, attemptId: string) {
  return store.read.select().from(store.t.grades).where(eq(store.t.grades.attemptId, attemptId)).orderBy(asc(store.t.grades.version));
}

async function answerRows({ store }: TestHouse, attemptId: string) {
  return store.read.select().from(store.t.answers).where(eq(store.t.answers.attemptId, attemptId)).orderBy(asc(store.t.answers.slot), asc(store.t.answers.seq));
}

async function lateRows({ store }: TestHouse, attemptId: string) {
  return store.read.select().from(store.t.lateAnswers).where(eq(store.t.lateAnswers.attemptId, attemptId));
}

async function auditOf({ store }: TestHouse, event: string, subject: string): Promise<number> {
  const { auditEvents } = store.t;
  const [row] = await store.read.select({ n: count() }).from(auditEvents).where(and(eq(auditEvents.event, event), eq(auditEvents.subject, subject)));
  return row?.n ?? 0;
}

/** The right answer of a slot, as a candidate who knows everything gives it. */
function right(house: TestHouse, slot: PaperSlot, seq = 1): Answer {
  const { content } = house.house();
  const known = bankOf(content).get(slot.questionId);
  if (!known) throw new Error("drawn from another bank");
  return { slot: slot.slot, seq, response: keyOf(known.question, figuresOn(standardsOf(content), "anran", testDay)) };
}

async function answerAll(house: TestHouse, attemptId: string, who: CastName, at: string, leaveOut: (slot: PaperSlot) => boolean = () => false) {
  const { paper } = await attemptOf(house, attemptId);
  done(await saveAnswers(house.as(who, at), attemptId, paper.filter((slot) => !leaveOut(slot)).map((slot) => right(house, slot))));
}

story("a theory exam from the plan to the released result", async (house) => {
  // Planned: nobody is admitted, nothing can be begun.
  const { id } = done(await createSitting(house.as("trainer", "08:00"), plan));
  expect(await startAttempt(house.as("technician", "08:05"), id)).toMatchObject({ refusal: "not-admitted" });

  // Admitted: told, but the room is not open.
  expect(done(await admitCandidates(house.as("trainer", "08:10"), id, [house.id("technician"), house.id("colleague")]))).toEqual({ admitted: 2 });
  expect(done(await admitCandidates(house.as("trainer", "08:11"), id, [house.id("technician")]))).toEqual({ admitted: 0 });
  const told = await house.store.read.select().from(house.store.t.notifications);
  expect(told.map((one) => [one.personId, one.kind])).toEqual([[house.id("technician"), "sitting.admitted"], [house.id("colleague"), "sitting.admitted"]]);
  expect(await startAttempt(house.as("technician", "09:00"), id)).toMatchObject({ refusal: "not-open" });

  // Open: from the planned start on.
  done(await openSitting(house.as("trainer", "08:50"), id));
  expect(await withdrawAdmission(house.as("trainer", "08:51"), id, house.id("colleague"))).toMatchObject({ refusal: "wrong-state" });
  expect(await startAttempt(house.as("technician", "08:59"), id)).toMatchObject({ refusal: "too-early" });
  expect(await startAttempt(house.as("technician", "10:30"), id)).toMatchObject({ refusal: "too-late" });
  const attemptId = await begin(house, id);
  const attempt = await attemptOf(house, attemptId);
  expect(attempt).toMatchObject({ state: "open", startedAt: clock("09:00"), deadlineAt: clock("10:00"), sealedAt: null, companyKey: "anran" });
  expect(attempt.paper).toHaveLength(25);
  const kept = await house.store.read.select().from(house.store.t.contentVersions);
  expect(kept.filter((one) => one.kind === "question")).toHaveLength(25);
  expect(kept.filter((one) => one.kind === "scheme")).toHaveLength(1);

  // Answer, the same answer again, another answer, an older one that arrives late.
  const [first, second] = attempt.paper;
  if (!first || !second) throw new Error("a paper has questions");
  const me = (at: string) => house.as("technician", at);
  expect(done(await saveAnswers(me("09:01"), attemptId, [{ slot: 1, seq: 2, response: "z" }]))).toEqual({ state: "open", stored: [{ slot: 1, seq: 2 }], newer: [], remainingMs: 59 * minute });
  expect(done(await saveAnswers(me("09:02"), attemptId, [{ slot: 1, seq: 2, response: "z" }]))).toMatchObject({ stored: [{ slot: 1, seq: 2 }], newer: [] });
  done(await saveAnswers(me("09:03"), attemptId, [right(house, first, 3), right(house, second, 1)]));
  expect(done(await saveAnswers(me("09:04"), attemptId, [{ slot: 1, seq: 1, response: "y" }]))).toMatchObject({ stored: [{ slot: 1, seq: 1 }], newer: [{ slot: 1, seq: 3, agoMs: minute }] });
  expect((await answerRows(house, attemptId)).map(({ slot, seq }) => [slot, seq])).toEqual([[1, 1], [1, 2], [1, 3], [2, 1]]);
  expect(await saveAnswers(me("09:05"), attemptId, [{ slot: 26, seq: 1, response: "a" }])).toMatchObject({ refusal: "unknown-slot" });

  // Everything but one ordinary question answered, one answer taken back.
  const ordinary = attempt.paper.filter((slot) => !slot.critical && slot.slot > 2);
  const [missed, undone] = ordinary;
  if (!missed || !undone) throw new Error("most questions are ordinary");
  done(await saveAnswers(me("09:30"), attemptId, attempt.paper.filter((slot) => slot.slot > 2 && slot !== missed).map((slot) => right(house, slot))));
  done(await saveAnswers(me("09:31"), attemptId, [{ slot: undone.slot, seq: 2, response: null }]));
  const check = await findCheck(me("09:32"), attemptId);
  expect(check).toMatchObject({ state: "open", remainingMs: 28 * minute });
  if (check?.state !== "open") throw new Error("still open");
  expect(check.slots.filter((one) => !one.answered).map((one) => one.slot)).toEqual([missed.slot, undone.slot].sort((a, b) => a - b));
  const watching = await findSitting(house.as("trainer", "09:33"), id, "");
  expect(watching?.roster.find((one) => one.personId === house.id("technician"))).toMatchObject({ state: "open", answered: 23, leftMs: 27 * minute, grade: null });
  expect(watching?.roster.find((one) => one.personId === house.id("colleague"))).toMatchObject({ attemptId: null, state: null });

  // Handed in: one seal, one grade, a receipt; the result is the trainer's to see, not yet the candidate's.
  done(await handIn(me("09:40"), attemptId));
  const sealed = await attemptOf(house, attemptId);
  expect(sealed).toMatchObject({ state: "graded", sealedAt: clock("09:40"), sealCause: "hand-in" });
  const receipt = await findReceipt(me("09:41"), attemptId);
  expect(receipt).toMatchObject({ state: "sealed", answered: 23, total: 25, short: sealed.receipt, sealedAt: clock("09:40"), cause: "hand-in", late: 0, released: false });
  expect(await gradesOf(house, attemptId)).toMatchObject([{ version: 1, points: 92, total: 100, percent: 92, criticalMissed: 0, passed: true }]);
  expect(await findResult(me("09:42"), attemptId)).toEqual({ state: "waiting" });
  expect(await findResult(house.as("trainer", "09:42"), attemptId)).toMatchObject({ state: "graded", released: false, percent: 92 });
  expect(await findResult(house.as("colleague", "09:42"), attemptId)).toBeNull();
  expect(await listTheoryOutcomes(house.store.read, house.house(), { personIds: [house.id("technician")] })).toEqual([]);

  // Closed and released: everybody is told, and licences may rest on it.
  expect(await releaseResults(house.as("trainer", "09:50"), id)).toMatchObject({ refusal: "wrong-state" });
  expect(done(await closeSitting(house.as("trainer", "10:30"), id))).toEqual({ sealed: 0 });
  expect(await startAttempt(house.as("colleague", "10:00"), id)).toMatchObject({ refusal: "not-open" });
  expect(done(await releaseResults(house.as("trainer", "11:00"), id))).toEqual({ results: 1 });
  expect(await releaseResults(house.as("trainer", "11:01"), id)).toMatchObject({ refusal: "wrong-state" });
  const result = await findResult(me("11:05"), attemptId);
  if (result?.state !== "graded") throw new Error("released");
  expect(result).toMatchObject({ released: true, percent: 92, passed: true, criticalMissed: 0 });
  expect(result.modules.reduce((sum, one) => sum + one.points, 0)).toBe(92);
  expect(result.modules.flatMap((one) => one.again).length).toBeGreaterThan(0);
  expect(await listTheoryOutcomes(house.store.read, house.house(), { personIds: [house.id("technician")] })).toMatchObject([{ attemptId, percent: 92, passed: true, sealedAt: clock("09:40") }]);
  const released = (await house.store.read.select().from(house.store.t.notifications)).filter((one) => one.kind === "result.released");
  expect(released.map((one) => one.personId ?? one.unitId).sort()).toEqual(["east", house.id("technician")].sort());
  const mine = await listMyExams(me("11:10"));
  expect(mine).toMatchObject([{ step: "done", receipt: sealed.receipt, result: { percent: 92, passed: true } }]);
  for (const [event, subject] of [["sitting.created", id], ["sitting.opened", id], ["sitting.closed", id], ["sitting.released", id], ["attempt.started", attemptId], ["attempt.submitted", attemptId], ["attempt.graded", attemptId]] as const)
    expect([event, await auditOf(house, event, subject)]).toEqual([event, 1]);
});

story("who starts twice at once gets one paper", async (house) => {
  const sittingId = await openRoom(house);
  const starts = await Promise.all(Array.from({ length: 5 }, () => startAttempt(house.as("technician", "09:00"), sittingId)));
  expect(new Set(starts.map((one) => done(one).attemptId)).size).toBe(1);
  expect(await house.store.read.select().from(house.store.t.attempts)).toHaveLength(1);
  expect(done(await startAttempt(house.as("technician", "09:20"), sittingId)).attemptId).toBe(done(starts[0] ?? starts[1] ?? { ok: false, refusal: "none" }).attemptId);
});

story("an answer at or after the deadline is kept as late, never scored, and the paper ended at its deadline", async (house) => {
  const sittingId = await openRoom(house);
  const attemptId = await begin(house, sittingId);
  await answerAll(house, attemptId, "technician", "09:59", (slot) => slot.slot === 5);
  const { paper } = await attemptOf(house, attemptId);
  const five = paper[4];
  if (!five) throw new Error("twenty-five questions");
  const late = right(house, five);
  expect(done(await saveAnswers(house.as("technician", "10:00"), attemptId, [late]))).toEqual({ state: "closed", stored: [] });
  // Nobody has sealed it yet; it takes nothing all the same.
  expect((await attemptOf(house, attemptId)).state).toBe("open");
  done(await handIn(house.as("technician", "10:03"), attemptId));
  expect(await attemptOf(house, attemptId)).toMatchObject({ state: "graded", sealedAt: clock("10:00"), sealCause: "time-out" });
  expect(await gradesOf(house, attemptId)).toMatchObject([{ percent: 96 }]);
  // A replay whose acknowledgement was lost is still acknowledged; new ones are late.
  const replay = [right(house, paper[0] ?? five), { slot: 5, seq: 2, response: null }];
  expect(done(await saveAnswers(house.as("technician", "10:04"), attemptId, replay))).toEqual({ state: "closed", stored: [{ slot: 1, seq: 1 }] });
  expect((await lateRows(house, attemptId)).map(({ slot, seq }) => [slot, seq]).sort()).toEqual([[5, 1], [5, 2]]);
  expect(await answerRows(house, attemptId)).toHaveLength(24);
  expect((await findReceipt(house.as("technician", "10:05"), attemptId))).toMatchObject({ answered: 24, late: 2 });
});

story("a replay adds nothing, and of two devices the acknowledged answer stands", async (house) => {
  const attemptId = await begin(house, await openRoom(house));
  const batch: Answer[] = [{ slot: 1, seq: 1, response: "a" }, { slot: 2, seq: 1, response: "b" }];
  const replies = await Promise.all(Array.from({ length: 6 }, () => saveAnswers(house.as("technician", "09:05"), attemptId, batch)));
  for (const reply of replies) expect(done(reply)).toMatchObject({ stored: [{ slot: 1, seq: 1 }, { slot: 2, seq: 1 }], newer: [] });
  expect(await answerRows(house, attemptId)).toHaveLength(2);
  // A second device, behind by one answer, uses a sequence that is taken: it is told what stands, and not that its own is stored.
  const other = done(await saveAnswers(house.as("technician", "09:08"), attemptId, [{ slot: 1, seq: 1, response: "c" }, { slot: 3, seq: 1, response: true }]));
  expect(other).toMatchObject({ stored: [{ slot: 3, seq: 1 }], newer: [{ slot: 1, seq: 1, response: "a", agoMs: 3 * minute }] });
  // Without JavaScript the server counts: two tabs at once make two events, the same answer again none.
  await Promise.all([saveNext(house.as("technician", "09:09"), attemptId, 4, "a"), saveNext(house.as("technician", "09:09"), attemptId, 4, "b")]);
  const rows = (await answerRows(house, attemptId)).filter((one) => one.slot === 4);
  expect(rows.map((one) => one.seq)).toEqual([1, 2]);
  const last = rows[1]?.response;
  done(await saveNext(house.as("technician", "09:10"), attemptId, 4, last === "a" ? "a" : "b"));
  done(await saveNext(house.as("technician", "09:10"), attemptId, 6, null));
  expect(await answerRows(house, attemptId)).toHaveLength(5);
});

story("an answer, a start and a seal that meet at the same moment never lose anything", async (house) => {
  const sittingId = await openRoom(house, ["technician", "colleague"]);
  const attemptId = await begin(house, sittingId);
  const sent = Array.from({ length: 20 }, (_, index): Answer => ({ slot: index + 1, seq: 1, response: "a" }));
  const [closing, starting, ...saved] = await Promise.all([
    closeSitting(house.as("trainer", "09:30"), sittingId),
    startAttempt(house.as("colleague", "09:30"), sittingId),
    ...sent.map((answer) => saveAnswers(house.as("technician", "09:30"), attemptId, [answer])),
  ]);
  done(closing);
  const acknowledged = saved.flatMap((one) => done(one).stored);
  const kept = (await answerRows(house, attemptId)).map(({ slot, seq }) => ({ slot, seq }));
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  expect(kept).toHaveLength(acknowledged.length);
  expect(kept.length + (await lateRows(house, attemptId)).length).toBe(20);
  const sealed = await attemptOf(house, attemptId);
  expect(sealed).toMatchObject({ state: "graded", manifest: { last: kept.map(({ slot, seq }) => [slot, seq]) } });
  // Either the colleague was in time, then the close has sealed that paper too, or there is none.
  const papers = await house.store.read.select({ state: house.store.t.attempts.state }).from(house.store.t.attempts);
  expect(papers.map((one) => one.state)).toEqual(starting.ok ? ["graded", "graded"] : ["graded"]);
});

story("somebody else's attempt does not exist", async (house) => {
  const sittingId = await openRoom(house, ["technician", "colleague"]);
  const attemptId = await begin(house, sittingId);
  for (const who of ["colleague", "outsider", "trainer", "manager"] as const) {
    expect(await saveAnswers(house.as(who, "09:05"), attemptId, [{ slot: 1, seq: 1, response: "a" }])).toMatchObject({ refusal: "no-such-attempt" });
    expect(await handIn(house.as(who, "09:05"), attemptId)).toMatchObject({ refusal: "no-such-attempt" });
    for (const find of [findExam, findCheck, findReceipt]) expect(await find(house.as(who, "09:05"), attemptId)).toBeNull();
  }
  expect(await answerRows(house, attemptId)).toEqual([]);
  // A sitting is its trainer's, over their units, and nobody else's.
  for (const who of ["technician", "outsideManager", "manager", "admin"] as const) {
    for (const command of [openSitting, closeSitting, releaseResults]) expect(await command(house.as(who, "09:06"), sittingId)).toMatchObject({ refusal: "no-such-sitting" });
    expect(await admitCandidates(house.as(who, "09:06"), sittingId, [house.id("newcomer")])).toMatchObject({ refusal: "no-such-sitting" });
    expect(await findSitting(house.as(who, "09:06"), sittingId, "")).toBeNull();
    expect(await listSittings(house.as(who, "09:06"))).toEqual([]);
    expect(await createSitting(house.as(who, "08:00"), plan)).toMatchObject({ refusal: "not-allowed" });
  }
  expect(await createSitting(house.as("trainer", "08:00"), { ...plan, unitId: "harbour" })).toMatchObject({ refusal: "not-allowed" });
});

story("only people of the unit in a post of the scheme are admitted, all or none, and may be withdrawn while it is planned", async (house) => {
  const { id } = done(await createSitting(house.as("trainer", "08:00"), plan));
  const admit = (...who: CastName[]) => admitCandidates(house.as("trainer", "08:10"), id, who.map(house.id));
  for (const who of ["outsider", "hr", "outsideManager"] as const) expect(await admit("technician", who)).toMatchObject({ refusal: "not-eligible" });
  expect(await admitCandidates(house.as("trainer", "08:10"), id, ["nobody"])).toMatchObject({ refusal: "not-eligible" });
  const page = await findSitting(house.as("trainer", "08:10"), id, "");
  expect(page?.roster).toEqual([]);
  expect(page?.admissible.map((one) => one.staffNo)).toEqual(["10001", "10002", "10003", "10005", "10006"]);
  expect(page?.admissible.every((one) => one.modulesLeft > 0)).toBe(true);
  expect((await findSitting(house.as("trainer", "08:10"), id, "黄"))?.admissible.map((one) => one.name)).toEqual(["黄志强"]);
  done(await admit("technician", "colleague"));
  done(await withdrawAdmission(house.as("trainer", "08:11"), id, house.id("colleague")));
  expect(await withdrawAdmission(house.as("trainer", "08:11"), id, house.id("colleague"))).toMatchObject({ refusal: "not-admitted" });
  expect((await findSitting(house.as("trainer", "08:12"), id, ""))?.roster.map((one) => one.name)).toEqual(["陈晓梅"]);
  expect(await auditOf(house, "candidate.withdrawn", id)).toBe(1);
});

story("a sitting leaves time for a whole paper and lies ahead", async (house) => {
  const at = house.as("trainer", "08:00");
  expect(await createSitting(at, { ...plan, endsAt: clock("09:59") })).toMatchObject({ refusal: "too-short" });
  expect(await createSitting(house.as("trainer", "10:30"), plan)).toMatchObject({ refusal: "in-the-past" });
  expect(await createSitting(at, { ...plan, schemeId: "nothing" })).toMatchObject({ refusal: "no-such-scheme" });
  const { id } = done(await createSitting(at, plan));
  expect(await openSitting(house.as("trainer", "10:30"), id)).toMatchObject({ refusal: "sitting-over" });
  expect(await closeSitting(house.as("trainer", "09:00"), id)).toMatchObject({ refusal: "wrong-state" });
  const opened = await Promise.all([openSitting(house.as("trainer", "09:00"), id), openSitting(house.as("trainer", "09:00"), id)]);
  expect(opened.filter((one) => one.ok)).toHaveLength(1);
});

story("handing in five times is one seal and one grade", async (house) => {
  const attemptId = await begin(house, await openRoom(house));
  await answerAll(house, attemptId, "technician", "09:20");
  const together = await Promise.all(Array.from({ length: 4 }, () => handIn(house.as("technician", "09:30"), attemptId)));
  for (const one of together) done(one);
  done(await handIn(house.as("technician", "09:45"), attemptId));
  expect(await attemptOf(house, attemptId)).toMatchObject({ state: "graded", sealedAt: clock("09:30"), sealCause: "hand-in" });
  expect(await gradesOf(house, attemptId)).toMatchObject([{ version: 1, percent: 100, passed: true }]);
  expect(await auditOf(house, "attempt.submitted", attemptId)).toBe(1);
  expect(await auditOf(house, "attempt.graded", attemptId)).toBe(1);
});

story("the invigilator's close seals every open paper, those past their deadline as timed out", async (house) => {
  const sittingId = await openRoom(house, ["technician", "colleague", "newcomer", "assessor"]);
  const early = await begin(house, sittingId, "technician", "09:00");
  const handed = await begin(house, sittingId, "colleague", "09:10");
  const late = await begin(house, sittingId, "newcomer", "09:20");
  done(await handIn(house.as("colleague", "09:40"), handed));
  expect(done(await closeSitting(house.as("trainer", "10:05"), sittingId))).toEqual({ sealed: 2 });
  expect(await attemptOf(house, early)).toMatchObject({ state: "graded", sealedAt: clock("10:00"), sealCause: "time-out" });
  expect(await attemptOf(house, handed)).toMatchObject({ sealedAt: clock("09:40"), sealCause: "hand-in" });
  expect(await attemptOf(house, late)).toMatchObject({ state: "graded", sealedAt: clock("10:05"), sealCause: "invigilator" });
  for (const id of [early, handed, late]) expect(await gradesOf(house, id)).toHaveLength(1);
  expect(done(await saveAnswers(house.as("newcomer", "10:06"), late, [{ slot: 1, seq: 1, response: "a" }]))).toEqual({ state: "closed", stored: [] });
  expect(await startAttempt(house.as("assessor", "10:07"), sittingId)).toMatchObject({ refusal: "not-open" });
  expect((await findSitting(house.as("trainer", "10:10"), sittingId, ""))?.roster.map((one) => [one.name, one.sealCause])).toEqual([["林小雨", "invigilator"], ["陈晓梅", "time-out"], ["黄志强", "hand-in"], ["林国栋", null]]);
});

story("papers whose time ran out while no server was there ended at their deadline", async (house) => {
  const sittingId = await openRoom(house, ["technician", "colleague"]);
  const own = await begin(house, sittingId, "technician", "09:00");
  const cut = await begin(house, sittingId, "colleague", "09:50");
  await answerAll(house, own, "technician", "09:30");
  // Down from 09:55 until the next day.
  const morning = house.house("2026-11-23 08:00");
  expect(await Promise.all([sealOverdue(morning), sealOverdue(morning)]).then(([a, b]) => a + b)).toBe(2);
  expect(await attemptOf(house, own)).toMatchObject({ state: "graded", sealedAt: clock("10:00"), sealCause: "time-out" });
  expect(await attemptOf(house, cut)).toMatchObject({ state: "graded", sealedAt: clock("10:30"), sealCause: "room-end" });
  expect(await gradesOf(house, own)).toMatchObject([{ percent: 100, gradedAt: momentOf("2026-11-23 08:00") }]);
  expect(await sealOverdue(morning)).toBe(0);
  const [event] = await house.store.read.select().from(house.store.t.auditEvents).where(eq(house.store.t.auditEvents.event, "attempt.submitted"));
  expect(event?.actorId).toBeNull();
});

story("one critical question missed fails the paper whatever the score", async (house) => {
  const attemptId = await begin(house, await openRoom(house));
  const { paper } = await attemptOf(house, attemptId);
  const critical = paper.find((slot) => slot.critical);
  await answerAll(house, attemptId, "technician", "09:20", (slot) => slot === paper.find((one) => one.slot === critical?.slot) || slot.slot === critical?.slot);
  done(await handIn(house.as("technician", "09:30"), attemptId));
  expect(await gradesOf(house, attemptId)).toMatchObject([{ percent: 96, criticalMissed: 1, passed: false }]);
});

story("a paper that cannot be graded is closed all the same, keeps nobody waiting, and is graded once it can be", async (house) => {
  const { store } = house;
  const sitting = await openRoom(house, ["technician", "colleague"]);
  const stuck = await begin(house, sitting, "technician");
  const fine = await begin(house, sitting, "colleague");
  done(await saveAnswers(house.as("technician", "09:05"), stuck, [{ slot: 1, seq: 1, response: null }]));
  const kept = await attemptOf(house, stuck);
  const breakIt = async (schemeHash: string) => store.write(async (tx) => void (await tx.update(store.t.attempts).set({ schemeHash }).where(eq(store.t.attempts.id, stuck))));
  await breakIt("a version nobody has");

  done(await closeSitting(house.as("trainer", "09:30"), sitting));
  expect(await attemptOf(house, fine)).toMatchObject({ state: "graded" });
  expect(await attemptOf(house, stuck)).toMatchObject({ state: "submitted", sealCause: "invigilator" });
  expect(await auditOf(house, "attempt.grading-failed", stuck)).toBe(1);
  expect(await findSitting(house.as("trainer", "09:31"), sitting, "")).not.toBeNull();
  expect(await findReceipt(house.as("technician", "09:31"), stuck)).not.toBeNull();
  expect(await releaseResults(house.as("trainer", "09:32"), sitting)).toEqual({ ok: false, refusal: "ungraded" });

  expect(await gradeWaiting(house.house("09:40"))).toBe(1);
  await breakIt(kept.schemeHash);
  expect(await gradeWaiting(house.house("09:41"))).toBe(0);
  expect(await attemptOf(house, stuck)).toMatchObject({ state: "graded" });
  expect(await gradesOf(house, stuck)).toHaveLength(1);
  done(await releaseResults(house.as("trainer", "09:42"), sitting));
});
