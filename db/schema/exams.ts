import { attemptStates, sealCauses, sittingStates } from "#app/features/exams/states.ts";
import type { Kit } from "../kit.ts";
import type { peopleTables } from "./people.ts";
import { among } from "./words.ts";

/** Sittings, who is admitted, attempts with their drawn paper, every answer ever acknowledged, and the grades. */
export function examTables(k: Kit, { people, units }: ReturnType<typeof peopleTables>) {
  const sittings = k.table(
    "sittings",
    {
      id: k.id("id").primaryKey(),
      schemeId: k.str("scheme_id").notNull(),
      schemeHash: k.str("scheme_hash").notNull(),
      unitId: k.id("unit_id").notNull().references(() => units.id),
      title: k.str("title").notNull(),
      room: k.str("room").notNull(),
      /** Papers can be opened from here … */
      startsAt: k.instant("starts_at").notNull(),
      /** … and every paper is sealed at the latest here. */
      endsAt: k.instant("ends_at").notNull(),
      minutes: k.int("minutes").notNull(),
      state: k.oneOf("state", sittingStates).notNull(),
      createdBy: k.id("created_by").notNull().references(() => people.id),
      createdAt: k.instant("created_at").notNull(),
      releasedAt: k.instant("released_at"),
      releasedBy: k.id("released_by"),
    },
    (t) => [k.check("sittings_state", among(t.state, sittingStates)), k.index("sittings_unit").on(t.unitId, t.startsAt)],
  );

  const admissions = k.table(
    "admissions",
    {
      sittingId: k.id("sitting_id").notNull().references(() => sittings.id),
      personId: k.id("person_id").notNull().references(() => people.id),
      admittedBy: k.id("admitted_by").notNull().references(() => people.id),
      admittedAt: k.instant("admitted_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.sittingId, t.personId] }), k.index("admissions_person").on(t.personId)],
  );

  const attempts = k.table(
    "attempts",
    {
      id: k.id("id").primaryKey(),
      sittingId: k.id("sitting_id").notNull().references(() => sittings.id),
      personId: k.id("person_id").notNull().references(() => people.id),
      schemeId: k.str("scheme_id").notNull(),
      schemeHash: k.str("scheme_hash").notNull(),
      /** Whose standard the paper is graded by: a key of content/companies. */
      companyKey: k.str("company_key").notNull(),
      /** `{topic: figure}` in force when the paper was begun, of the topics its questions are bound to: a later build grades by the same ones. */
      figures: k.json("figures").notNull(),
      seed: k.str("seed").notNull(),
      /** `[{slot, questionId, hash, module, order, points, critical}]`: the versions sat and the order of their options. */
      paper: k.json("paper").notNull(),
      startedAt: k.instant("started_at").notNull(),
      deadlineAt: k.instant("deadline_at").notNull(),
      state: k.oneOf("state", attemptStates).notNull(),
      sealedAt: k.instant("sealed_at"),
      sealCause: k.oneOf("seal_cause", sealCauses),
      /** Last sequence per slot at the seal, and the hash over the answers it stands for. */
      manifest: k.json("manifest"),
      receipt: k.str("receipt"),
    },
    (t) => [
      k.check("attempts_state", among(t.state, attemptStates)),
      k.check("attempts_seal_cause", among(t.sealCause, sealCauses)),
      k.uniqueIndex("attempts_once").on(t.sittingId, t.personId),
      k.index("attempts_person").on(t.personId),
      k.index("attempts_open").on(t.state, t.deadlineAt),
    ],
  );

  /** Append only: the highest sequence of a slot is the answer, older ones are kept, a replay hits the key and adds nothing. */
  const answers = k.table(
    "answers",
    {
      attemptId: k.id("attempt_id").notNull().references(() => attempts.id),
      slot: k.int("slot").notNull(),
      seq: k.int("seq").notNull(),
      response: k.json("response").notNull(),
      receivedAt: k.instant("received_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.attemptId, t.slot, t.seq] })],
  );

  /** Answers that arrived after the seal: shown to the examiner, never scored, never dropped. */
  const lateAnswers = k.table(
    "late_answers",
    {
      attemptId: k.id("attempt_id").notNull().references(() => attempts.id),
      slot: k.int("slot").notNull(),
      seq: k.int("seq").notNull(),
      response: k.json("response").notNull(),
      receivedAt: k.instant("received_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.attemptId, t.slot, t.seq] })],
  );

  const grades = k.table(
    "grades",
    {
      id: k.id("id").primaryKey(),
      attemptId: k.id("attempt_id").notNull().references(() => attempts.id),
      version: k.int("version").notNull(),
      points: k.real("points").notNull(),
      total: k.real("total").notNull(),
      percent: k.real("percent").notNull(),
      criticalMissed: k.int("critical_missed").notNull(),
      passed: k.bool("passed").notNull(),
      /** `[{slot, questionId, points, correct}]` */
      detail: k.json("detail").notNull(),
      gradedAt: k.instant("graded_at").notNull(),
      gradedBy: k.id("graded_by"),
      reason: k.str("reason"),
    },
    (t) => [k.uniqueIndex("grades_version").on(t.attemptId, t.version)],
  );
  return { sittings, admissions, attempts, answers, lateAnswers, grades };
}
