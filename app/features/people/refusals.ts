import type { ImportReason } from "./import-format.ts";

/** What a refusal says to the person in front of the screen. */
export const signInRefusals = {
  wrong: "工号或密码不对，或账号已停用",
  "too-many": "试错次数过多，请 15 分钟后再试",
} as const;

export const passwordRefusals = {
  wrong: "现在的密码不对",
  "too-many": "试错次数过多，请 15 分钟后再试",
  "too-simple": "密码不能与工号相同",
  "changed-meanwhile": "密码刚刚被改过，请重新登录后再试",
} as const;

export const sessionRefusals = { "no-such-session": "这个登录已经结束" } as const;

/** Refusals of an administrator's commands, shown above or beside the form. */
export const staffRefusals = {
  "not-allowed": "这个人或单位不在您的管理范围",
  outranked: "此人还有您管理范围以外的角色，请由上级管理员处理",
  "own-account": "不能对自己的账号这样做",
  "no-such-person": "没有这个人",
  "no-such-unit": "没有这个单位",
  "staff-no-taken": "这个工号已经有人用了",
  "hired-out-of-range": "入职日期太早，或晚于一年以后，请核对年份",
  "same-assignment": "岗位和单位都没有变",
  "before-current": "起始日不能早于现岗位的起始日",
  "in-future": "起始日不能晚于今天",
  "has-left": "此人已经离职",
  "already-held": "此人在这个单位已有这个角色",
  "no-such-grant": "这个角色已经收回",
  "last-admin": "这是集团最后一名在用的管理员，先授权另一名再操作",
  "no-account": "此人还没有账号",
  "changed-meanwhile": "刚刚有人改过，请看过最新情况再操作",
} as const;
export type StaffRefusal = keyof typeof staffRefusals;

/** Why the import file as a whole is refused. */
export const importRefusals = {
  "no-file": "请选择一个 CSV 文件",
  "too-large": "文件超过 1 MB，请分成几个文件",
  "not-text": "读不出文字。请在表格软件里另存为“CSV UTF-8（逗号分隔）”再上传",
  "taken-meanwhile": "刚刚有人录入了相同的工号，没有导入任何人，请重新检查",
  "not-allowed": "您没有管理人员的权限",
} as const;

/** Why a line of the import file is refused. */
export const importReasonWords: Record<ImportReason, string> = {
  header: "表头应为：工号,姓名,单位,岗位,入职日期,角色",
  "too-many-rows": "一次最多 2000 人",
  empty: "表头下面没有人",
  cells: "这一行的列比表头多",
  quotes: "引号没有成对",
  missing: "必填，不能为空",
  "too-long": "太长：工号最多 20 个字符，姓名最多 40 个",
  "staff-no-form": "工号只能有字母、数字和连字符",
  "name-form": "姓名里有不能显示的字符",
  "unit-unknown": "您管理的单位里没有这个名称",
  "unit-ambiguous": "有几个单位叫这个名称，请写成“上级/本级”",
  "post-unknown": "没有这个岗位",
  "day-form": "日期应写成 2026-03-01",
  "day-range": "日期太早，或晚于一年以后",
  "role-unknown": "没有这个角色",
  "twice-in-file": "工号在文件里出现了两次",
  taken: "这个工号已经有人用了",
};
