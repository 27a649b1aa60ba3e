/** What can happen to a service commitment 服务期. Fulfilment is derived from the days, not an event. */
export const commitmentEventKinds = ["started", "waived", "ended-early"] as const;
export type CommitmentEventKind = (typeof commitmentEventKinds)[number];
