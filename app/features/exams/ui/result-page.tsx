import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatPercent } from "#app/lib/format.ts";
import { Card, Chip, Facts, Notice } from "#app/ui/page.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import type { findResult } from "../results.server.ts";

export type Result = Extract<Awaited<ReturnType<typeof findResult>>, { state: "graded" }>;

/** A result: what it comes to, where the points went, and what to read again. */
export function ResultView({ result }: { result: Result }) {
  const { t } = useTranslation();
  const { passed, criticalMissed } = result;
  const again = result.modules.filter((module) => module.again.length > 0);
  const byCritical = !passed && criticalMissed > 0 && result.percent >= result.passPercent;
  return (
    <>
      {result.released ? null : <Notice tone="warn" title={t("成绩还没有发布，考生看不到")} />}
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-4xl font-bold">{formatPercent(result.percent)}</p>
          <Chip tone={passed ? "ok" : "bad"}>{passed ? t("通过") : t("未通过")}</Chip>
        </div>
        {byCritical ? <p className="mt-2 text-bad">{t("总分够了，但关键题答错即不通过。")}</p> : null}
        <div className="mt-3">
          <Facts
            items={[
              [t("得分"), t("{{points}} 分，满分 {{total}} 分，{{percent}} 及格", { points: result.points, total: result.total, percent: formatPercent(result.passPercent) })],
              [t("关键题"), criticalMissed === 0 ? t("全部答对") : t("错 {{n}} 题", { n: criticalMissed })],
              [t("考生"), `${result.name} ${result.staffNo}`],
              [t("收卷"), result.sealedAt === null ? "—" : formatMoment(result.sealedAt)],
            ]}
          />
        </div>
      </Card>
      <Card title={t("各模块得分")}>
        <ul className="flex flex-col gap-3">
          {result.modules.map((module) => (
            <li key={module.id}>
              <div className="mb-1 flex flex-wrap justify-between gap-x-4">
                <span>{module.title}</span>
                <span className="text-soft">{t("{{points}} / {{total}} 分", { points: module.points, total: module.total })}</span>
              </div>
              <ProgressBar value={module.total === 0 ? 0 : module.points / module.total} label={module.title} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("要重读的条款")}>
        {again.length === 0 ? <p className="text-ok"><span aria-hidden="true">✓ </span>{t("全部答对，没有要重读的条款。")}</p> : null}
        {again.map((module) => (
          <div key={module.id} className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
            <Link to={`/modules/${module.id}`} className="inline-flex min-h-12 items-center font-semibold text-flame underline underline-offset-3">{t("重读《{{title}}》", { title: module.title })}</Link>
            <ul className="flex flex-col gap-2">
              {module.again.map((clause) => (
                <li key={clause.id}>
                  <p>{clause.duty}</p>
                  <p className="text-sm"><Link to={`/clauses/${clause.id}`}>{clause.regulation} · {clause.place}</Link></p>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Card>
    </>
  );
}
