import { useTranslation } from "react-i18next";
import { formatMoment, formatPercent } from "#app/lib/format.ts";
import { Card, Chip, Facts } from "#app/ui/page.tsx";
import { ledgerLabels } from "../labels.ts";
import type { LedgerEntry } from "../ledgers.server.ts";

/** Everything that ever happened to a licence, newest first; nothing in it can be changed. */
export function LedgerCard({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("证件台账")}>
      <ol className="divide-y divide-line">
        {[...ledger].reverse().map((entry) => (
          <li key={entry.seq} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Chip tone={ledgerLabels[entry.kind].tone}>{t(ledgerLabels[entry.kind].word)}</Chip>
              <span className="font-semibold">{t("{{day}} 起", { day: entry.effectiveOn })}</span>
              <span className="text-sm text-soft">{t("{{name}} 记于 {{at}}", { name: entry.actorName, at: formatMoment(entry.at) })}</span>
            </p>
            {/* The reason of an issue is the system's own sentence, every other one a person's. */}
            <p className="mt-1">{entry.kind === "issued" ? t(entry.reason) : entry.reason}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

type Evidence = {
  theory: { title: string; percent: number; on: string } | null;
  practicals: readonly { practicalId: string; title: string; assessor: string; on: string; percent: number | null }[];
};

/** The examinations a licence rests on. */
export function EvidenceCard({ evidence, facts }: { evidence: Evidence; facts: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation();
  const score = (percent: number | null) => (percent === null ? t("合格") : t("得分 {{percent}}", { percent: formatPercent(percent) }));
  return (
    <Card title={t("发证依据")}>
      <Facts
        items={[
          ...(evidence.theory ? [[evidence.theory.title, t("{{score}}，{{day}}", { score: score(evidence.theory.percent), day: evidence.theory.on })] as const] : []),
          ...evidence.practicals.map((one) => [t("实操：{{title}}", { title: one.title }), t("{{score}}，{{day}}，考评员：{{name}}", { score: score(one.percent), day: one.on, name: one.assessor })] as const),
          ...facts,
        ]}
      />
    </Card>
  );
}
