import type { PracticalResult } from "./scoring.ts";
import type { MarkEvent } from "./marks.ts";
import type { Mark, PracticalOutcome, PracticalState, SignatureRole } from "./states.ts";

/** Shapes in which a practical reaches a page. */

/** A clause as a step refers to it; `to` is its page, null for one that this build no longer has. */
export type ClauseRef = { id: string; to: string | null; regulation: string; place: string; duty: string };

export type StepView = { id: string; number: number; section: string; title: string; look: string; abnormal: string | null; critical: boolean; mayNotApply: boolean; clauses: ClauseRef[] };

export type PracticalHead = {
  id: string;
  state: PracticalState;
  title: string;
  schemeTitle: string;
  /** How long the checklist is meant to take. */
  minutes: number;
  policy: { minimumPercent: number; note: string };
  candidate: { name: string; staffNo: string };
  assessor: { name: string; staffNo: string };
  startedAt: number;
  finishedAt: number | null;
  signedAt: number | null;
  recordHash: string | null;
};

/** For the assessing screen; `marks` are the latest of each step. */
export type Assessing = PracticalHead & { steps: StepView[]; marks: MarkEvent[] };

export type JudgedStep = StepView & { mark: Mark | null; note: string | null };
export type SignatureView = { role: SignatureRole; decision: "signed" | "refused"; reason: string | null; signedAt: number };

/** The whole of a practical. `result` is what it would be now while open and complete; `intact` whether marks and result still give the hash that was signed. */
export type PracticalView = PracticalHead & {
  steps: JudgedStep[];
  left: number;
  result: PracticalResult | null;
  toTrain: ClauseRef[];
  signatures: SignatureView[];
  intact: boolean;
};

/** A signed practical as its candidate sees it in a list. */
export type OwnPractical = { id: string; title: string; schemeTitle: string; outcome: PracticalOutcome; signedAt: number };
