import type { Answer } from "../answers.ts";

/** An answer on this device: `stored` once the server has acknowledged it, `changedAt` on this device's clock. */
export type Kept = Answer & { stored: boolean; changedAt: number };
type Mark = { slot: number; seq: number };

/** What came back for a batch. `newer` tells of slots in which another device's answer counts, given `agoMs` before the reply. */
export type Reply =
  | { kind: "open"; stored: readonly Mark[]; newer: readonly (Answer & { agoMs: number })[]; remainingMs: number }
  | { kind: "closed"; stored: readonly Mark[] }
  | { kind: "signed-out" | "not-yours" | "refused" | "unreachable" };

/** Where answers outlive the page, shared by the tabs of one browser. */
export type Shelf = {
  load: () => Promise<Kept[]>;
  /** Puts a new answer there and gives the sequence it has: its own, or the next one where another tab was ahead. */
  put: (answer: Kept) => Promise<number>;
  /** Notes what counts on the server, unless something newer lies there. */
  settle: (answer: Kept) => Promise<void>;
};

/** How the line to the server is: `idle` is well and waiting. `closed` is final. */
export type Line = "idle" | "sending" | "unreachable" | "signed-out" | "not-yours" | "refused" | "closed";
export type Held = { response: Answer["response"]; where: "server" | "device" };
export type View = {
  held: ReadonlyMap<number, Held>;
  /** How many answers are on this device only. */
  pending: number;
  line: Line;
  /** The server's remaining time and the tick of this device at which it was told. */
  clock: { remainingMs: number; at: number };
  /** False when this browser keeps nothing beyond the page. */
  durable: boolean;
};

type Parts = {
  /** The answers that were on the server when the page was made, and the time that was left then. */
  server: readonly Answer[];
  remainingMs: number;
  shelf: Shelf;
  send: (answers: Answer[]) => Promise<Reply>;
  /** Runs something later; answers how to call it off. */
  after: (ms: number, run: () => void) => () => void;
  /** This device's clock, and its running ticks, both in milliseconds; chance from 0 to 1, so that a room does not come back all at once. */
  now: () => number;
  ticks: () => number;
  chance: () => number;
};

const gatherMs = 500;
const lastSecondsMs = 15_000;
const batchSize = 60;
const retryMs = { unreachable: 1_000, "signed-out": 5_000, "not-yours": 10_000, refused: 20_000 };
const longestRetryMs = 15_000;

/**
 * The way of an answer from the finger to the server: on the shelf first, sent within a second, sent again until the server says that it has it.
 * `server` is said of an answer only because it was acknowledged.
 */
