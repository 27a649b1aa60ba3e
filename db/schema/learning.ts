import type { Kit } from "../kit.ts";
import type { peopleTables } from "./people.ts";

/** What a person has read, checked and completed, always of a version of a module. Appended only. */
export function learningTables(k: Kit, { people }: ReturnType<typeof peopleTables>) {
  const sectionReadings = k.table(
    "section_readings",
    {
      personId: k.id("person_id").notNull().references(() => people.id),
      moduleId: k.str("module_id").notNull(),
      moduleHash: k.str("module_hash").notNull(),
      section: k.int("section").notNull(),
      readAt: k.instant("read_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.moduleId, t.moduleHash, t.section] })],
  );

  const selfChecks = k.table(
    "self_checks",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      moduleId: k.str("module_id").notNull(),
      moduleHash: k.str("module_hash").notNull(),
      /** `[{questionId, hash, response, correct}]` */
      answers: k.json("answers").notNull(),
      correct: k.int("correct").notNull(),
      total: k.int("total").notNull(),
      passed: k.bool("passed").notNull(),
      takenAt: k.instant("taken_at").notNull(),
    },
    (t) => [k.index("self_checks_person").on(t.personId, t.moduleId)],
  );

  const completions = k.table(
    "completions",
    {
      personId: k.id("person_id").notNull().references(() => people.id),
      moduleId: k.str("module_id").notNull(),
      moduleHash: k.str("module_hash").notNull(),
      selfCheckId: k.id("self_check_id").notNull().references(() => selfChecks.id),
      completedAt: k.instant("completed_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.moduleId, t.moduleHash] })],
  );

  /** Where a person last read in a module; the newest by the server's clock counts, whatever device it came from. Not a ledger. */
  const readingPlaces = k.table(
    "reading_places",
    {
      personId: k.id("person_id").notNull().references(() => people.id),
      moduleId: k.str("module_id").notNull(),
      moduleHash: k.str("module_hash").notNull(),
      section: k.int("section").notNull(),
      /** Counted from 1 within the section. */
      paragraph: k.int("paragraph").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.moduleId] })],
  );

  /** 已阅知: who has acknowledged which version of a module that demands it. Appended only. */
  const acknowledgements = k.table(
    "acknowledgements",
    {
      personId: k.id("person_id").notNull().references(() => people.id),
      moduleId: k.str("module_id").notNull(),
      moduleHash: k.str("module_hash").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.moduleId, t.moduleHash] })],
  );

  /** A learner's question at a paragraph of a version of a module. Appended only. */
  const paragraphQuestions = k.table(
    "paragraph_questions",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      unitId: k.id("unit_id").notNull(),
      moduleId: k.str("module_id").notNull(),
      moduleHash: k.str("module_hash").notNull(),
      section: k.int("section").notNull(),
      paragraph: k.int("paragraph").notNull(),
      /** The beginning of the paragraph as it read then. */
      excerpt: k.str("excerpt").notNull(),
      text: k.str("text").notNull(),
      askedAt: k.instant("asked_at").notNull(),
    },
    (t) => [k.index("paragraph_questions_module").on(t.moduleId, t.section), k.index("paragraph_questions_unit").on(t.unitId)],
  );

  /** What a trainer answered; more answers may follow. Appended only. */
  const paragraphAnswers = k.table(
    "paragraph_answers",
    {
      id: k.id("id").primaryKey(),
      questionId: k.id("question_id").notNull().references(() => paragraphQuestions.id),
      personId: k.id("person_id").notNull().references(() => people.id),
      text: k.str("text").notNull(),
      answeredAt: k.instant("answered_at").notNull(),
    },
    (t) => [k.index("paragraph_answers_question").on(t.questionId)],
  );

  return { sectionReadings, selfChecks, completions, readingPlaces, acknowledgements, paragraphQuestions, paragraphAnswers };
}
