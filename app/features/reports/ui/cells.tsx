import { useTranslation } from "react-i18next";
import { commitmentLabels } from "#app/features/commitments/labels.ts";
import { Chip } from "#app/ui/page.tsx";
import { PeriodBar } from "#app/ui/progress.tsx";
import { cellWords } from "../labels.ts";
import type { Cell } from "../readiness.ts";

/** What a licence is worth; near its end the days that are left. */
export function CellChip({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const { word, tone } = cellWords[cell.state];
  if (cell.expiring && cell.daysLeft !== null) return <Chip tone="warn">{cell.daysLeft === 0 ? t("{{word}}，今天到期", { word: t(word) }) : t("{{word}}，{{n}} 天", { word: t(word), n: cell.daysLeft })}</Chip>;
  return <Chip tone={tone}>{t(word)}</Chip>;
}

type Commitment = { state: keyof typeof commitmentLabels; startsOn: string; endsOn: string; served: number; total: number; left: number } | null;

/** A running commitment as a bar with the day on it, any other state as a word. */
export function CommitmentCell({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation();
  if (commitment === null) return <span className="text-soft">—</span>;
  const { state, startsOn, endsOn, served, total, left } = commitment;
  if (state !== "running") return <Chip tone={commitmentLabels[state].tone}>{t(commitmentLabels[state].word)}</Chip>;
  return <div className="w-44"><PeriodBar value={served / total} label={t("服务期 {{from}} 至 {{to}}，还剩 {{left}} 天", { from: startsOn, to: endsOn, left })} from={startsOn} to={endsOn} /></div>;
}
