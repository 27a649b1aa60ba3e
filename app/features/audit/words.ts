/** What each event says, read after the name of who did it. One table, so that no name is shown in two ways. */
export const eventWords: Readonly<Record<string, string>> = {
  "account.signed-in": "登录",
  "account.sign-in-refused": "登录被拒绝",
  "account.confirmation-refused": "输入的确认密码不对",
  "account.signed-out": "退出登录",
  "account.password-changed": "修改了自己的密码",
  "account.password-reset": "重置了密码",
  "account.disabled": "停用了账号",
  "account.enabled": "恢复了账号",
  "person.created": "录入了人员",
  "person.imported": "从文件导入了人员",
  "person.edited": "更正了姓名或电话",
  "person.moved": "调整了岗位或单位",
  "person.left": "登记了离职",
  "role.granted": "授予了角色",
  "role.revoked": "收回了角色",
  "learning.section-read": "读完了一节",
  "learning.self-check-taken": "做了一次自测",
  "learning.acknowledged": "确认阅知了一个模块",
  "learning.module-completed": "学完了一个模块",
  "learning.question-asked": "在一段课文处提了问题",
  "learning.question-answered": "回答了学员的问题",
  "review.answered": "温故答了一题",
  "practice.paper-started": "开始做一份模拟考",
  "practice.paper-handed-in": "交了一份模拟考",
  "sitting.created": "安排了考试场次",
  "sitting.opened": "开放了考试场次",
  "sitting.closed": "结束了考试场次",
  "sitting.released": "发布了成绩",
  "candidate.admitted": "安排了考生",
  "candidate.withdrawn": "撤下了考生",
  "attempt.started": "开始答卷",
  "attempt.submitted": "收卷",
  "attempt.grading-failed": "没能评定分数",
  "attempt.graded": "评定了分数",
  "class.created": "安排了培训活动",
  "class.attended": "扫码签到",
  "class.code-refused": "输错了签到码",
  "class.attendance-entered": "补登了到场",
  "class.attendance-corrected": "更正为没到场",
  "class.held": "结束了培训活动",
  "class.cancelled": "取消了培训活动",
  "assessor.authorised": "授权了考评员",
  "assessor.authorisation-ended": "结束了考评授权",
  "practical.started": "开始实操考核",
  "practical.marked": "记录了考核步骤",
  "practical.finished": "完成了实操评分",
  "practical.reopened": "重新打开了实操评分",
  "practical.annulled": "作废了一次实操考核",
  "practical.candidate-signed": "考生签字",
  "practical.assessor-signed": "考评员签字",
  "practical.signed": "实操记录签字生效",
  "licence.issued": "签发了上岗证",
  "licence.suspended": "暂停了上岗证",
  "licence.reinstated": "恢复了上岗证",
  "licence.revoked": "吊销了上岗证",
  "commitment.started": "服务期开始",
  "commitment.waived": "豁免了服务期",
  "commitment.ended-early": "服务期提前终止",
  "notification.read": "看过了消息",
  "progress.reminded": "提醒了学员学习",
  "unit.created": "新建了单位",
  "demo.loaded": "装入了演示数据",
};

/** The sentence of an event; null for a name this build does not know, which is then shown as it was written. */
export function wordsOf(event: string): string | null {
  return Object.hasOwn(eventWords, event) ? (eventWords[event] ?? null) : null;
}

/** The data of an event in one line, `key=value`, lists joined; for a table cell and the export. `mark` translates what stands between. */
export function dataLine(data: unknown, mark = (sign: string): string => sign): string {
  if (typeof data !== "object" || data === null) return "";
  return Object.entries(data)
    .map(([key, value]: [string, unknown]) => `${key}=${Array.isArray(value) ? value.join(mark("、")) : String(value)}`)
    .join(mark("；"));
}
