import { and, desc, eq } from "drizzle-orm";
import { unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db, Store } from "#db/client.ts";
import { Checklist } from "./checklist.ts";
import type { MarkEvent } from "./marks.ts";
import type { PracticalState } from "./states.ts";

export type Practical = Store["t"]["practicals"]["$inferSelect"];

/** The unit ids over which the actor assesses; asked before a write, because a write asks nothing outside its transaction. */
export async function assessedUnits(context: Context): Promise<string[]> {
  return unitsFor(context.actor, "practical.assess", await listUnits(context));
}

/** A practical the actor holds as its assessor; null for everybody else's, which to them does not exist. */
export async function findOwn(db: Db, { store, actor }: Pick<Context, "store" | "actor">, id: string): Promise<Practical | null> {
  const { practicals } = store.t;
  const [row] = await db.select().from(practicals).where(and(eq(practicals.id, id), eq(practicals.assessorId, actor.personId ?? "")));
  return row ?? null;
}

/**
 * Takes an own practical in `from` for this transaction, and puts it into `to` (the same state holds it fast: a finish waits for a mark, a signature for a reopening).
 * Refusals: `no-such-practical` for somebody else's; `changed-meanwhile` when it is in another state.
 */
export async function take(
  tx: Db,
  context: Context,
  { id, from, to, unitIds }: { id: string; from: PracticalState; to: PracticalState; unitIds: readonly string[] },
): Promise<Result<Practical, "no-such-practical" | "changed-meanwhile">> {
  const { practicals } = context.store.t;
  const known = await findOwn(tx, context, id);
  if (!known || !unitIds.includes(known.unitId)) return refused("no-such-practical");
  const [taken] = await tx
    .update(practicals)
    .set({ state: to })
    .where(and(eq(practicals.id, id), eq(practicals.state, from)))
    .returning();
  return taken ? ok(taken) : refused("changed-meanwhile");
}

/** Every mark of a practical, as stored. */
export async function listMarks(db: Db, { store }: Pick<Context, "store">, practicalId: string): Promise<MarkEvent[]> {
  const { practicalMarks } = store.t;
  const { step, seq, mark, note } = practicalMarks;
  return db.select({ step, seq, mark, note }).from(practicalMarks).where(eq(practicalMarks.practicalId, practicalId));
}

/** The signatures given under a practical so far, the candidate's first. */
export async function listSignatures(db: Db, { store }: Pick<Context, "store">, practicalId: string) {
  const { practicalSignatures } = store.t;
  return db.select().from(practicalSignatures).where(eq(practicalSignatures.practicalId, practicalId)).orderBy(desc(practicalSignatures.role));
}

/** The checklist of a practical in the version it was begun with, whatever the content says today. */
export async function checklistOf(db: Db, context: Pick<Context, "store">, practical: Pick<Practical, "checklistId" | "checklistHash">): Promise<Checklist> {
  return Checklist.parse(await findVersion(db, context, "checklist", practical.checklistId, practical.checklistHash));
}
