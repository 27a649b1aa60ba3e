import type { Tone } from "#app/ui/page.tsx";
import type { CommitmentEventKind } from "./kinds.ts";
import type { CommitmentState } from "./standing.ts";

export const commitmentLabels: Record<CommitmentState, { word: string; tone: Tone }> = {
  "not-yet": { word: "未开始", tone: "plain" },
  running: { word: "履行中", tone: "on" },
  fulfilled: { word: "已履行完毕", tone: "ok" },
  "ended-early": { word: "提前终止", tone: "warn" },
  waived: { word: "已豁免", tone: "plain" },
};

export const commitmentEventLabels: Record<CommitmentEventKind, string> = { started: "开始", waived: "豁免", "ended-early": "提前终止" };

/** What follows when somebody leaves before the end: the rule, and whose decision it is. The system calculates nothing. */
export const endedEarlyMeaning = {
  rule: "安然燃气客户服务规范要求：培训合格的人员须服务两年以上。",
  follows: "是否需要承担费用、承担多少，由人事按双方签订的书面协议和法律规定决定；本系统不作计算，也不据此扣款。",
  licence: "服务期不影响上岗证本身；离职后不能再凭证上岗，发证台账保持不变。",
} as const;
