import type { CommitmentState } from "#app/features/commitments/standing.ts";
import type { HolderStanding } from "#app/features/licences/standing.ts";
import type { Day } from "#app/lib/clock.ts";

/** From how many days before its end a licence is called to the manager's attention. */
export const attentionDays = 60;

/** What this page needs of a licence on a day. */
export type HeldLicence = { id: string; schemeId: string; standing: HolderStanding; daysLeft: number; validUntil: Day; tasks: readonly { scope: "alone" | "supervised" }[] };

/** What a person's licence of one scheme is worth on a day; `alone` and `supervised` split those that are good. */
export type CellState = "alone" | "supervised" | Exclude<HolderStanding, "valid" | "expiring" | "not-yet"> | "none";
export type Cell = { state: CellState; licenceId: string | null; daysLeft: number | null; validUntil: Day | null; expiring: boolean };

const good = (licence: HeldLicence) => licence.standing === "valid" || licence.standing === "expiring";
const mayAlone = (licence: HeldLicence) => licence.tasks.some((task) => task.scope === "alone");

// Of several licences of a scheme the one that says most about today: a good one, then what stopped it.
const order: readonly HolderStanding[] = ["valid", "expiring", "suspended", "holder-left", "revoked", "expired"];

/** A person's standing in one scheme: before its first day a licence is none; of several licences the best counts, of equals the one that lasts longest. */
export function cellOf(licences: readonly HeldLicence[], schemeId: string): Cell {
  const [best] = licences
    .filter((licence) => licence.schemeId === schemeId)
    .flatMap(({ standing, ...licence }) => (standing === "not-yet" ? [] : [{ ...licence, standing }]))
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || (a.validUntil < b.validUntil ? 1 : -1));
  if (!best) return { state: "none", licenceId: null, daysLeft: null, validUntil: null, expiring: false };
  const { id: licenceId, daysLeft, validUntil, standing } = best;
  const state = standing === "valid" || standing === "expiring" ? (mayAlone(best) ? "alone" : "supervised") : standing;
  return { state, licenceId, daysLeft, validUntil, expiring: good(best) && (standing === "expiring" || daysLeft <= attentionDays) };
}

/** Whether a person may work alone in their post: a good licence of a scheme for that post, with at least one task that needs no company. */
export function worksAlone(licences: readonly HeldLicence[], post: string, schemes: readonly { id: string; posts: readonly string[] }[]): boolean {
  const fitting = schemes.filter((scheme) => scheme.posts.includes(post)).map((scheme) => scheme.id);
  return licences.some((licence) => good(licence) && fitting.includes(licence.schemeId) && mayAlone(licence));
}

/** The next last day among the licences that count; null when none does. */
export function nextExpiry(cells: readonly Cell[]): Day | null {
  const ends = cells.flatMap((cell) => ((cell.state === "alone" || cell.state === "supervised") && cell.validUntil !== null ? [cell.validUntil] : []));
  return ends.toSorted()[0] ?? null;
}

const commitmentOrder: readonly CommitmentState[] = ["running", "ended-early", "fulfilled", "waived"];

/** The commitment that binds a person most on a day: a running one that ends last, else what came of the others; one that has not begun is none. */
export function bindingCommitment<C extends { endsOn: Day; standing: { state: CommitmentState } }>(commitments: readonly C[]): C | null {
  const [first] = commitments
    .filter((one) => one.standing.state !== "not-yet")
    .toSorted((a, b) => commitmentOrder.indexOf(a.standing.state) - commitmentOrder.indexOf(b.standing.state) || (a.endsOn < b.endsOn ? 1 : -1));
  return first ?? null;
}
