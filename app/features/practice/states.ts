/** States of a practice paper: being answered, or handed in and graded. */
export const practicePaperStates = ["open", "handed-in"] as const;
export type PracticePaperState = (typeof practicePaperStates)[number];
