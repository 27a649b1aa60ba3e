import { once } from "node:events";
import { createServer } from "node:http";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import express from "express";
import { expect } from "vitest";
import { admitCandidates, closeSitting, createSitting, openSitting, releaseResults } from "#app/features/exams/commands.server.ts";
import { Paper } from "#app/features/exams/paper.ts";
import { saveAnswersHandler } from "#app/features/exams/save-handler.server.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { askedIn } from "#app/features/questions/question.ts";
import { instantOf, minute } from "#app/lib/clock.ts";
import { readConfig } from "#app/lib/env.server.ts";
import { openLog } from "#app/lib/log.server.ts";
import type { Result } from "#app/lib/result.ts";
import * as attemptRoute from "#app/routes/attempt.tsx";
import * as checkRoute from "#app/routes/attempt.check.tsx";
import * as receiptRoute from "#app/routes/attempt.receipt.tsx";
import * as examsRoute from "#app/routes/exams.tsx";
import * as resultRoute from "#app/routes/result.tsx";
import * as sittingRoute from "#app/routes/sitting.tsx";
import * as newSittingRoute from "#app/routes/sittings.new.tsx";
import * as sittingsRoute from "#app/routes/sittings.tsx";
import { momentOf, story, testDay, type CastName, type TestHouse } from "#tests/support/house.ts";

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

type Visit = { id?: string; search?: string; form?: Record<string, string>; at?: string };
type Answer = { status: number; location: string | null; text: string };

/** A request of a member of the cast, as a loader or an action gets it. */
function visitOf(house: TestHouse, who: CastName, { id, search = "", form, at = "09:10" }: Visit): LoaderFunctionArgs {
  const { store, content, now, newId } = house.house(at);
  const request = new Request(`http://localhost/${search}`, form ? { method: "POST", body: new URLSearchParams(form) } : {});
  const { actor } = house.as(who, at);
  return {
    request,
    params: id === undefined ? {} : { id },
    context: {
      store, content, config: readConfig({}, "demo"), log: openLog("silent"), clock: () => now, newId, nonce: "", origin: { address: "10.0.0.1", device: "test" },
      session: () => Promise.resolve({ sessionId: "s", staffNo: "1", mustChange: false, actor }),
    },
  };
}

/** What a loader or an action answers, whether it returns or throws it. */
async function ask(route: (args: LoaderFunctionArgs) => Promise<unknown>, args: LoaderFunctionArgs): Promise<Answer> {
  try {
    const value: unknown = await route(args);
    const status = typeof value === "object" && value !== null && "init" in value && typeof value.init === "object" && value.init !== null && "status" in value.init ? Number(value.init.status) : 200;
    return { status, location: null, text: JSON.stringify(value) };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location"), text: await thrown.text() };
  }
}

async function openRoom(house: TestHouse): Promise<string> {
  const clock = (time: string) => instantOf(testDay, time);
  const { id } = done(await createSitting(house.as("trainer", "08:00"), { schemeId: "repair", unitId: "rongan", title: "第 1 场", room: "第 2 考场", startsAt: clock("09:00"), endsAt: clock("10:30") }));
  done(await admitCandidates(house.as("trainer", "08:10"), id, [house.id("technician"), house.id("colleague")]));
  done(await openSitting(house.as("trainer", "08:50"), id));
  return id;
}

async function begin(house: TestHouse, sittingId: string): Promise<string> {
  const started = await ask(examsRoute.action, visitOf(house, "technician", { form: { sittingId }, at: "09:00" }));
  return started.location?.split("/").at(-1) ?? "";
}

/** Everything of the drawn questions that tells the answer, and everything of the bank's exam questions that tells the question. */
async function secretsOf(house: TestHouse, attemptId: string) {
  const [row] = await house.store.read.select().from(house.store.t.attempts).where(eq(house.store.t.attempts.id, attemptId));
  const bank = [...bankOf(house.house().content).values()];
  const sat = Paper.parse(row?.paper).map((slot) => bank.find((one) => one.question.id === slot.questionId));
  return {
    keys: ['"correct"', '"explanation"', '"clauses"', '"critical"', '"answer"', '"value"', '"use"', '"accepted"', '"pairs"', ...sat.flatMap((one) => (one ? [one.question.explanation, ...askedIn(one.question).map((asked) => asked.explanation), ...one.question.clauses] : []))],
    stems: bank.filter((one) => one.question.use === "exam").map((one) => one.question.stem),
  };
}

const contains = (text: string, secrets: readonly string[]) => secrets.filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)));

