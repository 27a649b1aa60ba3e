import { practicePaperStates } from "#app/features/practice/states.ts";
import type { Kit } from "../kit.ts";
import type { peopleTables } from "./people.ts";
import { among } from "./words.ts";

/** What a person practises: spaced review 温故 of questions once missed, and practice papers 模拟考. */
export function practiceTables(k: Kit, { people }: ReturnType<typeof peopleTables>) {
  /** One question a person reviews, as its schedule stands. Changed by the review that names the `reps` it expects; the log below is the record. */
  const reviewCards = k.table(
    "review_cards",
    {
      personId: k.id("person_id").notNull().references(() => people.id),
      questionId: k.str("question_id").notNull(),
      moduleId: k.str("module_id").notNull(),
      /** The schedule of ts-fsrs. */
      card: k.json("card").notNull(),
      dueAt: k.instant("due_at").notNull(),
      reps: k.int("reps").notNull(),
      addedAt: k.instant("added_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.questionId] }), k.index("review_cards_due").on(t.personId, t.dueAt)],
  );

  /** Every review of a question, with the version that was asked. Appended only. */
  const reviewLog = k.table(
    "review_log",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      questionId: k.str("question_id").notNull(),
      questionHash: k.str("question_hash").notNull(),
      response: k.json("response"),
      correct: k.bool("correct").notNull(),
      /** How often the card had been reviewed before. */
      reps: k.int("reps").notNull(),
      log: k.json("log").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.uniqueIndex("review_log_once").on(t.personId, t.questionId, t.reps)],
  );

  /** A practice paper: drawn from the practice part of the bank by the blueprint of a scheme, graded at once when handed in. */
  const practicePapers = k.table(
    "practice_papers",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      schemeId: k.str("scheme_id").notNull(),
      schemeHash: k.str("scheme_hash").notNull(),
      companyKey: k.str("company_key").notNull(),
      figures: k.json("figures").notNull(),
      seed: k.str("seed").notNull(),
      paper: k.json("paper").notNull(),
      state: k.oneOf("state", practicePaperStates).notNull(),
      startedAt: k.instant("started_at").notNull(),
      handedInAt: k.instant("handed_in_at"),
      /** `[{slot, response}]` as handed in. */
      answers: k.json("answers"),
      percent: k.real("percent"),
    },
    (t) => [k.check("practice_papers_state", among(t.state, practicePaperStates)), k.index("practice_papers_person").on(t.personId, t.startedAt)],
  );
  return { reviewCards, reviewLog, practicePapers };
}
