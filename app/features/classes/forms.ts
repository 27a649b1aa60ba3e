import { z } from "zod";
import { manyOf } from "#app/lib/forms.ts";
import { classKinds } from "./states.ts";

const localMoment = (message: string) => z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, message);
const text = (message: string) => z.string().trim().min(1, message).max(60, "最多 60 个字");
const id = z.string().min(1).max(60);

/** A new class, as typed; the moments are `2026-11-22T09:00` in Asia/Shanghai. */
export const NewClassForm = z
  .object({
    kind: z.enum(classKinds, "请选择培训方式"),
    title: text("请填写活动名称"),
    unitId: text("请选择单位"),
    place: text("请填写地点"),
    startsAt: localMoment("请填写开始时间"),
    endsAt: localMoment("请填写结束时间"),
    minutes: z.string().trim().regex(/^[1-9]\d{0,3}$/, "请填写 1 到 9999 之间的整数"),
    materials: z.string().trim().max(2000, "最多 2000 个字"),
  })
  .refine((form) => form.endsAt > form.startsAt, { path: ["endsAt"], message: "结束时间应晚于开始时间" });

const reason = z.string().trim().max(200, "最多 200 个字");
const because = reason.min(1, "请写明原因");

/** Who is ticked as present; the reason may be left out where nothing is changed. */
export const EnterForm = z.object({
  personIds: manyOf(id).refine((ids) => ids.length > 0, "请先勾选到场的人").refine((ids) => ids.length <= 200, "一次最多补登 200 人"),
  reason: reason.default(""),
});
export const CorrectForm = z.object({ personId: id, reason: because });
export const CancelForm = z.object({ reason: because });

/** The code as scanned or typed; a full-width digit is a digit. */
export const CodeForm = z.object({ code: z.string().max(20).transform((typed) => typed.normalize("NFKC").replace(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/)) });
