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
  return { sectionReadings, selfChecks, completions };
}
