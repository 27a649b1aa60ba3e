/** What a refusal says to the person in front of the screen. */
export const startRefusals = {
  oneself: "不能考核自己",
  "has-left": "这名学员已经离职",
  "not-in-scheme": "这个持证方案不考这张考核表",
  "other-post": "这名学员的岗位不在这个持证方案内",
  "not-authorised": "您今天没有这张考核表的考评授权，请联系培训师",
  "no-such-candidate": "这名学员不在您的考评范围内",
  "no-such-checklist": "没有这张考核表",
  "under-way": "这名学员的这张考核表正在考核中，签字或作废之后才能重新开始",
} as const;

export const practicalRefusals = {
  "no-such-practical": "没有这场考核，或考评员不是您",
  "changed-meanwhile": "这场考核刚刚变了状态，请看过最新情况再操作",
  "no-such-step": "考核表里没有这一步",
  "always-applies": "这一步不能记“不适用”",
  "marked-elsewhere": "这一步在另一台设备上有不同的记录，请核对后再点一次",
  "not-understood": "服务器看不懂这些记录，请刷新页面",
  "already-signed": "已经签过字，不能再改",
  "wrong-password": "密码不对，没有签字。请学员本人重新输入",
  "too-many": "密码试错次数过多，请 15 分钟后再试",
  "password-not-own": "学员的密码是管理员代设的。请学员先登录，改成自己的密码，再来签字",
} as const;

/** The sentence of `steps-open` has a number to fill in. */
export const stepsOpenRefusal = "还有 {{n}} 步没有记录，不能结束考核";

export const authorisationRefusals = {
  "no-such-person": "这个人不在您的管理范围内",
  "no-such-checklist": "没有这张考核表",
  oneself: "不能给自己授权，也不能结束自己的授权",
  "not-an-assessor": "此人今天没有考评员角色，请先由管理员授予",
  "in-the-past": "起始日不能早于今天",
  "already-authorised": "此人在这段时间已有这张考核表的授权",
  "no-such-authorisation": "没有这项授权，或不在您的管理范围内",
  "not-earlier": "这项授权本来就在这天或更早结束",
  "used-after": "这天之后已凭这项授权开始过考核，最后有效日不能更早",
  "changed-meanwhile": "刚刚有人改过这项授权，请看过最新情况再操作",
} as const;