export function openQueue({ server, remainingMs, shelf, send, after, now, ticks, chance }: Parts) {
  const held = new Map<number, Kept>(server.map((answer) => [answer.slot, { ...answer, stored: true, changedAt: 0 }]));
  const listeners = new Set<() => void>();
  const putting = new Set<Promise<void>>();
  let clock = { remainingMs, at: ticks() };
  let line: Line = "idle";
  let durable = true;
  let failures = 0;
  let running: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  let loading: Promise<void> | null = null;
  let view = look();

  function look(): View {
    const all = [...held.values()];
    return {
      held: new Map(all.map(({ slot, response, stored }) => [slot, { response, where: stored ? "server" : "device" }])),
      pending: pending().length,
      line,
      clock,
      durable,
    };
  }
  function pending(): Kept[] {
    return [...held.values()].filter((one) => !one.stored).sort((a, b) => a.slot - b.slot);
  }
  function tell() {
    view = look();
    for (const listener of listeners) listener();
  }

  /** Puts a change on the shelf; another tab may have gone ahead, then it takes the sequence after. */
  function put(entry: Kept) {
    held.set(entry.slot, entry);
    const work = shelf.put(entry).then(
      (seq) => {
        if (seq !== entry.seq && held.get(entry.slot) === entry) held.set(entry.slot, { ...entry, seq });
      },
      () => {
        durable = false;
      },
    );
    putting.add(work);
    void work.then(() => putting.delete(work));
  }
  function settle(entry: Kept) {
    held.set(entry.slot, entry);
    void shelf.settle(entry).catch(() => undefined);
  }

  function later(ms: number) {
    callOff?.();
    callOff = after(ms, () => {
      callOff = null;
      void flush();
    });
  }

  function take(reply: Reply) {
    if (line === "closed") return;
    if (reply.kind === "open" || reply.kind === "closed") {
      failures = 0;
      line = reply.kind === "open" ? "idle" : "closed";
      for (const { slot, seq } of reply.stored) {
        const mine = held.get(slot);
        if (mine?.seq === seq && !mine.stored) settle({ ...mine, stored: true });
      }
    }
    if (reply.kind === "open") {
      clock = { remainingMs: reply.remainingMs, at: ticks() };
      for (const theirs of reply.newer) weigh(theirs);
    } else if (reply.kind !== "closed") {
      line = reply.kind;
      failures += 1;
      const wait = reply.kind === "unreachable" ? Math.min(retryMs.unreachable * 2 ** (failures - 1), longestRetryMs) : retryMs[reply.kind];
      later(wait * (0.5 + chance() / 2));
    }
    tell();
  }

  /** Another device answered a slot too. The later of the two answers counts: ours takes the next sequence, or gives way. */
  function weigh({ agoMs, ...theirs }: Answer & { agoMs: number }) {
    const mine = held.get(theirs.slot);
    if (mine && mine.seq > theirs.seq) return;
    const changedAt = now() - agoMs;
    if (mine && !mine.stored && !isSame(mine, theirs) && mine.changedAt > changedAt) put({ ...mine, seq: theirs.seq + 1 });
    else settle({ ...theirs, stored: true, changedAt });
  }

  async function run() {
    for (let rounds = 0; rounds < 8; rounds += 1) {
      // Durable first: what is sent is what the shelf holds.
      await Promise.all(putting);
      const batch = pending().slice(0, batchSize).map(({ slot, seq, response }) => ({ slot, seq, response }));
      if (batch.length > 0 && line === "idle") {
        line = "sending";
        tell();
      }
      take(await send(batch).catch((): Reply => ({ kind: "unreachable" })));
      if (line !== "idle" || pending().length === 0) return;
    }
    later(gatherMs);
  }

  /** Sends what is on this device only, and asks in any case how much time is left. Resolves when all is sent or sending failed. */
  function flush(): Promise<void> {
    if (line === "closed") return Promise.resolve();
    callOff?.();
    callOff = null;
    running ??= run().finally(() => {
      running = null;
      // A change that came while the last reply was on its way.
      if (line === "idle" && pending().length > 0 && callOff === null) later(gatherMs);
    });
    return running;
  }

  async function load() {
    const found = await shelf.load().catch(() => {
      durable = false;
      return [];
    });
    for (const mine of found) {
      const known = held.get(mine.slot);
      if (!known) held.set(mine.slot, mine);
      else if (!known.stored) held.set(mine.slot, { ...known, seq: Math.max(known.seq, isSame(mine, known) ? mine.seq : mine.seq + 1) });
      else if (mine.seq > known.seq || (!mine.stored && !isSame(mine, known))) held.set(mine.slot, mine);
    }
    tell();
  }

  return {
    /** Reads the shelf, once, and sends what it holds. */
    async start() {
      loading ??= load();
      await loading;
      await flush();
    },
    /** Notes an answer; null takes it back. The answer that stands already is no change. */
    answer(slot: number, response: Answer["response"]) {
      const known = held.get(slot);
      if (line === "closed" || isSame(known ?? { response: null }, { response })) return;
      put({ slot, seq: (known?.seq ?? 0) + 1, response, stored: false, changedAt: now() });
      const left = clock.remainingMs - (ticks() - clock.at);
      if (line === "idle" || line === "sending") later(left < lastSecondsMs ? 0 : gatherMs);
      tell();
    },
    flush,
    /** Ends the timers; answers stay on the shelf. */
    stop() {
      callOff?.();
      callOff = null;
    },
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isSame(a: { response: Answer["response"] }, b: { response: Answer["response"] }): boolean {
  return JSON.stringify(a.response) === JSON.stringify(b.response);
}
