import fc from "fast-check";
import { expect, test } from "vitest";
import { openAnswerServer, openMemoryShelf, openPage, settleDown } from "#tests/support/answer-page.ts";
import { finalAnswers, type Answer } from "../answers.ts";
import type { Reply } from "./answer-queue.ts";
import { replyOf } from "./answer-transport.ts";

const offline = () => Promise.resolve<Reply>({ kind: "unreachable" });

test("an answer is on the device at once and on the server within two seconds", async () => {
  const time = { now: 1_000 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  page.queue.answer(1, "a");
  expect(page.queue.view()).toMatchObject({ pending: 1, held: new Map([[1, { response: "a", where: "device" }]]) });
  await page.wait(2_000);
  expect(page.queue.view()).toMatchObject({ pending: 0, line: "idle", held: new Map([[1, { response: "a", where: "server" }]]) });
  expect(server.rows).toMatchObject([{ slot: 1, seq: 1, response: "a" }]);
});

test("without a network answers wait, retries come ever less often, and all arrive once it is back", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  page.line = offline;
  const before = page.sent;
  for (const slot of [1, 2, 3]) page.queue.answer(slot, "b");
  await page.wait(60_000);
  expect(page.sent - before).toBeGreaterThan(4);
  expect(page.sent - before).toBeLessThan(12);
  expect(page.queue.view()).toMatchObject({ pending: 3, line: "unreachable" });
  page.line = (sent) => Promise.resolve(server.save(sent));
  await page.wait(15_000);
  expect(page.queue.view()).toMatchObject({ pending: 0, line: "idle" });
  expect([...server.answers()]).toEqual([[1, "b"], [2, "b"], [3, "b"]]);
});

test("a lost acknowledgement is asked for again and adds nothing", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  page.line = (sent) => (server.save(sent), offline());
  page.queue.answer(1, "a");
  await page.wait(1_000);
  expect(page.queue.view().pending).toBe(1);
  page.line = (sent) => Promise.resolve(server.save([...sent, ...sent]));
  await page.wait(5_000);
  expect(page.queue.view().pending).toBe(0);
  expect(server.rows).toHaveLength(1);
});

test("a change while an answer is on its way is sent after it, and an old acknowledgement does not count for it", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  const held: (() => void)[] = [];
  page.line = (sent) => new Promise((resolve) => held.push(() => resolve(server.save(sent))));
  page.queue.answer(1, "a");
  await page.wait(1_000);
  page.queue.answer(1, "b");
  held.shift()?.();
  await settleDown();
  expect(page.queue.view()).toMatchObject({ pending: 1, held: new Map([[1, { response: "b", where: "device" }]]) });
  held.shift()?.();
  await page.wait(1_000);
  held.shift()?.();
  await settleDown();
  expect(server.answers().get(1)).toBe("b");
  expect(page.queue.view().pending).toBe(0);
});

test("after a reload the shelf gives the answers back, unsent ones are sent, and the sequence goes on", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const first = openPage(server, time);
  await first.queue.start();
  first.queue.answer(1, "a");
  await first.wait(2_000);
  first.line = offline;
  first.queue.answer(1, "b");
  first.queue.answer(2, true);
  await first.wait(2_000);
  first.queue.stop();

  const second = openPage(server, time, first.shelf, [{ slot: 1, seq: 1, response: "a" }]);
  await second.queue.start();
  await second.wait(2_000);
  expect([...server.answers()]).toEqual([[1, "b"], [2, true]]);
  second.queue.answer(1, "c");
  await second.wait(2_000);
  expect(server.rows.filter((row) => row.slot === 1).map((row) => row.seq)).toEqual([1, 2, 3]);
});

