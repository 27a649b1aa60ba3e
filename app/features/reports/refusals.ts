/** What a refusal says to the person in front of the screen. */
export const reportRefusals = {
  "bad-day": "这不是一个日期。请写成 2026-11-22，或者留空看今天",
  "nobody-ticked": "还没有勾选要提醒的人",
} as const;
