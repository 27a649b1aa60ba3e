/** What a refusal says to the person in front of the screen. */
export const signInRefusals = {
  wrong: "工号或密码不对，或账号已停用",
  "too-many": "试错次数过多，请 15 分钟后再试",
} as const;

export const passwordRefusals = {
  wrong: "现在的密码不对",
  "too-simple": "密码不能与工号相同",
} as const;