story("no screen shows a question before the start, nor a key before the release", async (house) => {
  const sittingId = await openRoom(house);
  const me = (more: Visit = {}) => visitOf(house, "technician", more);
  const before = [
    await ask(examsRoute.loader, me({ at: "08:55" })),
    await ask(examsRoute.loader, me()),
    await ask(sittingRoute.loader, visitOf(house, "trainer", { id: sittingId })),
    await ask(sittingsRoute.loader, visitOf(house, "trainer", {})),
  ];
  const attemptId = await begin(house, sittingId);
  const { keys, stems } = await secretsOf(house, attemptId);
  for (const answer of before) expect(contains(answer.text, stems)).toEqual([]);

  const exam = await ask(attemptRoute.loader, me({ id: attemptId, search: "?q=3" }));
  expect(contains(exam.text, stems)).toHaveLength(25);
  expect(exam.text).toContain('"at":3');
  await ask(attemptRoute.action, me({ id: attemptId, form: { slot: "1", answer: "a", go: "2" } }));
  const check = await ask(checkRoute.loader, me({ id: attemptId }));
  const running = await ask(examsRoute.loader, me());
  const watched = await ask(sittingRoute.loader, visitOf(house, "trainer", { id: sittingId }));
  const handedIn = await ask(checkRoute.action, me({ id: attemptId, form: { intent: "hand-in" }, at: "09:30" }));
  expect(handedIn.location).toBe(`/attempts/${attemptId}/receipt`);
  const receipt = await ask(receiptRoute.loader, me({ id: attemptId, at: "09:31" }));
  const past = await ask(examsRoute.loader, me({ at: "09:31" }));
  for (const answer of [exam, check, running, watched, receipt, past]) {
    expect(answer.status).toBe(200);
    expect(contains(answer.text, keys)).toEqual([]);
  }
  for (const answer of [check, running, watched, receipt, past]) expect(contains(answer.text, stems)).toEqual([]);
  // Sealed: neither the paper nor the result is shown any more, or yet.
  for (const [route, to] of [[attemptRoute, "receipt"], [checkRoute, "receipt"], [resultRoute, "receipt"]] as const)
    expect(await ask(route.loader, me({ id: attemptId, at: "09:32" }))).toMatchObject({ status: 302, location: `/attempts/${attemptId}/${to}` });
  expect(past.text).toContain('"result":null');

  done(await closeSitting(house.as("trainer", "10:00"), sittingId));
  done(await releaseResults(house.as("trainer", "10:30"), sittingId));
  const result = await ask(resultRoute.loader, me({ id: attemptId, at: "10:31" }));
  expect(result.status).toBe(200);
  expect(contains(result.text, [...stems, '"correct"', '"explanation"', '"response"'])).toEqual([]);
  expect(result.text).toContain('"again":[{');
});

story("the paper, its check, its receipt and its result are their candidate's alone", async (house) => {
  const sittingId = await openRoom(house);
  const attemptId = await begin(house, sittingId);
  for (const who of ["colleague", "outsider", "manager", "admin", "auditor"] as const) {
    for (const { loader } of [attemptRoute, checkRoute, receiptRoute, resultRoute]) expect((await ask(loader, visitOf(house, who, { id: attemptId }))).status).toBe(404);
    expect((await ask(attemptRoute.action, visitOf(house, who, { id: attemptId, form: { slot: "1", answer: "a", go: "2" } }))).status).toBe(404);
    expect((await ask(checkRoute.action, visitOf(house, who, { id: attemptId, form: {} }))).status).toBe(404);
  }
  expect((await ask(examsRoute.action, visitOf(house, "outsider", { form: { sittingId } }))).status).toBe(404);
  // A sitting: 403 without the role, 404 outside one's units.
  expect((await ask(sittingRoute.loader, visitOf(house, "technician", { id: sittingId }))).status).toBe(403);
  expect((await ask(sittingRoute.loader, visitOf(house, "trainer", { id: "nothing" }))).status).toBe(404);
  expect((await ask(sittingRoute.action, visitOf(house, "trainer", { id: sittingId, form: { intent: "nothing" } }))).status).toBe(404);
});

