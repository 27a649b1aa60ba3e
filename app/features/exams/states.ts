/** States of a sitting 场次 and the moves between them; the database's CHECK comes from the same list. */
export const sittingStates = ["planned", "open", "closed", "released"] as const;
export type SittingState = (typeof sittingStates)[number];
export const sittingTransitions = {
  planned: { open: "open" },
  open: { close: "closed" },
  closed: { release: "released" },
  released: {},
} as const satisfies Record<SittingState, Partial<Record<string, SittingState>>>;

/** States of an attempt 一次考试. The seal takes a paper to `submitted` and, in the same transaction, to `graded`; one that cannot be graded waits as `submitted`, see `gradeWaiting`. */
export const attemptStates = ["open", "submitted", "graded", "void"] as const;
export type AttemptState = (typeof attemptStates)[number];
export const attemptTransitions = {
  open: { submit: "submitted", annul: "void" },
  submitted: { grade: "graded", annul: "void" },
  graded: { regrade: "graded", annul: "void" },
  void: {},
} as const satisfies Record<AttemptState, Partial<Record<string, AttemptState>>>;

/** What closed a paper: one seal routine, four causes. */
export const sealCauses = ["hand-in", "time-out", "invigilator", "room-end"] as const;
export type SealCause = (typeof sealCauses)[number];
