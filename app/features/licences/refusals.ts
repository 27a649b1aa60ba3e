import type { Obstacle } from "./eligibility.ts";

/** What a refusal says to the person in front of the screen. */
export const licenceRefusals = {
  "not-allowed": "您没有在该单位发证或管理证件的权限",
  "no-such-person": "没有找到这个人",
  "no-such-scheme": "没有找到这个持证方案",
  "no-such-licence": "没有找到这张上岗证",
  "own-licence": "不能处理自己的上岗证，请由其他发证人或单位负责人办理",
  "reason-missing": "请写明原因，它会记入证件台账",
  "changed-meanwhile": "刚刚有人改动过这张上岗证，请看清现状后再操作",
  "not-issued": "这张上岗证还没有签发",
  "already-issued": "这次考核已经发过上岗证",
  "already-suspended": "这张上岗证已经是暂停状态",
  "not-suspended": "这张上岗证没有被暂停，不需要恢复",
  "already-revoked": "这张上岗证已被吊销，吊销后不能再变更",
  expired: "这张上岗证已过有效期，不能再暂停或恢复；请重新考核换证",
  "before-last-event": "生效日不能早于台账中的上一条记录",
  "not-eligible": "发证条件还不齐，请看下面列出的缺项",
} as const;

/** What stands in the way of an issue; `{{checklist}}` and `{{day}}` are filled in. */
export const obstacleSentences = {
  "theory-missing": "还没有已发布的理论考试成绩",
  "theory-failed": "最近一次理论考试不合格",
  "theory-outside-window": "理论考试合格已超过规定时限，需要重考",
  "practical-missing": "还没有已签字的“{{checklist}}”实操考核",
  "practical-failed": "最近一次“{{checklist}}”实操考核不合格",
  "practical-outside-window": "“{{checklist}}”实操考核合格已超过规定时限，需要重考",
  "already-held": "已持有同一方案的上岗证，有效至 {{day}}；临近到期才能换证",
  "already-issued": "这次考核已经发过上岗证",
  "holder-left": "已登记离职，不能发证",
  "issuer-is-candidate": "不能给自己发证，请由其他发证人办理",
  "issuer-assessed": "“{{checklist}}”由您考评；考评员和发证人必须是两个人，请由其他发证人办理",
} as const satisfies Record<Obstacle["kind"], string>;