story("without JavaScript every button saves the question and moves", async (house) => {
  const attemptId = await begin(house, await openRoom(house));
  const [row] = await house.store.read.select().from(house.store.t.attempts).where(eq(house.store.t.attempts.id, attemptId));
  const paper = Paper.parse(row?.paper);
  const typeOf = (id: string) => bankOf(house.house().content).get(id)?.question.type;
  const single = paper.find((slot) => typeOf(slot.questionId) === "single");
  if (!single) throw new Error("a paper has single choices");
  const post = (form: Record<string, string>, at = "09:10") => ask(attemptRoute.action, visitOf(house, "technician", { id: attemptId, form, at }));
  const slot = String(single.slot);
  expect((await post({ slot, answer: "b", go: "7" })).location).toBe(`/attempts/${attemptId}?q=7`);
  expect((await post({ slot, answer: "c", go: "check" })).location).toBe(`/attempts/${attemptId}/check`);
  expect((await post({ slot, answer: "c", go: "99" })).location).toBe(`/attempts/${attemptId}?q=1`);
  expect((await post({ slot: "26", answer: "c", go: "1" })).status).toBe(404);
  const rows = await house.store.read.select().from(house.store.t.answers);
  expect(rows.map(({ seq, response }) => [seq, response])).toEqual([[1, "b"], [2, "c"]]);
  expect((await post({ slot, answer: "a", go: "2" }, "10:00")).location).toBe(`/attempts/${attemptId}/receipt`);
  expect(await house.store.read.select().from(house.store.t.answers)).toHaveLength(2);
  // What came at the deadline is kept as late, before anybody has sealed the paper and after.
  expect((await post({ slot, answer: "b", go: "2" }, "10:01")).location).toBe(`/attempts/${attemptId}/receipt`);
  expect((await ask(receiptRoute.loader, visitOf(house, "technician", { id: attemptId, at: "10:02" }))).text).toContain('"late":1');
  expect(await house.store.read.select().from(house.store.t.lateAnswers)).toMatchObject([{ seq: 3, response: "a" }]);
});

story("a form with an option nobody offered is no answer, and the room can still be closed", async (house) => {
  const sittingId = await openRoom(house);
  const attemptId = await begin(house, sittingId);
  const post = (form: Record<string, string>) => ask(attemptRoute.action, visitOf(house, "technician", { id: attemptId, form }));
  for (let slot = 1; slot <= 25; slot += 1) {
    const sent = await post({ slot: String(slot), answer: "a".repeat(1000), "answer.a": "1e999", go: "check" });
    expect([302, 422]).toContain(sent.status);
  }
  for (const slot of ["0", "-1", "1.5", "NaN", "1e400", "26", ""]) expect((await post({ slot, answer: "a", go: "2" })).status, slot).toBe(404);
  // Words may be anything; of what is to be chosen or counted nothing was taken.
  const [row] = await house.store.read.select().from(house.store.t.attempts).where(eq(house.store.t.attempts.id, attemptId));
  const words = Paper.parse(row?.paper).filter(({ questionId }) => {
    const question = bankOf(house.house().content).get(questionId)?.question;
    return question && askedIn(question).some((asked) => asked.type === "short");
  });
  const taken = await house.store.read.select().from(house.store.t.answers);
  expect(taken.filter((answer) => !words.some(({ slot }) => slot === answer.slot))).toEqual([]);
  expect((await ask(attemptRoute.loader, visitOf(house, "technician", { id: attemptId }))).status).toBe(200);
  expect((await ask(sittingRoute.loader, visitOf(house, "trainer", { id: sittingId }))).status).toBe(200);
  expect(done(await closeSitting(house.as("trainer", "10:00"), sittingId))).toEqual({ sealed: 1 });
});

story("an answer that cannot be read comes back with what was typed", async (house) => {
  const { store } = house;
  const bank = bankOf(house.house().content);
  const sittingId = await openRoom(house);
  const attemptId = await begin(house, sittingId);
  const [row] = await store.read.select().from(store.t.attempts).where(eq(store.t.attempts.id, attemptId));
  const slots = Paper.parse(row?.paper);
  const numeric = [...bank.values()].find((one) => one.question.type === "numeric" && one.question.use === "exam");
  const first = slots[0];
  if (!numeric || !first) throw new Error("the bank has numbers to fill in");
  // Papers are drawn by chance: the first question becomes one to be answered with a number.
  const paper = slots.map((slot) => (slot === first ? { ...slot, questionId: numeric.question.id, hash: numeric.hash, order: [] } : slot));
  await store.write((tx) => tx.update(store.t.attempts).set({ paper }).where(eq(store.t.attempts.id, attemptId)));
  const post = (answer: string) => ask(attemptRoute.action, visitOf(house, "technician", { id: attemptId, form: { slot: "1", answer, go: "2" } }));
  const refused = await post("二十");
  expect([refused.status, refused.text.includes("请只填数字"), refused.text.includes('"answer":"二十"')]).toEqual([422, true, true]);
  expect((await post("２０")).status).toBe(302);
  expect(await store.read.select().from(store.t.answers)).toMatchObject([{ slot: 1, response: 20 }]);
});

