import { z } from "zod";
import { manyOf } from "#app/lib/forms.ts";

/** Issuing a licence: its service commitment starts, unless it is waived with a reason. */
export const IssueForm = z
  .object({ waive: manyOf(z.enum(["yes"])), reason: z.string().trim().max(500, "理由最多 500 个字").default("") })
  .refine((form) => form.waive.length === 0 || form.reason.length >= 4, { path: ["reason"], message: "豁免服务期须写明理由，至少 4 个字" });

/** That somebody leaves: the last working day and why, as it will stand in the ledger. */
export const LeavingForm = z.object({
  leftOn: z.iso.date("请填写最后工作日"),
  reason: z.string().trim().min(2, "请写明离职原因").max(500, "离职原因最多 500 个字"),
});
