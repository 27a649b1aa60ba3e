import { asc, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import type { Db } from "#db/client.ts";

/** The newest grade of each attempt, by attempt id; attempts without one are left out. */
export async function newestGrades(db: Db, { store }: Pick<Context, "store">, attemptIds: readonly string[]) {
  const { grades } = store.t;
  const rows = attemptIds.length === 0 ? [] : await db.select().from(grades).where(inArray(grades.attemptId, [...attemptIds])).orderBy(asc(grades.version));
  return new Map(rows.map((row) => [row.attemptId, row]));
}
