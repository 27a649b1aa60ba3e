import { z } from "zod";

/** Suspending, reinstating or revoking: the reason goes into the ledger. */
export const ReasonForm = z.object({
  reason: z.string().trim().min(4, "请写明原因，至少 4 个字").max(500, "原因最多 500 个字"),
});
export const ledgerIntents = ["suspend", "reinstate", "revoke"] as const;
export type LedgerIntent = (typeof ledgerIntents)[number];
