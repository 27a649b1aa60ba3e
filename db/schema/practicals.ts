import { sql } from "drizzle-orm";
import { marks, practicalOutcomes, practicalStates, signatureDecisions, signatureRoles } from "#app/features/practicals/states.ts";
import type { Kit } from "../kit.ts";
import type { peopleTables } from "./people.ts";
import { among } from "./words.ts";

/** Who may assess what, practicals, the mark of every step, and the two signatures that make the record final. */
export function practicalTables(k: Kit, { people, units }: ReturnType<typeof peopleTables>) {
  const assessorAuthorisations = k.table(
    "assessor_authorisations",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      checklistId: k.str("checklist_id").notNull(),
      fromOn: k.day("from_on").notNull(),
      toOn: k.day("to_on"),
      grantedBy: k.id("granted_by").notNull().references(() => people.id),
      grantedAt: k.instant("granted_at").notNull(),
    },
    (t) => [k.index("assessor_authorisations_person").on(t.personId, t.checklistId)],
  );

  const practicals = k.table(
    "practicals",
    {
      id: k.id("id").primaryKey(),
      schemeId: k.str("scheme_id").notNull(),
      checklistId: k.str("checklist_id").notNull(),
      checklistHash: k.str("checklist_hash").notNull(),
      candidateId: k.id("candidate_id").notNull().references(() => people.id),
      assessorId: k.id("assessor_id").notNull().references(() => people.id),
      /** Who authorised the assessor for this checklist on that day. */
      authorisationId: k.id("authorisation_id").notNull().references(() => assessorAuthorisations.id),
      unitId: k.id("unit_id").notNull().references(() => units.id),
      state: k.oneOf("state", practicalStates).notNull(),
      startedAt: k.instant("started_at").notNull(),
      finishedAt: k.instant("finished_at"),
      signedAt: k.instant("signed_at"),
      outcome: k.oneOf("outcome", practicalOutcomes),
      /** `{done, missed, notApplicable, notObserved, percent, criticalMissed: [step ids], outcome}` */
      result: k.json("result"),
      /** Hash over checklist version, marks and result: what the signatures are bound to. */
      recordHash: k.str("record_hash"),
    },
    (t) => [
      k.check("practicals_state", among(t.state, practicalStates)),
      k.check("practicals_outcome", among(t.outcome, practicalOutcomes)),
      // Two tablets, one start: of a candidate and a checklist at most one practical is under way.
      k.uniqueIndex("practicals_under_way").on(t.candidateId, t.checklistId).where(sql`state in ('open', 'finished')`),
      k.index("practicals_candidate").on(t.candidateId),
      k.index("practicals_assessor").on(t.assessorId, t.state),
    ],
  );

  /** Appended: the highest sequence of a step is its mark. The sequence comes from the tablet, so a replay adds nothing. */
  const practicalMarks = k.table(
    "practical_marks",
    {
      practicalId: k.id("practical_id").notNull().references(() => practicals.id),
      step: k.str("step").notNull(),
      seq: k.int("seq").notNull(),
      mark: k.oneOf("mark", marks).notNull(),
      note: k.str("note"),
      markedAt: k.instant("marked_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.practicalId, t.step, t.seq] }), k.check("practical_marks_mark", among(t.mark, marks))],
  );

  const practicalSignatures = k.table(
    "practical_signatures",
    {
      practicalId: k.id("practical_id").notNull().references(() => practicals.id),
      role: k.oneOf("role", signatureRoles).notNull(),
      personId: k.id("person_id").notNull().references(() => people.id),
      decision: k.oneOf("decision", signatureDecisions).notNull(),
      reason: k.str("reason"),
      recordHash: k.str("record_hash").notNull(),
      signedAt: k.instant("signed_at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.practicalId, t.role] }),
      k.check("practical_signatures_role", among(t.role, signatureRoles)),
      k.check("practical_signatures_decision", among(t.decision, signatureDecisions)),
    ],
  );
  return { assessorAuthorisations, practicals, practicalMarks, practicalSignatures };
}
