/** The writes of this area: one list of what can be done to a sitting and an attempt. */
export { handIn, startAttempt } from "./attempts.server.ts";
export { saveAnswers, saveNext } from "./save-answers.server.ts";
export { gradeWaiting, sealOverdue } from "./seal.server.ts";
export { admitCandidates, closeSitting, createSitting, openSitting, releaseResults, withdrawAdmission } from "./sittings.server.ts";
