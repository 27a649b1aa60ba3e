import { useEffect, useState, useSyncExternalStore } from "react";
import type { Answer } from "../answers.ts";
import { openQueue } from "./answer-queue.ts";
import { openShelf } from "./answer-shelf.ts";
import { sendAnswers } from "./answer-transport.ts";

const askAgainMs = 60_000;

/** The answers of an open attempt on this device and on the server. Sends when the network or the page comes back, and once a minute asks for the time. */
export function useAnswers({ attemptId, personId, answers, remainingMs }: { attemptId: string; personId: string; answers: readonly Answer[]; remainingMs: number }) {
  const [queue] = useState(() =>
    openQueue({
      server: answers,
      remainingMs,
      shelf: openShelf(personId, attemptId),
      send: (batch) => sendAnswers(attemptId, batch),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      now: () => Date.now(),
      ticks: () => performance.now(),
      chance: () => Math.random(),
    }),
  );
  const view = useSyncExternalStore(queue.subscribe, queue.view, queue.view);
  useEffect(() => {
    const wake = () => void queue.flush();
    void queue.start();
    const asking = setInterval(wake, askAgainMs);
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      clearInterval(asking);
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      queue.stop();
    };
  }, [queue]);
  return { queue, view };
}

/** How much of the server's time is left, running on this device's ticks: a clock that is set wrong makes no difference. At nought the server is asked whether it is over. */
export function useRemaining({ queue, view }: ReturnType<typeof useAnswers>): number {
  const { remainingMs, at } = view.clock;
  const [left, setLeft] = useState(remainingMs);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, remainingMs - (performance.now() - at)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [remainingMs, at]);
  const isUp = left <= 0;
  useEffect(() => {
    if (isUp && view.line === "idle") void queue.flush();
  }, [isUp, view.line, queue]);
  return left;
}
