import { kits } from "../kit.ts";
import { allTables } from "./index.ts";

// A door for drizzle-kit, which reads exported tables: the same tables as the app's, in the words of PostgreSQL.
export const {
  units, people, assignments, roleGrants, accounts, sessions, signInTries, contentVersions, sectionReadings, selfChecks, completions,
  readingPlaces, acknowledgements, paragraphQuestions, paragraphAnswers, reviewCards, reviewLog, practicePapers, classes, attendances,
  sittings, admissions, attempts, answers, lateAnswers, grades, assessorAuthorisations, practicals, practicalMarks, practicalSignatures,
  licences, licencePracticals, licenceEvents, commitments, commitmentEvents, auditEvents, notifications, notificationReads, settings,
} = allTables(kits.postgres);
