import { useTranslation } from "react-i18next";
import { formatPercent } from "#app/lib/format.ts";
import { Card, Facts, Notice } from "#app/ui/page.tsx";
import type { PracticalView } from "../views.ts";
import { ClauseList } from "./clause-links.tsx";

/** What the practical came to, why, and what to train. `preview` says that it is not ended yet. */
export function ResultCard({ practical, preview }: { practical: PracticalView; preview: boolean }) {
  const { t } = useTranslation();
  const { result, policy, steps, toTrain } = practical;
  if (!result) return null;
  const passed = result.outcome === "passed";
  const critical = steps.filter((step) => result.criticalMissed.includes(step.id));
  const applicable = steps.length - result.notApplicable;
  return (
    <Card title={preview ? t("若现在结束，结果是") : t("考核结果")}>
      <div className="flex flex-col gap-4">
        <Notice tone={passed ? "ok" : "bad"} title={passed ? t("合格") : t("不合格")}>
          {critical.length > 0 ? (
            <>
              <p className="font-semibold text-bad">{t("关键项没有做到，不论得分都不合格：")}</p>
              <ul>{critical.map((step) => <li key={step.id}>★ {t("第 {{n}} 步：{{title}}（{{mark}}）", { n: step.number, title: step.title, mark: step.mark === "not-observed" ? t("未观察") : t("没做到") })}</li>)}</ul>
            </>
          ) : passed ? null : (
            <p>{t("做到的比例低于及格线。")}</p>
          )}
        </Notice>
        <Facts
          items={[
            [t("做到的比例"), <>{formatPercent(result.percent)}<span className="text-soft">{t("（及格线 {{percent}}）", { percent: formatPercent(policy.minimumPercent) })}</span></>],
            [t("做到"), t("{{done}} / {{applicable}} 步", { done: result.done, applicable })],
            [t("没做到"), t("{{n}} 步", { n: result.missed })],
            [t("未观察（按没做到算）"), t("{{n}} 步", { n: result.notObserved })],
            [t("不适用（不计入）"), t("{{n}} 步", { n: result.notApplicable })],
          ]}
        />
        <p className="text-sm text-soft">{policy.note}</p>
        {toTrain.length > 0 ? (
          <div className="flex flex-col gap-2">
            <h3>{t("要补训的条款")}</h3>
            <ClauseList clauses={toTrain} linked />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
