import { useTranslation } from "react-i18next";
import { Card, Facts, Notice } from "#app/ui/page.tsx";
import { formatPercent } from "#app/lib/format.ts";
import type { Candidate } from "../candidates.server.ts";
import { EvidenceChip, useObstacleSentence } from "./candidates.tsx";

/** What is there and what is missing, before a licence is issued. */
export function PreflightCards({ candidate, checklists, windowDays, basis }: { candidate: Candidate; checklists: Record<string, string>; windowDays: number; basis: string }) {
  const { t } = useTranslation();
  const sentence = useObstacleSentence(checklists);
  const { eligibility: checked, ready } = candidate;
  return (
    <>
      {ready ? (
        <Notice tone="ok" title={t("发证条件已齐")} />
      ) : (
        <Notice tone="warn" title={t("现在还不能发证")}>
          <ul className="list-disc ps-5">
            {checked.obstacles.map((obstacle) => <li key={JSON.stringify(obstacle)}>{sentence(obstacle)}</li>)}
          </ul>
        </Notice>
      )}
      <Card title={t("考核结果")}>
        <Facts
          items={[
            [t("理论考试"), <span key="theory" className="flex flex-wrap items-center gap-2"><EvidenceChip state={checked.theory.state} on={checked.theory.on} />{checked.theory.evidence ? t("得分 {{percent}}", { percent: formatPercent(checked.theory.evidence.percent) }) : null}</span>],
            ...checked.practicals.map((one) => [t("实操：{{title}}", { title: checklists[one.checklistId] ?? one.checklistId }), <EvidenceChip key={one.checklistId} state={one.state} on={one.on} />] as const),
            [t("考核须在"), t("{{from}} 至 {{to}} 之间（发证前 {{n}} 天内）", { from: checked.window.from, to: checked.window.to, n: windowDays })],
          ]}
        />
        <p className="mt-3 text-sm text-soft">{t("同一项考核以最近一次结果为准。")}</p>
      </Card>
      <Card title={t("发证后")}>
        <Facts
          items={[
            [t("有效期"), <>{t("{{from}} 至 {{to}}", { from: checked.validFrom, to: checked.validUntil })}<p className="text-sm text-soft">{basis}</p></>],
            [t("服务期"), t("{{from}} 至 {{to}}（{{n}} 个月）", { from: checked.commitment.startsOn, to: checked.commitment.endsOn, n: checked.commitment.months })],
          ]}
        />
      </Card>
    </>
  );
}
