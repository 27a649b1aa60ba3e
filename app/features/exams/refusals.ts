/** What a refusal says to the person in front of the screen. */
export const createSittingRefusals = {
  "not-allowed": "您不管理这个单位的考试",
  "no-such-scheme": "没有这个持证方案",
  "too-short": "从开始到结束，要够考完一份卷的时间",
  "in-the-past": "结束时间已经过去",
} as const;

export const sittingRefusals = {
  "no-such-sitting": "没有这个场次，或不归您管理",
  "wrong-state": "场次的状态已经变了，请看过最新情况再操作",
  "changed-meanwhile": "刚刚有人操作过这个场次，请看过最新情况再操作",
  "sitting-over": "场次的结束时间已过，不能再开考",
  "not-eligible": "有人不在本单位范围内、已离职，或岗位不在这个持证方案内，没有安排任何人",
  "not-admitted": "这个人没有安排在本场",
  unsealed: "还有没收的卷，请先关闭考场",
  ungraded: "有卷没能评出分数，答案都在；请把这个场次告诉系统管理员，查看审计日志里的原因",
} as const;

export const startRefusals = {
  "not-admitted": "您没有被安排在这个场次",
  "not-open": "监考员还没有开考，或考场已经关闭",
  "too-early": "还没到开始时间",
  "too-late": "场次的结束时间已过，不能再开始",
  infeasible: "题库不够组这份卷，请告诉监考员",
} as const;
export type StartRefusal = keyof typeof startRefusals;
