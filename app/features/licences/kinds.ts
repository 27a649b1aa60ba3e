/** What can happen to a licence 上岗证; appended, never overwritten. Expiry is derived, not an event. */
export const licenceEventKinds = ["issued", "suspended", "reinstated", "revoked"] as const;
export type LicenceEventKind = (typeof licenceEventKinds)[number];