story("a trainer plans, fills, opens, closes and releases a sitting from its page", async (house) => {
  const plan = { schemeId: "repair", unitId: "east", title: "第 3 场", room: "201", startsAt: "2026-11-22T09:00", endsAt: "2026-11-22T10:00" };
  const at = "08:00";
  for (const [wrong, field] of [[{ ...plan, title: " " }, "title"], [{ ...plan, endsAt: "2026-11-22T09:59" }, "endsAt"], [{ ...plan, unitId: "harbour" }, "unitId"], [{ ...plan, startsAt: "2026-02-30T09:00" }, "startsAt"]] as const) {
    const answer = await ask(newSittingRoute.action, visitOf(house, "trainer", { form: wrong, at }));
    expect([answer.status, answer.text.includes(`"${field}":`)]).toEqual([422, true]);
  }
  const id = (await ask(newSittingRoute.action, visitOf(house, "trainer", { form: plan, at }))).location?.split("/").at(-1) ?? "";
  const post = (form: Record<string, string>, when = at) => ask(sittingRoute.action, visitOf(house, "trainer", { id, form, at: when }));
  expect((await post({ intent: "admit" })).text).toContain("请先勾选");
  expect((await post({ intent: "admit", personIds: house.id("technician") })).location).toBe(`/sittings/${id}`);
  expect((await post({ intent: "admit", personIds: house.id("hr") })).status).toBe(409);
  expect((await post({ intent: "withdraw", personId: house.id("technician") })).location).toBe(`/sittings/${id}`);
  expect((await post({ intent: "admit", personIds: house.id("technician") })).status).toBe(302);
  expect((await post({ intent: "release" })).status).toBe(409);
  for (const [intent, when] of [["open", "08:55"], ["close", "09:50"], ["release", "10:05"]] as const) expect((await post({ intent }, when)).status).toBe(302);
  expect((await ask(sittingsRoute.loader, visitOf(house, "trainer", {}))).text).toContain('"state":"released"');
});

story("the save interface answers in numbers and words a page can act on", async (house) => {
  const sittingId = await openRoom(house);
  const attemptId = await begin(house, sittingId);
  let now = momentOf("09:20");
  const app = express();
  app.post("/api/attempts/:id/answers", express.json({ limit: "64kb" }), saveAnswersHandler({
    store: house.store,
    clock: () => now,
    sessionOf(request) {
      const who = request.get("x-who");
      return Promise.resolve(who === "technician" || who === "colleague" ? { sessionId: "s", staffNo: "1", mustChange: false, actor: house.as(who).actor } : null);
    },
  }));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const send = async (body: unknown, who = "technician", id = attemptId) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/attempts/${id}/answers`, { method: "POST", headers: { "content-type": "application/json", "x-who": who }, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return { status: response.status, cache: response.headers.get("cache-control"), body: answer };
  };
  try {
    const answers = [{ slot: 1, seq: 1, response: "a" }];
    expect(await send({ answers })).toEqual({ status: 200, cache: "no-store", body: { state: "open", stored: [{ slot: 1, seq: 1 }], newer: [], remainingMs: 40 * minute } });
    expect(await send({ answers: [] })).toMatchObject({ status: 200, body: { state: "open", stored: [], remainingMs: 40 * minute } });
    expect(await send({ answers }, "nobody")).toMatchObject({ status: 401, body: { reason: "signed-out" } });
    expect(await send({ answers }, "colleague")).toMatchObject({ status: 404, body: { reason: "no-such-attempt" } });
    expect(await send({ answers }, "technician", "nothing")).toMatchObject({ status: 404 });
    expect(await send({ answers: [{ slot: 26, seq: 1, response: "a" }] })).toMatchObject({ status: 400, body: { reason: "unknown-slot" } });
    for (const wrong of [{}, { answers: "a" }, { answers: [{ slot: 0, seq: 1, response: "a" }] }, { answers: [{ slot: 1, seq: 1 }] }, { answers: [{ slot: 1, seq: 1, response: { z: 1 } }] }, { answers: [{ slot: 1, seq: 1, response: { a: { a: 1 } } }] }, { answers: [{ slot: 1, seq: 1, response: "x".repeat(61) }] }, { answers: [{ slot: 1, seq: 1, response: ["x".repeat(17)] }] }, { answers: [{ slot: 1, seq: 1, response: "a\0b" }] }, { answers: [{ slot: 1, seq: 1, response: "\ud83d" }] }, { answers: Array.from({ length: 61 }, (_, seq) => ({ slot: 1, seq: seq + 1, response: "a" })) }])
      expect(await send(wrong)).toMatchObject({ status: 400, body: { reason: "malformed" } });
    now = momentOf("10:00");
    expect(await send({ answers: [...answers, { slot: 1, seq: 2, response: "b" }] })).toMatchObject({ status: 409, body: { state: "closed", stored: [{ slot: 1, seq: 1 }] } });
    expect(await house.store.read.select().from(house.store.t.answers)).toHaveLength(1);
    expect(await house.store.read.select().from(house.store.t.lateAnswers)).toMatchObject([{ slot: 1, seq: 2, response: "b" }]);
  } finally {
    server.close();
  }
});
