import { useSyncExternalStore } from "react";

const keyOf = (attemptId: string) => `exam-flags:${attemptId}`;
const listeners = new Set<() => void>();
/** What was flagged on this page, where the browser does not let it be kept. */
const unkept = new Map<string, string>();

function read(attemptId: string): string {
  try {
    return localStorage.getItem(keyOf(attemptId)) ?? "";
  } catch {
    return unkept.get(attemptId) ?? "";
  }
}

function write(attemptId: string, text: string) {
  try {
    localStorage.setItem(keyOf(attemptId), text);
  } catch {
    unkept.set(attemptId, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The questions a candidate has marked to look at again. On this device only; they are notes, not answers. */
export function useFlags(attemptId: string): { flags: ReadonlySet<number>; toggle: (slot: number) => void } {
  const text = useSyncExternalStore(subscribe, () => read(attemptId), () => "");
  const flags = new Set(text.split(",").map(Number).filter((slot) => slot > 0));
  const toggle = (slot: number) => {
    if (!flags.delete(slot)) flags.add(slot);
    write(attemptId, [...flags].join(","));
  };
  return { flags, toggle };
}

/** Forgets the flags of an attempt that is over. */
export function clearFlags(attemptId: string): void {
  try {
    localStorage.removeItem(keyOf(attemptId));
  } catch {
    unkept.delete(attemptId);
  }
}
