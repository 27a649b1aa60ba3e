import { z } from "zod";
import { marks } from "./states.ts";

const id = z.string().min(1).max(60);
const day = (message: string) => z.iso.date(message);
const reason = (message: string) => z.string().trim().min(4, message).max(300, "最多 300 个字");

/** A note of the assessor; without words it is none. */
const Note = z
  .string()
  .trim()
  .max(200, "备注最多 200 个字")
  .refine((text) => !text.includes("\0"), "备注里有不能保存的字符")
  .nullish()
  .transform((text) => (text ? text : null));
const stepId = z.string().regex(/^s\d{2}$/, "没有这一步");
const seq = z.coerce.number().int().min(1).max(9999);

/** One mark, as the page sends it without JavaScript. */
export const MarkForm = z.object({ step: stepId, seq, mark: z.enum(marks, "请选择一项"), note: Note });
/** What the tablet sends in the background: everything that has not reached the server. */
export const MarksBody = z.object({ marks: z.array(MarkForm).min(1).max(500) });

export const StartForm = z.object({ candidateId: id, schemeId: id, checklistId: id });

const recordHash = z.string().regex(/^[0-9a-f]{64}$/, "请刷新页面");
export const CandidateSignForm = z.object({ recordHash, password: z.string().min(1, "请学员输入自己的密码").max(200, "密码最多 200 个字符") });
export const CandidateRefuseForm = z.object({ recordHash, reason: reason("请写明学员为什么不签字") });
export const AnnulForm = z.object({ id, reason: reason("请写明为什么作废") });
/** Everything the review page sends. */
export const ReviewForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("finish") }),
  z.object({ intent: z.literal("reopen") }),
  CandidateSignForm.extend({ intent: z.literal("sign") }),
  CandidateRefuseForm.extend({ intent: z.literal("refuse") }),
  z.object({ intent: z.literal("countersign"), recordHash }),
  AnnulForm.extend({ intent: z.literal("annul") }),
]);

/** Checked in the browser and on the server; an empty last day is an authorisation without an end. */
export const AuthoriseForm = z
  .object({
    personId: z.string().min(1, "请选择考评员").max(60),
    checklistId: z.string().min(1, "请选择考核表").max(60),
    fromOn: day("请填写起始日"),
    toOn: z.union([z.literal(""), day("日期应写成 2026-03-01")]).optional(),
  })
  .refine((form) => !form.toOn || form.toOn >= form.fromOn, { path: ["toOn"], message: "最后有效日不能早于起始日" });
export const EndForm = z.object({ id, lastOn: day("请填写最后有效日") });
/** Everything the authorisations page sends. */
export const AuthorisationsForm = z.discriminatedUnion("intent", [
  AuthoriseForm.safeExtend({ intent: z.literal("authorise") }),
  EndForm.extend({ intent: z.literal("end") }),
  AnnulForm.extend({ intent: z.literal("annul") }),
]);
