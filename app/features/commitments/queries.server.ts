import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import type { Day, Instant } from "#app/lib/clock.ts";
import type { Db } from "#db/client.ts";
import type { CommitmentEventKind } from "./kinds.ts";
import { commitmentStanding, type CommitmentStanding } from "./standing.ts";

export type CommitmentEntry = { seq: number; kind: CommitmentEventKind; effectiveOn: Day; reason: string; at: Instant; actorName: string };

/** A service commitment as it stands in the store, its ledger oldest first. */
export type CommitmentRecord = { id: string; licenceId: string; personId: string; startsOn: Day; endsOn: Day; months: number; events: CommitmentEntry[] };
export type CommitmentWithStanding = CommitmentRecord & { standing: CommitmentStanding };

/** Commitments with their ledgers, newest first. No scope in here: whoever asks has to have asked `can`. */
export async function readCommitments(db: Db, { store }: Pick<Context, "store">, { personIds }: { personIds: readonly string[] }): Promise<CommitmentRecord[]> {
  const { commitments, commitmentEvents, people } = store.t;
  if (personIds.length === 0) return [];
  const rows = await db
    .select({ id: commitments.id, licenceId: commitments.licenceId, personId: commitments.personId, startsOn: commitments.startsOn, endsOn: commitments.endsOn, months: commitments.months })
    .from(commitments)
    .where(inArray(commitments.personId, [...personIds]))
    .orderBy(desc(commitments.startsOn));
  if (rows.length === 0) return [];
  const entries = await db
    .select({
      commitmentId: commitmentEvents.commitmentId,
      seq: commitmentEvents.seq,
      kind: commitmentEvents.kind,
      effectiveOn: commitmentEvents.effectiveOn,
      reason: commitmentEvents.reason,
      at: commitmentEvents.at,
      actorName: people.name,
    })
    .from(commitmentEvents)
    .innerJoin(people, eq(people.id, commitmentEvents.actorId))
    .where(inArray(commitmentEvents.commitmentId, rows.map((row) => row.id)))
    .orderBy(asc(commitmentEvents.seq));
  const ledgers = new Map<string, CommitmentEntry[]>(rows.map((row) => [row.id, []]));
  for (const { commitmentId, ...entry } of entries) ledgers.get(commitmentId)?.push(entry);
  return rows.map((row) => ({ ...row, events: ledgers.get(row.id) ?? [] }));
}

/**
 * All service commitments of some people with their standing on a day, past or future, newest first. For other areas' pages:
 * the caller names only people it has asked `can` about.
 */
export async function listCommitmentsWithStanding(context: Pick<Context, "store">, { personIds, on }: { personIds: readonly string[]; on: Day }): Promise<CommitmentWithStanding[]> {
  const commitments = await readCommitments(context.store.read, context, { personIds });
  return commitments.map((one) => ({ ...one, standing: commitmentStanding(one.events, one, on) }));
}
