import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Kept, Shelf } from "./answer-queue.ts";

interface Shelves extends DBSchema {
  answers: { key: [person: string, attempt: string, slot: number]; value: Kept & { person: string; attempt: string } };
}

let opened: Promise<IDBPDatabase<Shelves>> | null = null;

function open(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>("lms-exam", 1, {
    upgrade(db) {
      db.createObjectStore("answers", { keyPath: ["person", "attempt", "slot"] });
    },
  });
  return opened;
}

/** A browser whose IndexedDB hangs must not hold the answers back: after two seconds they go without it. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("IndexedDB does not answer")), 2_000))]);
}

const everySlot = (person: string, attempt: string) => IDBKeyRange.bound([person, attempt, -Infinity], [person, attempt, Infinity]);

/** The answers of one person's attempt in the browser's IndexedDB: they outlive a reload, a crash and a flat battery. */
export function openShelf(person: string, attempt: string): Shelf {
  async function load(): Promise<Kept[]> {
    return (await open()).getAll("answers", everySlot(person, attempt));
  }
  async function put(answer: Kept): Promise<number> {
    const tx = (await open()).transaction("answers", "readwrite", { durability: "strict" });
    const known = await tx.store.get([person, attempt, answer.slot]);
    const seq = known && known.seq >= answer.seq ? known.seq + 1 : answer.seq;
    await tx.store.put({ ...answer, seq, person, attempt });
    await tx.done;
    return seq;
  }
  async function settle(answer: Kept): Promise<void> {
    const tx = (await open()).transaction("answers", "readwrite");
    const known = await tx.store.get([person, attempt, answer.slot]);
    if (!known || known.seq <= answer.seq) await tx.store.put({ ...answer, person, attempt });
    await tx.done;
  }
  return { load: () => inTime(load()), put: (answer) => inTime(put(answer)), settle: (answer) => inTime(settle(answer)) };
}

/** Clears the shelf of an attempt that is over: on a shared PC nothing is left for whoever comes next. */
export async function clearShelf(person: string, attempt: string): Promise<void> {
  await (await open()).delete("answers", everySlot(person, attempt));
}
