import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import type { Day, Instant } from "#app/lib/clock.ts";
import type { Db } from "#db/client.ts";
import { LicenceBody } from "./body.ts";
import type { LicenceEventKind } from "./kinds.ts";
import type { Validity } from "./standing.ts";

export type LedgerEntry = { seq: number; kind: LicenceEventKind; effectiveOn: Day; reason: string; at: Instant; actorName: string };

/** A licence as it stands in the store: its frozen content, its ledger oldest first, and whether its holder has left. */
export type LicenceRecord = {
  id: string;
  number: string;
  code: string;
  personId: string;
  schemeId: string;
  attemptId: string;
  validity: Validity;
  body: LicenceBody;
  issuedAt: Instant;
  holderLeftOn: Day | null;
  events: LedgerEntry[];
};

/** Licences with their ledgers, newest first. No scope in here: whoever asks has to have asked `can`. */
export async function readLicences(
  db: Db,
  { store }: Pick<Context, "store">,
  where: { ids: readonly string[] } | { personIds: readonly string[]; schemeId?: string } | { code: string },
): Promise<LicenceRecord[]> {
  const { licences, licenceEvents, people } = store.t;
  const rows = await db
    .select({
      id: licences.id,
      number: licences.number,
      code: licences.code,
      personId: licences.personId,
      schemeId: licences.schemeId,
      attemptId: licences.attemptId,
      validFrom: licences.validFrom,
      validUntil: licences.validUntil,
      body: licences.body,
      issuedAt: licences.createdAt,
      holderLeftOn: people.leftOn,
    })
    .from(licences)
    .innerJoin(people, eq(people.id, licences.personId))
    .where(
      "code" in where
        ? eq(licences.code, where.code)
        : "ids" in where
          ? inArray(licences.id, [...where.ids])
          : and(inArray(licences.personId, [...where.personIds]), where.schemeId ? eq(licences.schemeId, where.schemeId) : undefined),
    )
    .orderBy(desc(licences.createdAt), desc(licences.number));
  if (rows.length === 0) return [];

  const entries = await db
    .select({
      licenceId: licenceEvents.licenceId,
      seq: licenceEvents.seq,
      kind: licenceEvents.kind,
      effectiveOn: licenceEvents.effectiveOn,
      reason: licenceEvents.reason,
      at: licenceEvents.at,
      actorName: people.name,
    })
    .from(licenceEvents)
    .innerJoin(people, eq(people.id, licenceEvents.actorId))
    .where(inArray(licenceEvents.licenceId, rows.map((row) => row.id)))
    .orderBy(asc(licenceEvents.seq));
  const ledgers = new Map<string, LedgerEntry[]>(rows.map((row) => [row.id, []]));
  for (const { licenceId, ...entry } of entries) ledgers.get(licenceId)?.push(entry);

  return rows.map(({ body, validFrom, validUntil, ...row }) => {
    const parsed = LicenceBody.parse(body);
    return {
      ...row,
      body: parsed,
      validity: { validFrom, validUntil, expiringDays: parsed.expiringDays },
      events: ledgers.get(row.id) ?? [],
    };
  });
}
