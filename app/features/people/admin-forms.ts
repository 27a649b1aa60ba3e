import { z } from "zod";
import { manyOf } from "#app/lib/forms.ts";
import { posts } from "../standards/clause.ts";
import { roles } from "./roles.ts";

const name = z.string().trim().min(1, "请填写姓名").max(40, "姓名最多 40 个字符");
const phone = z.string().trim().regex(/^[0-9+ -]{0,20}$/, "电话只能有数字、空格、+ 和 -").default("");
const unitId = z.string().min(1, "请选择单位").max(40, "请选择单位");
const post = z.enum(posts, "请选择岗位");
const day = z.iso.date("请填写日期");
const reason = z.string().trim().min(2, "请写明原因").max(200, "原因最多 200 个字符");

/** One person, entered one by one; the account comes with it. */
export const NewPersonForm = z.object({
  staffNo: z.string().trim().min(1, "请填写工号").max(20, "工号最多 20 个字符").regex(/^[A-Za-z0-9-]+$/, "工号只能有字母、数字和连字符"),
  name,
  phone,
  unitId,
  post,
  hiredOn: day,
  roles: manyOf(z.enum(roles)).refine((list) => list.length > 0, "至少选一个角色"),
  /** Empty: over the unit the person works in. */
  roleUnitId: z.string().max(40, "请选择单位").default(""),
});

export const PersonForm = z.object({ intent: z.literal("edit"), name, phone });
export const MoveForm = z.object({ intent: z.literal("move"), unitId, post, fromOn: day });
export const GrantForm = z.object({ intent: z.literal("grant"), role: z.enum(roles, "请选择角色"), unitId });
export const RevokeForm = z.object({ intent: z.literal("revoke"), grantId: z.string().min(1).max(40) });
export const ResetForm = z.object({ intent: z.literal("reset") });
export const DisableForm = z.object({ intent: z.literal("disable"), reason });
export const EnableForm = z.object({ intent: z.literal("enable"), reason });

/** Everything the page of one person may ask for. */
export const StaffForm = z.discriminatedUnion("intent", [PersonForm, MoveForm, GrantForm, RevokeForm, ResetForm, DisableForm, EnableForm], "请从页面上的按钮提交");
export type StaffForm = z.infer<typeof StaffForm>;

export const staffStates = ["all", "active", "disabled", "left"] as const;

/** The filter of the list, from the address; what cannot be read is left out. */
export const StaffFilter = z.object({
  q: z.string().trim().max(40).catch("").default(""),
  unit: z.string().max(40).catch("").default(""),
  state: z.enum(staffStates).catch("all").default("all"),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type StaffFilter = z.infer<typeof StaffFilter>;
