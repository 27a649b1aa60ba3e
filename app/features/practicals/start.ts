import type { Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";
import { isWithin, type Period } from "./authorisation.ts";

export type StartRefusal = "oneself" | "has-left" | "not-in-scheme" | "other-post" | "not-authorised";

/**
 * Whether an assessor may start a practical with a candidate on a day, and on which authorisation.
 * Nobody assesses themselves; the scheme asks for the checklist and is for the candidate's post; the assessor is authorised for it on that day.
 */
export function decideStart(input: {
  assessorId: string;
  candidate: { id: string; post: string | null; leftOn: Day | null };
  scheme: Pick<Scheme, "posts" | "practicals">;
  checklistId: string;
  authorisations: readonly (Period & { id: string; checklistId: string })[];
  today: Day;
}): Result<{ authorisationId: string }, StartRefusal> {
  const { candidate, scheme, today } = input;
  if (candidate.id === input.assessorId) return refused("oneself");
  if (candidate.leftOn !== null && candidate.leftOn < today) return refused("has-left");
  if (!scheme.practicals.includes(input.checklistId)) return refused("not-in-scheme");
  if (!scheme.posts.some((post) => post === candidate.post)) return refused("other-post");
  const authorisation = input.authorisations.find((one) => one.checklistId === input.checklistId && isWithin(today, one));
  return authorisation ? ok({ authorisationId: authorisation.id }) : refused("not-authorised");
}
