import { formatMoment, formatPercent } from "#app/lib/format.ts";
import type { NotificationData } from "./kinds.ts";

/** Translates a Chinese sentence and fills in what `{{name}}` marks. */
export type Translate = (sentence: string, values?: Record<string, string | number>) => string;

const speakers = { trainer: "培训师", manager: "单位负责人", hr: "人事" } as const;
const changes = { suspended: "已暂停", reinstated: "已恢复", revoked: "已吊销" } as const;

/** What a message says. To a unit (`own` false) it names the person, to the person it does not. */
export function messageWords(t: Translate, message: NotificationData, own: boolean): string {
  const who = own || message.kind === "sitting.admitted" || message.kind === "learning.reminded" || message.kind === "question.answered" ? "" : t("{{name}}（{{staffNo}}）：", { name: message.name, staffNo: message.staffNo });
  switch (message.kind) {
    case "sitting.admitted":
      return t("您已被安排参加 {{title}}：{{time}}，{{room}}", { title: message.title, time: formatMoment(message.startsAt), room: message.room });
    case "result.released":
      return who + (message.passed ? t("{{title}}：{{percent}}，通过", { title: message.title, percent: formatPercent(message.percent) }) : t("{{title}}：{{percent}}，未通过", { title: message.title, percent: formatPercent(message.percent) }));
    case "practical.signed":
      return who + (message.passed ? t("{{title}}实操考核：合格", { title: message.title }) : t("{{title}}实操考核：不合格", { title: message.title }));
    case "licence.issued":
      return who + t("已签发{{title}} {{number}}，有效至 {{day}}", { title: message.title, number: message.number, day: message.validUntil });
    case "licence.changed":
      return who + t("上岗证 {{number}} {{change}}，原因：{{reason}}", { number: message.number, change: t(changes[message.change]), reason: message.reason });
    case "learning.reminded":
      return t("{{role}}提醒您：请接着学《{{title}}》，还剩 {{n}} 个模块（{{name}}）", { role: t(speakers[message.as]), title: message.title, n: message.left, name: message.by });
    case "commitment.started":
      return who + t("服务期从 {{from}} 到 {{to}}", { from: message.startsOn, to: message.endsOn });
    case "question.answered":
      return t("您在《{{title}}》里的提问有了回答（“{{excerpt}}”）", { title: message.title, excerpt: message.excerpt });
  }
}

/** Where a message leads: the record it tells of, or for a result one's own exams, and the unit's results for a unit. */
export function messageLink(message: NotificationData, to: { subject: string; unitId: string | null }): string {
  const { kind } = message;
  if (kind === "question.answered") return `/modules/${message.moduleId}/${message.section}#ask-${to.subject}`;
  if (kind === "learning.reminded") return "/plan";
  if (kind === "licence.issued" || kind === "licence.changed" || kind === "commitment.started") return to.unitId === null ? "/licences" : `/licences/${to.subject}`;
  if (kind === "practical.signed") return `/practicals/${to.subject}/record`;
  return to.unitId === null ? "/exams" : `/units/${to.unitId}/results`;
}
