import { addDays, dayOf, lastDayOf, type Day, type Instant } from "#app/lib/clock.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";
import type { Standing } from "./standing.ts";

/** A released theory result; it counts for the day on which the paper was sealed. */
export type TheoryEvidence = { attemptId: string; percent: number; passed: boolean; sealedAt: Instant };
/** A signed practical; it counts for the day on which it was signed. */
export type PracticalEvidence = { practicalId: string; checklistId: string; assessorId: string; outcome: "passed" | "failed"; signedAt: Instant };
/** A licence of the same scheme that the candidate was given before. */
export type HeldLicence = { licenceId: string; attemptId: string; standing: Standing; validUntil: Day };

/** One examination of the scheme: what the newest outcome says, or that there is none yet. */
export type Checked<E> = { state: "missing"; on: null; evidence: null } | { state: "there" | "failed" | "outside-window"; on: Day; evidence: E };

/** Why a licence cannot be issued now, with what the sentence about it needs. */
export type Obstacle =
  | { kind: "theory-missing" | "theory-failed" | "theory-outside-window" }
  | { kind: "practical-missing" | "practical-failed" | "practical-outside-window" | "issuer-assessed"; checklistId: string }
  | { kind: "already-held"; licenceId: string; validUntil: Day }
  | { kind: "already-issued"; licenceId: string }
  | { kind: "holder-left" | "issuer-is-candidate" };

export type Eligibility = {
  theory: Checked<TheoryEvidence>;
  practicals: ({ checklistId: string } & Checked<PracticalEvidence>)[];
  /** Both examinations must lie in here, both ends inclusive. */
  window: { from: Day; to: Day };
  validFrom: Day;
  validUntil: Day;
  commitment: { startsOn: Day; endsOn: Day; months: number };
  obstacles: Obstacle[];
};

type Question = {
  scheme: Pick<Scheme, "practicals" | "windowDays" | "validity" | "commitment">;
  theory: readonly TheoryEvidence[];
  practicals: readonly PracticalEvidence[];
  held: readonly HeldLicence[];
  candidate: { personId: string; leftOn: Day | null };
  /** Who would issue; null while nobody in particular asks. */
  issuerId: string | null;
  /** The day of issue. */
  on: Day;
};

/**
 * What is there and what is missing for a licence to be issued on a day; `obstacles` is empty when it may be.
 * Theory and every practical of the scheme must have been passed inside the window; of each examination the newest outcome counts
 * (安然燃气客户服务规范, 培训和持证上岗制度 四). Candidate, assessor and issuer are three people. A licence about to expire may be renewed.
 */
export function eligibility({ scheme, theory, practicals, held, candidate, issuerId, on }: Question): Eligibility {
  const window = { from: addDays(on, -scheme.windowDays), to: on };
  const newestTheory = newest(theory, (one) => one.sealedAt, on);
  const checkedTheory = check(newestTheory, (one) => one.sealedAt, (one) => one.passed, window.from);
  const checkedPracticals = scheme.practicals.map((checklistId) => {
    const own = newest(practicals.filter((one) => one.checklistId === checklistId), (one) => one.signedAt, on);
    return { checklistId, ...check(own, (one) => one.signedAt, (one) => one.outcome === "passed", window.from) };
  });

  const obstacles: Obstacle[] = [];
  if (candidate.leftOn !== null) obstacles.push({ kind: "holder-left" });
  const given = held.find((licence) => licence.attemptId === newestTheory?.attemptId);
  const inForce = held.find((licence) => licence.standing === "valid" || licence.standing === "not-yet" || licence.standing === "suspended");
  if (given) obstacles.push({ kind: "already-issued", licenceId: given.licenceId });
  else if (inForce) obstacles.push({ kind: "already-held", licenceId: inForce.licenceId, validUntil: inForce.validUntil });
  if (checkedTheory.state !== "there") obstacles.push({ kind: `theory-${checkedTheory.state}` });
  for (const { checklistId, state } of checkedPracticals) if (state !== "there") obstacles.push({ kind: `practical-${state}`, checklistId });
  if (issuerId !== null && issuerId === candidate.personId) obstacles.push({ kind: "issuer-is-candidate" });
  for (const { checklistId, evidence } of checkedPracticals) if (evidence !== null && evidence.assessorId === issuerId) obstacles.push({ kind: "issuer-assessed", checklistId });

  const { months } = scheme.commitment;
  return {
    theory: checkedTheory,
    practicals: checkedPracticals,
    window,
    validFrom: on,
    validUntil: lastDayOf(on, scheme.validity.months),
    commitment: { startsOn: on, endsOn: lastDayOf(on, months), months },
    obstacles,
  };
}

function newest<E>(all: readonly E[], at: (one: E) => Instant, on: Day): E | undefined {
  return all.filter((one) => dayOf(at(one)) <= on).toSorted((a, b) => at(b) - at(a))[0];
}

function check<E>(evidence: E | undefined, at: (one: E) => Instant, passed: (one: E) => boolean, from: Day): Checked<E> {
  if (evidence === undefined) return { state: "missing", on: null, evidence: null };
  const on = dayOf(at(evidence));
  return { state: !passed(evidence) ? "failed" : on < from ? "outside-window" : "there", on, evidence };
}
