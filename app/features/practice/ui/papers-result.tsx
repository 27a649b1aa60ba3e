import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Explained, Outcome } from "#app/features/learning/ui/explained.tsx";
import { formatMoment, formatPercent } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import type { findPracticeResult } from "../papers-queries.server.ts";
import { StartPaper } from "./papers.tsx";

export type PaperResult = Extract<Awaited<ReturnType<typeof findPracticeResult>>, { state: "handed-in" }>;

/** What a practice paper came to: points, where they went, and every missed question explained with where to read on. */
export function PracticeResult({ result }: { result: PaperResult }) {
  const { t } = useTranslation();
  const { percent, passPercent, criticalMissed, missed, modules } = result;
  const enough = percent >= passPercent;
  const judged = enough && criticalMissed === 0 ? "ok" : "warn";
  return (
    <Page
      eyebrow={<Link to="/practice" className="inline-flex min-h-10 items-center text-soft">← {t("模拟考")}</Link>}
      title={t("模拟考得分 {{percent}}", { percent: formatPercent(percent) })}
      intro={`${result.title} · ${t("{{from}} 开始，{{to}} 交卷", { from: formatMoment(result.startedAt), to: formatMoment(result.handedInAt) })}`}
    >
      <Notice tone={judged} title={t("{{points}} 分，满分 {{total}} 分；正式考试 {{percent}} 及格", { points: result.points, total: result.total, percent: formatPercent(passPercent) })}>
        {criticalMissed > 0 ? <p>{t("关键题错了 {{n}} 题。正式考试里，关键题答错即不通过。", { n: criticalMissed })}</p> : null}
        <p>{t("这是模拟考，不计成绩。")}</p>
      </Notice>
      <Card title={t("各模块得分")}>
        <ul className="flex flex-col gap-3">
          {modules.map((module) => (
            <li key={module.id}>
              <div className="mb-1 flex flex-wrap justify-between gap-x-4">
                <span>{module.title}</span>
                <span className="text-soft">{t("{{points}} / {{total}} 分", { points: module.points, total: module.total })}</span>
              </div>
              {module.total === 0 ? null : <ProgressBar value={module.points / module.total} label={module.title} />}
              {module.given < module.wanted ? <p className="text-sm text-soft">{t("正式考试考 {{wanted}} 题，练习题只够出 {{given}} 题", { wanted: module.wanted, given: module.given })}</p> : null}
            </li>
          ))}
        </ul>
      </Card>
      {missed.length === 0 ? <p className="text-ok"><span aria-hidden="true">✓ </span>{t("全部答对了。")}</p> : <h2>{t("没答对的 {{n}} 题", { n: missed.length })}</h2>}
      {missed.map(({ slot, question, sections }) => (
        <Card key={slot} title={<span lang="zh-CN" className="leading-relaxed">{slot}. {question.stem}</span>} aside={<Outcome outcome={question.outcome} />}>
          <Explained question={question} />
          {sections.length > 0 ? (
            <div className="mt-3 border-t border-line pt-2">
              <p className="text-sm text-soft">{t("在哪里学")}</p>
              <ul>
                {sections.map((one) => (
                  <li key={`${one.id}/${one.section}`}>
                    <Link to={`/modules/${one.id}/${one.section}`} className="inline-flex min-h-12 items-center font-semibold text-flame underline underline-offset-3">{t("《{{module}}》第 {{section}} 节：{{title}}", { module: one.title, section: one.section, title: one.sectionTitle })}</Link>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </Card>
      ))}
      <StartPaper schemeId={result.schemeId} label={t("再练一份")} />
      <div><ButtonLink to="/practice" tone="quiet">{t("回到模拟考")}</ButtonLink></div>
    </Page>
  );
}