test("a second tab takes the next sequence from the shelf they share", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const shelf = openMemoryShelf();
  const [left, right] = [openPage(server, time, shelf), openPage(server, time, shelf)];
  await Promise.all([left.queue.start(), right.queue.start()]);
  left.queue.answer(1, "a");
  await left.wait(2_000);
  right.queue.answer(1, "b");
  await right.wait(2_000);
  expect(server.rows.map(({ seq, response }) => [seq, response])).toEqual([[1, "a"], [2, "b"]]);
});

test("of two devices the later answer counts, whichever comes through first", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const [phone, desk] = [openPage(server, time), openPage(server, time)];
  await Promise.all([phone.queue.start(), desk.queue.start()]);
  phone.line = offline;
  phone.queue.answer(1, "early, offline");
  await phone.wait(5_000);
  desk.queue.answer(1, "later, saved");
  await desk.wait(2_000);
  phone.line = (sent) => Promise.resolve(server.save(sent));
  await phone.wait(20_000);
  expect(server.answers().get(1)).toBe("later, saved");
  expect(phone.queue.view()).toMatchObject({ pending: 0, held: new Map([[1, { response: "later, saved", where: "server" }]]) });
  // The phone is answered last of all: its answer goes on top.
  desk.queue.answer(1, "again at the desk");
  await desk.wait(2_000);
  phone.queue.answer(1, "last, on the phone");
  await phone.wait(2_000);
  expect(server.answers().get(1)).toBe("last, on the phone");
  expect(phone.queue.view().pending).toBe(0);
});

test("closed is final: what is unsent stays marked as on the device, and nothing is sent any more", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  page.queue.answer(1, "a");
  await page.wait(2_000);
  page.line = (sent) => (server.save(sent), offline());
  page.queue.answer(2, "stored, not acknowledged");
  await page.wait(700);
  server.closed = true;
  page.line = (sent) => Promise.resolve(server.save(sent));
  page.queue.answer(3, "too late");
  await page.wait(20_000);
  const view = page.queue.view();
  expect(view).toMatchObject({ line: "closed", pending: 1 });
  expect([...view.held].map(([slot, one]) => [slot, one.where])).toEqual([[1, "server"], [2, "server"], [3, "device"]]);
  const sent = page.sent;
  page.queue.answer(4, "after the end");
  await page.queue.flush();
  await page.wait(60_000);
  expect(page.sent).toBe(sent);
  expect(page.timers).toEqual([]);
});

test("signed out, answers are kept and tried again until somebody has signed in", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  page.line = () => Promise.resolve({ kind: "signed-out" });
  page.queue.answer(1, "a");
  await page.wait(20_000);
  expect(page.queue.view()).toMatchObject({ line: "signed-out", pending: 1 });
  page.line = (sent) => Promise.resolve(server.save(sent));
  await page.wait(6_000);
  expect(page.queue.view()).toMatchObject({ line: "idle", pending: 0 });
});

test("a browser that keeps nothing still sends, and says so", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const broken = () => Promise.reject(new Error("no IndexedDB"));
  const page = openPage(server, time, { load: broken, put: broken, settle: broken });
  await page.queue.start();
  page.queue.answer(1, "a");
  await page.wait(2_000);
  expect(page.queue.view()).toMatchObject({ durable: false, pending: 0 });
  page.queue.answer(1, "b");
  await page.wait(2_000);
  expect(server.rows.map(({ seq, response }) => [seq, response])).toEqual([[1, "a"], [2, "b"]]);
});

test("what is sent lies on the shelf first", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const shelf = openMemoryShelf();
  const written: (() => void)[] = [];
  const page = openPage(server, time, { ...shelf, put: (answer) => new Promise((resolve) => written.push(() => resolve(shelf.put(answer)))) });
  await page.queue.start();
  page.queue.answer(1, "a");
  await page.wait(5_000);
  expect(server.rows).toEqual([]);
  written.shift()?.();
  await page.wait(1_000);
  expect(server.rows).toHaveLength(1);
});

