import { canSomewhere, type Action, type Actor } from "./access.ts";

const entries: readonly { to: string; label: string; action: Action }[] = [
  { to: "/plan", label: "我的学习", action: "learning.own" },
  { to: "/exams", label: "我的考试", action: "exam.sit" },
  { to: "/licences", label: "我的证件", action: "learning.own" },
  { to: "/sittings", label: "考试场次", action: "sitting.manage" },
  { to: "/asks", label: "学员提问", action: "training.manage" },
  { to: "/progress", label: "学习进度", action: "progress.read" },
  { to: "/classes", label: "培训活动", action: "training.manage" },
  { to: "/practicals", label: "实操考核", action: "practical.assess" },
  { to: "/authorisations", label: "考评授权", action: "practical.authorise" },
  { to: "/issue", label: "发证", action: "licence.issue" },
  { to: "/units", label: "本单位", action: "unit.read" },
  { to: "/admin/people", label: "人员与账号", action: "person.manage" },
  { to: "/audit", label: "审计日志", action: "audit.read" },
  { to: "/inbox", label: "消息", action: "learning.own" },
  { to: "/standards", label: "规范与条款", action: "standards.read" },
  { to: "/search", label: "搜索", action: "standards.read" },
  { to: "/help", label: "帮助", action: "standards.read" },
];

/** The menu an actor sees: what they may do somewhere, in the order of a working day. */
export function menuFor(actor: Actor): { to: string; label: string }[] {
  return entries.filter((entry) => canSomewhere(actor, entry.action)).map(({ to, label }) => ({ to, label }));
}

/** Where a person lands after signing in: the first thing their roles are for, learners at their plan. */
export function homeOf(actor: Actor): string {
  const first = (["licence.issue", "practical.assess", "sitting.manage", "person.manage", "unit.read", "audit.read"] as const).find((action) => canSomewhere(actor, action));
  const entry = first === undefined ? undefined : entries.find((one) => one.action === first);
  return entry?.to ?? "/plan";
}
