import { daysBetween, type Day } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { LicenceEventKind } from "./kinds.ts";

/** One entry of a licence's ledger, as the rules need it. `effectiveOn` is a calendar day in Asia/Shanghai. */
export type LicenceEvent = { seq: number; kind: LicenceEventKind; effectiveOn: Day };

/** The days a licence is good for, both ends inclusive; `expiringDays` before the end it is to be renewed. */
export type Validity = { validFrom: Day; validUntil: Day; expiringDays: number };

/** Where the ledger has brought a licence, days left aside. */
export const licenceStates = ["none", "in-force", "suspended", "revoked"] as const;
export type LicenceState = (typeof licenceStates)[number];
/** What may be entered next: issued once, suspended and reinstated at will, revoked for good. */
export const licenceTransitions = {
  none: { issued: "in-force" },
  "in-force": { suspended: "suspended", revoked: "revoked" },
  suspended: { reinstated: "in-force", revoked: "revoked" },
  revoked: {},
} as const satisfies Record<LicenceState, Partial<Record<LicenceEventKind, LicenceState>>>;

function stateAfter(state: LicenceState, kind: LicenceEventKind): LicenceState | undefined {
  const moves: Partial<Record<LicenceEventKind, LicenceState>> = licenceTransitions[state];
  return moves[kind];
}

/** Folds a ledger up to and including a day, in the order of its sequence. An entry its state does not allow changes nothing. */
export function stateOn(events: readonly LicenceEvent[], on: Day): LicenceState {
  return events
    .filter((event) => event.effectiveOn <= on)
    .toSorted((a, b) => a.seq - b.seq)
    .reduce<LicenceState>((state, event) => stateAfter(state, event.kind) ?? state, "none");
}

/** What a licence is worth on a day 未生效、有效、即将到期、已过期、已暂停、已吊销. */
export const standings = ["not-yet", "valid", "expiring", "expired", "suspended", "revoked"] as const;
export type Standing = (typeof standings)[number];

/**
 * Standing of a licence on a day: folds its events up to and including that day; right for any day, past or future.
 * `expiring` is valid with at most `expiringDays` days left; the last day counts as valid. Revocation outlives the end, a suspension does not.
 */
export function standing(events: readonly LicenceEvent[], validity: Validity, on: Day): Standing {
  const state = stateOn(events, on);
  if (state === "revoked") return "revoked";
  if (state === "none" || on < validity.validFrom) return "not-yet";
  if (on > validity.validUntil) return "expired";
  if (state === "suspended") return "suspended";
  return daysBetween(on, validity.validUntil) <= validity.expiringDays ? "expiring" : "valid";
}

/** Standing together with its holder: the right to work ends with employment, while the ledger stays as it is. */
export type HolderStanding = Standing | "holder-left";

/** `leftOn` is the last day of employment, inclusive; null for who is with the company. */
export function holderStanding(own: Standing, leftOn: Day | null, on: Day): HolderStanding {
  const worthNothing = own === "revoked" || own === "expired";
  return !worthNothing && leftOn !== null && leftOn < on ? "holder-left" : own;
}

export type LedgerRefusal = "not-issued" | "already-issued" | "already-suspended" | "not-suspended" | "already-revoked" | "expired" | "before-last-event";

/**
 * Whether `kind` may be entered into a ledger with effect from `on`; the value is the entry's sequence.
 * A licence past its end can still be revoked, but not suspended or reinstated; entries never go back behind the last one.
 */
export function acceptEvent(events: readonly LicenceEvent[], validity: Validity, kind: LicenceEventKind, on: Day): Result<number, LedgerRefusal> {
  const last = events.toSorted((a, b) => a.seq - b.seq).at(-1);
  if (last && on < last.effectiveOn) return refused("before-last-event");
  const state = stateOn(events, on);
  if (stateAfter(state, kind) === undefined) {
    if (state === "revoked") return refused("already-revoked");
    if (state === "none") return refused("not-issued");
    if (kind === "issued") return refused("already-issued");
    return refused(state === "suspended" ? "already-suspended" : "not-suspended");
  }
  if ((kind === "suspended" || kind === "reinstated") && on > validity.validUntil) return refused("expired");
  return ok((last?.seq ?? 0) + 1);
}
