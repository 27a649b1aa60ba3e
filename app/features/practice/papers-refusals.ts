/** What a refused practice paper says to the person in front of the screen. */
export const paperRefusals = {
  "not-allowed": "模拟考只能由本人来做",
  "no-such-scheme": "没有这个持证方案",
  "other-post": "这个上岗证不属于您现在的岗位",
  "no-questions": "这个上岗证还没有可以练的题",
  "no-such-paper": "没有这份模拟卷",
  "nothing-answered": "还没有作答。请至少答一题，再交卷。",
} as const;
export type PaperRefusal = keyof typeof paperRefusals;
