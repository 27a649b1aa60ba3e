/** What a refusal says to the person in front of the screen. */
export const newClassRefusals = {
  "not-allowed": "您不管理这个单位的培训",
  "ends-first": "结束时间应晚于开始时间",
  "too-many-minutes": "计入的分钟数不能多于活动的时长",
  "too-long-ago": "活动结束超过 31 天，不能再补建",
  "too-far-ahead": "结束时间太远，请检查年份",
} as const;

export const classRefusals = {
  "no-such-class": "没有这个活动，或不归您管理",
  "wrong-state": "活动的状态已经变了，请看过最新情况再操作",
  "changed-meanwhile": "刚刚有人操作过这个活动，请看过最新情况再操作",
  "too-early": "还没到时间：开始前 30 分钟起可以登记到场，开始以后才能结束活动",
  cancelled: "活动已经取消，不再登记到场",
  "not-of-unit": "有人不在本单位范围内，没有登记任何人",
  "no-reason": "改动已有的记录、或活动结束后补登，都要写明原因",
  "not-present": "这个人现在没有到场记录，不用更正",
} as const;

export const attendRefusals = {
  "too-early": "还没到签到时间，开始前 30 分钟起可以签到",
  "too-late": "签到时间已过，请培训师替您补登",
  closed: "活动已经结束登记，请培训师替您补登",
  cancelled: "活动已经取消，不用签到",
  corrected: "培训师更正过您的到场记录，请当面找培训师",
  "wrong-code": "签到码不对或已经换了。请看投影上现在的 6 位数字，再试一次。",
  "too-many": "输错太多次，请过 10 分钟再试，或请培训师替您补登",
} as const;
