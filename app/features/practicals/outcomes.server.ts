import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import type { Db } from "#db/client.ts";
import type { PracticalOutcome } from "./states.ts";

/** A signed practical: what licences, archives and units may know of it. */
export type SignedPractical = {
  practicalId: string;
  personId: string;
  assessorId: string;
  schemeId: string;
  checklistId: string;
  outcome: PracticalOutcome;
  signedAt: number;
};

/** Signed practicals, newest first, of one scheme or all. */
export async function listSignedPracticals(db: Db, { store }: Pick<Context, "store">, where: { personIds: readonly string[]; schemeId?: string }): Promise<SignedPractical[]> {
  const { practicals } = store.t;
  if (where.personIds.length === 0) return [];
  const rows = await db
    .select({
      practicalId: practicals.id,
      personId: practicals.candidateId,
      assessorId: practicals.assessorId,
      schemeId: practicals.schemeId,
      checklistId: practicals.checklistId,
      outcome: practicals.outcome,
      signedAt: practicals.signedAt,
    })
    .from(practicals)
    .where(and(inArray(practicals.candidateId, [...where.personIds]), eq(practicals.state, "signed"), where.schemeId ? eq(practicals.schemeId, where.schemeId) : undefined))
    .orderBy(desc(practicals.signedAt));
  return rows.flatMap((row) => (row.outcome === null || row.signedAt === null ? [] : [{ ...row, outcome: row.outcome, signedAt: row.signedAt }]));
}
