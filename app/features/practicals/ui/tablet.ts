import { latestMarks, markNames, type MarkEvent } from "../marks.ts";
import type { Mark } from "../states.ts";

/** What the server said to a batch of marks: all marks it has now and the steps another device had marked differently, or why there is no answer. */
export type Answer = { kind: "stored"; marks: MarkEvent[]; conflicts: string[] } | { kind: "unreachable" } | { kind: "signed-out" } | { kind: "refused"; refusal: string };

/** How the tablet stands with the server. `waiting` has not reached it; `line` is why. */
export type TabletState = {
  stored: readonly MarkEvent[];
  waiting: readonly MarkEvent[];
  line: "idle" | "sending" | "unreachable" | "signed-out" | "refused";
  refusal: string | null;
  conflicts: readonly string[];
};

type Parts = {
  stored: readonly MarkEvent[];
  /** Where waiting marks outlive a reload of the page. */
  kept: { read: () => MarkEvent[]; write: (waiting: readonly MarkEvent[]) => void };
  send: (marks: readonly MarkEvent[]) => Promise<Answer>;
  /** Calls back after so many milliseconds; answers how to call it off. */
  later: (milliseconds: number, fn: () => void) => () => void;
};

/** Retries after 2 s, then twice as long each time, at most 30 s. */
function pause(tries: number): number {
  return Math.min(30_000, 2_000 * 2 ** (tries - 1));
}

/**
 * The marks of one practical on this tablet: shown at once, sent in the background, kept until the server has them.
 * A mark is never dropped before the server has answered for it; sending it twice adds nothing.
 */
export function openTablet({ stored, kept, send, later }: Parts) {
  let state: TabletState = { stored, waiting: [], line: "idle", refusal: null, conflicts: [] };
  let tries = 0;
  let callOff: (() => void) | null = null;
  const listeners = new Set<() => void>();
  const change = (next: Partial<TabletState>) => {
    state = { ...state, ...next };
    for (const tell of listeners) tell();
  };

  async function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    if (state.line === "sending" || state.waiting.length === 0) return;
    const sent = state.waiting;
    change({ line: "sending" });
    const answer = await send(sent);
    if (answer.kind === "stored") {
      tries = 0;
      const waiting = state.waiting.filter((one) => !sent.includes(one));
      kept.write(waiting);
      change({ stored: answer.marks, waiting, line: "idle", refusal: null, conflicts: [...new Set([...state.conflicts, ...answer.conflicts])] });
      return flush();
    }
    change({ line: answer.kind, refusal: answer.kind === "refused" ? answer.refusal : null });
    if (answer.kind !== "unreachable") return;
    tries += 1;
    callOff = later(pause(tries), () => void flush());
  }

  return {
    read: () => state,
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    /** Takes up what an earlier visit of this page left behind, and sends it. Answers how to rest again. */
    wake: (): (() => void) => {
      const known = [...state.stored, ...state.waiting];
      const left = kept.read().filter((one) => !known.some((other) => other.step === one.step && other.seq === one.seq && other.mark === one.mark && other.note === one.note));
      if (left.length > 0) change({ waiting: [...left, ...state.waiting] });
      void flush();
      return () => callOff?.();
    },
    mark: (step: string, mark: Mark, note: string | null): void => {
      const known = latestMarks([...state.stored, ...state.waiting]).get(step);
      const words = note?.trim() ? note.trim() : null;
      if (known?.mark === mark && known.note === words) return;
      const waiting = [...state.waiting, { step, seq: (known?.seq ?? 0) + 1, mark, note: words }];
      kept.write(waiting);
      change({ waiting, conflicts: state.conflicts.filter((one) => one !== step) });
      void flush();
    },
    flush,
  };
}

export function isMark(value: unknown): value is Mark {
  return typeof value === "string" && Object.hasOwn(markNames, value);
}

/** Reads marks that came as JSON, from the server or from this browser's own store; what is none is left out. */
export function marksIn(value: unknown): MarkEvent[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null || !("step" in one) || !("seq" in one) || !("mark" in one)) return [];
    const { step, seq, mark } = one;
    const note = "note" in one && typeof one.note === "string" ? one.note : null;
    return typeof step === "string" && typeof seq === "number" && isMark(mark) ? [{ step, seq, mark, note }] : [];
  });
}
