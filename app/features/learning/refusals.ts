/** What a refusal says to the person in front of the screen. */
export const acknowledgeRefusals = {
  "not-allowed": "阅知只能由本人确认",
  "no-such-module": "没有这个模块",
  "not-demanded": "这个模块不需要确认阅知。",
  "other-version": "这个模块刚刚更新过，请读过新版再确认。",
  "not-read-yet": "还有没读过的节。请把各节都读过，再确认阅知。",
} as const;

export const selfCheckRefusals = {
  "not-allowed": "自测只能由本人提交",
  "no-such-module": "没有这个模块",
  "other-questions": "这一套题已经更新，刚才的作答没有保存。请按下面的新题重新作答。",
  "nothing-answered": "还没有作答。请至少答一题，再提交。",
} as const;

export const askRefusals = {
  "not-allowed": "问题只能由本人提出",
  "no-unit": "您还没有分到单位，没有培训师能收到问题。请联系管理员。",
  "no-such-section": "没有这一节",
  "no-such-paragraph": "这一节里没有这一段，请重新选一段",
  "text-changed": "这一节的内容刚刚更新过。请对照新的内容重新选一段，再发一次；您写的还在下面。",
  "too-many-today": "今天已经提了 10 个问题，明天可以接着问。急事请直接找培训师或班组长。",
} as const;
