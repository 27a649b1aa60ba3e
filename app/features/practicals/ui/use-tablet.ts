import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { latestMarks, type MarkEvent } from "../marks.ts";
import { marksIn, openTablet, type Answer } from "./tablet.ts";

const keyOf = (id: string) => `practical-waiting:${id}`;

/** What of a practical has not reached the server, in this tab's session storage; a browser that has none keeps it in memory only. */
function keptIn(id: string) {
  return {
    read(): MarkEvent[] {
      try {
        return marksIn(JSON.parse(window.sessionStorage.getItem(keyOf(id)) ?? "[]"));
      } catch {
        return [];
      }
    },
    write(waiting: readonly MarkEvent[]) {
      try {
        if (waiting.length === 0) window.sessionStorage.removeItem(keyOf(id));
        else window.sessionStorage.setItem(keyOf(id), JSON.stringify(waiting));
      } catch {
        // Storage is full or forbidden: the marks are still in memory and on their way.
      }
    },
  };
}

/** Sends marks in the background. A redirect is the sign-in page: the session is over, the marks stay here. */
function sendTo(id: string) {
  return async (marks: readonly MarkEvent[]): Promise<Answer> => {
    try {
      const response = await fetch(`/practicals/${id}/marks`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ marks }),
        redirect: "manual",
        signal: AbortSignal.timeout(15_000),
      });
      if (response.type === "opaqueredirect") return { kind: "signed-out" };
      if (response.status >= 500) return { kind: "unreachable" };
      const body: unknown = await response.json();
      if (typeof body !== "object" || body === null) return { kind: "unreachable" };
      if (response.ok && "marks" in body && "conflicts" in body && Array.isArray(body.conflicts))
        return { kind: "stored", marks: marksIn(body.marks), conflicts: body.conflicts.filter((one) => typeof one === "string") };
      return "refusal" in body && typeof body.refusal === "string" ? { kind: "refused", refusal: body.refusal } : { kind: "unreachable" };
    } catch {
      return { kind: "unreachable" };
    }
  };
}

function later(milliseconds: number, fn: () => void) {
  const timer = window.setTimeout(fn, milliseconds);
  return () => window.clearTimeout(timer);
}

/** The tablet of a practical: what is marked, what waits, and how to mark. Sends again when the network returns or the page is looked at again. */
export function useTablet(id: string, stored: readonly MarkEvent[]) {
  const [tablet] = useState(() => openTablet({ stored, kept: keptIn(id), send: sendTo(id), later }));
  const state = useSyncExternalStore(tablet.subscribe, tablet.read, tablet.read);
  useEffect(() => {
    const rest = tablet.wake();
    const again = () => void tablet.flush();
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      rest();
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [tablet]);
  const waits = state.waiting.length > 0;
  useEffect(() => {
    if (!waits) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [waits]);
  const marks = useMemo(() => latestMarks([...state.stored, ...state.waiting]), [state.stored, state.waiting]);
  return { ...state, marks, mark: tablet.mark };
}

/** How many marks of a practical an earlier page of this tab still holds; 0 on the server. */
export function useWaitingElsewhere(id: string): number {
  return useSyncExternalStore(
    () => () => undefined,
    () => keptIn(id).read().length,
    () => 0,
  );
}

/** Milliseconds since `startedAt` by the server's clock, of which `now` is a reading; ticks every second once the page is alive. */
export function useElapsed(startedAt: number, now: number): number {
  const [clock] = useState(() => openClock(now));
  return useSyncExternalStore(clock.subscribe, clock.read, () => now) - startedAt;
}

function openClock(serverNow: number) {
  let value = serverNow;
  return {
    read: () => value,
    subscribe: (tell: () => void) => {
      const offset = serverNow - Date.now();
      const timer = window.setInterval(() => {
        value = Date.now() + offset;
        tell();
      }, 1_000);
      return () => window.clearInterval(timer);
    },
  };
}
