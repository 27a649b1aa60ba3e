import { finalAnswers, type Answer } from "#app/features/exams/answers.ts";
import { openQueue, type Kept, type Reply, type Shelf } from "#app/features/exams/ui/answer-queue.ts";

/** Lets promises run until nothing moves. */
export async function settleDown() {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** A shelf as IndexedDB keeps it, shared by the tabs of one browser. */
export function openMemoryShelf(): Shelf & { held: Map<number, Kept> } {
  const held = new Map<number, Kept>();
  return {
    held,
    load: () => Promise.resolve([...held.values()]),
    put(answer) {
      const known = held.get(answer.slot);
      const seq = known && known.seq >= answer.seq ? known.seq + 1 : answer.seq;
      held.set(answer.slot, { ...answer, seq });
      return Promise.resolve(seq);
    },
    settle(answer) {
      if ((held.get(answer.slot)?.seq ?? 0) <= answer.seq) held.set(answer.slot, answer);
      return Promise.resolve();
    },
  };
}

/** The server as the queue sees it, with the rules of saveAnswers; time is one counter for all. */
export function openAnswerServer(time: { now: number }) {
  const rows: (Answer & { at: number })[] = [];
  const late: Answer[] = [];
  const server = {
    rows,
    late,
    closed: false,
    save(sent: readonly Answer[]): Reply {
      const known = (answer: Answer) => rows.find((row) => row.slot === answer.slot && row.seq === answer.seq);
      const same = (answer: Answer) => JSON.stringify(known(answer)?.response) === JSON.stringify(answer.response);
      if (server.closed) {
        late.push(...sent.filter((answer) => !same(answer)));
        return { kind: "closed", stored: sent.filter(same) };
      }
      for (const answer of sent) if (!known(answer)) rows.push({ ...answer, at: time.now });
      const last = finalAnswers(rows).filter((row) => sent.some((answer) => answer.slot === row.slot && (row.seq > answer.seq || !same(answer))));
      const newer = last.filter((row) => !sent.some((answer) => answer.slot === row.slot && answer.seq === row.seq && same(answer)));
      return { kind: "open", stored: sent.filter(same), newer: newer.map((row) => ({ ...row, agoMs: time.now - (rows.find((one) => one.slot === row.slot && one.seq === row.seq)?.at ?? 0) })), remainingMs: 60_000 };
    },
    answers: () => new Map(finalAnswers(rows).map((row) => [row.slot, row.response])),
  };
  return server;
}

/** A page on a device: its queue, its timers run by hand, its line to the server. */
export function openPage(server: ReturnType<typeof openAnswerServer>, time: { now: number }, shelf: Shelf = openMemoryShelf(), known: readonly Answer[] = []) {
  const timers: { at: number; run: () => void }[] = [];
  const wire = { line: (sent: Answer[]): Promise<Reply> => Promise.resolve(server.save(sent)), sent: 0 };
  const queue = openQueue({
    server: known,
    remainingMs: 60_000,
    shelf,
    send: (answers) => ((wire.sent += 1), wire.line(answers)),
    after(ms, run) {
      const timer = { at: time.now + ms, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    now: () => time.now,
    ticks: () => time.now,
    chance: () => 1,
  });
  /** Lets time pass; what is due runs in its turn. */
  async function wait(ms: number) {
    const until = time.now + ms;
    for (;;) {
      await settleDown();
      const due = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      timers.splice(timers.indexOf(due), 1);
      time.now = Math.max(time.now, due.at);
      due.run();
    }
    time.now = until;
    await settleDown();
  }
  return Object.assign(wire, { timers, shelf, queue, wait });
}
