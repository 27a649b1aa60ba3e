/** What a refusal says to the person in front of the screen. */
export const selfCheckRefusals = {
  "not-allowed": "自测只能由本人提交",
  "no-such-module": "没有这个模块",
  "other-questions": "这一套题已经更新，刚才的作答没有保存。请按下面的新题重新作答。",
  "nothing-answered": "还没有作答。请至少答一题，再提交。",
} as const;
