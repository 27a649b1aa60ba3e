import { licenceRefusals } from "#app/features/licences/refusals.ts";

/** What a refusal says to the person in front of the screen. */
export const leavingRefusals = {
  "not-allowed": "您没有登记离职的权限",
  "no-such-person": "没有找到这个人",
  "already-left": "已经登记过离职",
  "before-hired": "最后工作日不能早于入职日期",
  "too-far-ahead": "最后工作日不能晚于一年以后，请核对年份",
  "reason-missing": "请写明离职原因",
  "last-admin": "这是最后一名在用的管理员，请先为接任者开通管理员角色",
} as const;

export const issueRefusals = { ...licenceRefusals, "waiver-reason-missing": "豁免服务期须写明理由，至少 4 个字" } as const;
