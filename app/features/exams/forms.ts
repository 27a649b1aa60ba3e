import { z } from "zod";
import { manyOf } from "#app/lib/forms.ts";

const localMoment = (message: string) => z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, message);
const text = (message: string) => z.string().trim().min(1, message).max(60, "最多 60 个字");

/** A new sitting, as typed; the moments are `2026-11-22T09:00` in Asia/Shanghai. */
export const NewSittingForm = z
  .object({
    schemeId: text("请选择持证方案"),
    unitId: text("请选择单位"),
    title: text("请填写场次名称"),
    room: text("请填写考场"),
    startsAt: localMoment("请填写开始时间"),
    endsAt: localMoment("请填写结束时间"),
  })
  .refine((form) => form.endsAt > form.startsAt, { path: ["endsAt"], message: "结束时间应晚于开始时间" });

const id = z.string().min(1).max(60);
/** Who is ticked on the page of a sitting. */
export const AdmitForm = z.object({ personIds: manyOf(id).refine((ids) => ids.length > 0, "请先勾选要安排的人").refine((ids) => ids.length <= 200, "一次最多安排 200 人") });
export const StartForm = z.object({ sittingId: id });
export const PersonForm = z.object({ personId: id });
