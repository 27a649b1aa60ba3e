import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import type { Db } from "#db/client.ts";

/** A released theory result: what licences, archives and units may know of an attempt. `percent` is of the newest grade. */
export type TheoryOutcome = {
  attemptId: string;
  personId: string;
  schemeId: string;
  sittingTitle: string;
  percent: number;
  passed: boolean;
  sealedAt: number;
  releasedAt: number;
};

/** Released results, newest first, of one scheme or all; of each attempt the newest grade counts. */
export async function listTheoryOutcomes(db: Db, { store }: Pick<Context, "store">, where: { personIds: readonly string[]; schemeId?: string }): Promise<TheoryOutcome[]> {
  const { attempts, sittings, grades } = store.t;
  if (where.personIds.length === 0) return [];
  const rows = await db
    .select({
      attemptId: attempts.id,
      personId: attempts.personId,
      schemeId: attempts.schemeId,
      sittingTitle: sittings.title,
      percent: grades.percent,
      passed: grades.passed,
      sealedAt: attempts.sealedAt,
      releasedAt: sittings.releasedAt,
    })
    .from(attempts)
    .innerJoin(sittings, and(eq(sittings.id, attempts.sittingId), eq(sittings.state, "released")))
    .innerJoin(grades, eq(grades.attemptId, attempts.id))
    .where(and(inArray(attempts.personId, [...where.personIds]), eq(attempts.state, "graded"), where.schemeId ? eq(attempts.schemeId, where.schemeId) : undefined))
    .orderBy(desc(attempts.sealedAt), desc(grades.version));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    if (seen.has(row.attemptId) || row.sealedAt === null || row.releasedAt === null) return [];
    seen.add(row.attemptId);
    return [{ ...row, sealedAt: row.sealedAt, releasedAt: row.releasedAt }];
  });
}
