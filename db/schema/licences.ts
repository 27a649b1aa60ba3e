import { licenceEventKinds } from "#app/features/licences/kinds.ts";
import type { Kit } from "../kit.ts";
import type { examTables } from "./exams.ts";
import type { peopleTables } from "./people.ts";
import type { practicalTables } from "./practicals.ts";
import { among } from "./words.ts";

/**
 * Licences 上岗证 and their ledger. A licence has no standing before its `issued` event, and guards.sql refuses that event
 * without a passed theory attempt, passed and signed practicals, a commitment, and three different people.
 */
export function licenceTables(
  k: Kit,
  { people }: ReturnType<typeof peopleTables>,
  { attempts }: ReturnType<typeof examTables>,
  { practicals }: ReturnType<typeof practicalTables>,
) {
  const licences = k.table(
    "licences",
    {
      id: k.id("id").primaryKey(),
      /** Printed number with check digit: `AR-2026-00417-8`. */
      number: k.str("number").notNull(),
      /** 132 random bits behind the QR code. */
      code: k.str("code").notNull(),
      personId: k.id("person_id").notNull().references(() => people.id),
      schemeId: k.str("scheme_id").notNull(),
      schemeHash: k.str("scheme_hash").notNull(),
      attemptId: k.id("attempt_id").notNull().references(() => attempts.id),
      practicalsRequired: k.int("practicals_required").notNull(),
      validFrom: k.day("valid_from").notNull(),
      /** Last valid day, inclusive. */
      validUntil: k.day("valid_until").notNull(),
      /** Frozen content: holder, tasks and limits, scheme, evidence. */
      body: k.json("body").notNull(),
      bodyHash: k.str("body_hash").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [
      k.uniqueIndex("licences_number").on(t.number),
      k.uniqueIndex("licences_code").on(t.code),
      // Pressing twice issues once: an attempt carries one licence.
      k.uniqueIndex("licences_attempt").on(t.attemptId),
      k.index("licences_person").on(t.personId),
    ],
  );

  const licencePracticals = k.table(
    "licence_practicals",
    {
      licenceId: k.id("licence_id").notNull().references(() => licences.id),
      practicalId: k.id("practical_id").notNull().references(() => practicals.id),
    },
    (t) => [k.primaryKey({ columns: [t.licenceId, t.practicalId] })],
  );

  const licenceEvents = k.table(
    "licence_events",
    {
      licenceId: k.id("licence_id").notNull().references(() => licences.id),
      /** 1, 2, 3 …: two people acting at once collide here, and one is told. */
      seq: k.int("seq").notNull(),
      kind: k.oneOf("kind", licenceEventKinds).notNull(),
      effectiveOn: k.day("effective_on").notNull(),
      actorId: k.id("actor_id").notNull().references(() => people.id),
      reason: k.str("reason").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.licenceId, t.seq] }), k.check("licence_events_kind", among(t.kind, licenceEventKinds))],
  );
  return { licences, licencePracticals, licenceEvents };
}