test("after a reload an unsent answer is weighed against what another device has saved meanwhile", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const shelf = openMemoryShelf();
  server.save([{ slot: 1, seq: 1, response: "elsewhere, earlier" }]);
  time.now = 5_000;
  await shelf.put({ slot: 1, seq: 1, response: "here, later", stored: false, changedAt: 4_000 });
  const page = openPage(server, time, shelf, finalAnswers(server.rows));
  await page.queue.start();
  await page.wait(2_000);
  expect(server.answers().get(1)).toBe("here, later");
});

test("in the last seconds an answer is sent without waiting for more", async () => {
  const time = { now: 0 };
  const server = openAnswerServer(time);
  const page = openPage(server, time);
  await page.queue.start();
  await page.wait(50_000);
  page.queue.answer(1, "a");
  await page.wait(0);
  expect(server.answers().get(1)).toBe("a");
});

test("whatever the network does, the server ends with the last answers and nothing acknowledged is lost", async () => {
  const fault = fc.constantFrom("well", "well", "dropped", "answered in vain", "twice", "slow");
  const step = fc.record({ slot: fc.integer({ min: 1, max: 4 }), response: fc.constantFrom("a", "b", "c", null), fault, pause: fc.integer({ min: 0, max: 4_000 }), reload: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const time = { now: 0 };
      const server = openAnswerServer(time);
      const shelf = openMemoryShelf();
      const slow: (() => void)[] = [];
      const lines = {
        well: (sent: Answer[]) => Promise.resolve(server.save(sent)),
        dropped: offline,
        "answered in vain": (sent: Answer[]) => (server.save(sent), offline()),
        twice: (sent: Answer[]) => (server.save(sent), Promise.resolve(server.save(sent))),
        // It reaches the server out of order, long after its sender has given up.
        slow: (sent: Answer[]) => (slow.push(() => void server.save(sent)), offline()),
      };
      let page = openPage(server, time, shelf);
      await page.queue.start();
      const last = new Map<number, Answer["response"]>();
      for (const { slot, response, fault: kind, pause, reload } of steps) {
        page.line = lines[kind];
        page.queue.answer(slot, response);
        if (response !== null || last.has(slot)) last.set(slot, response);
        await page.wait(pause);
        for (const [known, one] of page.queue.view().held) {
          if (one.where === "server") expect(server.answers().get(known)).toEqual(one.response);
        }
        if (!reload) continue;
        page.queue.stop();
        page = openPage(server, time, shelf, finalAnswers(server.rows));
        page.line = lines[kind];
        await page.queue.start();
      }
      for (const arrive of slow) arrive();
      page.line = lines.well;
      await page.queue.flush();
      await page.wait(60_000);
      expect(page.queue.view()).toMatchObject({ pending: 0, line: "idle" });
      expect(server.answers()).toEqual(last);
      expect(new Map([...page.queue.view().held].map(([slot, one]) => [slot, one.response]))).toEqual(last);
    }),
    { numRuns: 200 },
  );
});

test("a reply is believed only when it is as agreed", () => {
  expect(replyOf(200, { state: "open", stored: [{ slot: 1, seq: 2 }, { slot: "x" }], newer: [{ slot: 2, seq: 1, response: ["a"], agoMs: 5 }, { slot: 3, seq: 1, response: {}, agoMs: 5 }], remainingMs: 9 })).toEqual({
    kind: "open", stored: [{ slot: 1, seq: 2 }], newer: [{ slot: 2, seq: 1, response: ["a"], agoMs: 5 }], remainingMs: 9,
  });
  expect(replyOf(409, { state: "closed", stored: [] })).toEqual({ kind: "closed", stored: [] });
  expect([401, 404, 400, 413].map((status) => replyOf(status, null).kind)).toEqual(["signed-out", "not-yours", "refused", "refused"]);
  for (const [status, body] of [[200, null], [200, { state: "open", stored: [] }], [500, { error: "server" }], [200, "<html>"], [409, {}]] as const) expect(replyOf(status, body)).toEqual({ kind: "unreachable" });
});
