/** What a refused answer to a review question says to the person in front of the screen. */
export const reviewRefusals = {
  "not-allowed": "温故只能由本人作答",
  "no-such-question": "这一题不在您的温故里",
  "other-version": "这一题刚刚更新过，刚才的作答没有记。请按下面的新题再答。",
  "not-due": "这一题今天不用再答",
  "nothing-answered": "还没有作答。答不上来，就按“不会，看解析”。",
} as const;
