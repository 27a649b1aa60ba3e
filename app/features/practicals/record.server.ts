import { hashOf } from "#app/lib/canonical.server.ts";
import { latestMarks, type MarkEvent } from "./marks.ts";
import type { PracticalResult } from "./scoring.ts";

/** What the two signatures stand under: which checklist in which version, who, when, every mark with its note, and the result. */
export type SignedContent = {
  practicalId: string;
  schemeId: string;
  checklistId: string;
  checklistHash: string;
  candidateId: string;
  assessorId: string;
  authorisationId: string;
  startedAt: number;
  finishedAt: number;
  result: PracticalResult;
};

/** SHA-256 over the canonical form of a finished practical; of every step only the mark that counts, so that neither order nor replays matter. */
export function recordHash(content: SignedContent, events: Iterable<MarkEvent>): string {
  const { practicalId, schemeId, checklistId, checklistHash, candidateId, assessorId, authorisationId, startedAt, finishedAt, result } = content;
  const marks = [...latestMarks(events).values()]
    .map(({ step, mark, note }) => ({ step, mark, note }))
    .sort((a, b) => (a.step < b.step ? -1 : 1));
  return hashOf({ practicalId, schemeId, checklistId, checklistHash, candidateId, assessorId, authorisationId, startedAt, finishedAt, result, marks });
}
