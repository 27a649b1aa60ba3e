import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Empty, type Tone } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Candidate } from "../candidates.server.ts";
import type { Checked, Obstacle } from "../eligibility.ts";
import { obstacleSentences } from "../refusals.ts";

type State = Checked<unknown>["state"];
const states: Record<State, { word: string; tone: Tone }> = {
  there: { word: "合格", tone: "ok" },
  missing: { word: "还没有", tone: "plain" },
  failed: { word: "不合格", tone: "bad" },
  "outside-window": { word: "已超期", tone: "warn" },
};

/** One examination in a word, a shape and its day. */
export function EvidenceChip({ state, on }: { state: State; on: string | null }) {
  const { t } = useTranslation();
  const { word, tone } = states[state];
  return <Chip tone={tone}>{t(word)}{on === null ? null : <span>{on}</span>}</Chip>;
}

/** The sentence of what stands in the way. */
export function useObstacleSentence(checklists: Record<string, string>) {
  const { t } = useTranslation();
  return (obstacle: Obstacle): string =>
    t(obstacleSentences[obstacle.kind], {
      checklist: "checklistId" in obstacle ? (checklists[obstacle.checklistId] ?? obstacle.checklistId) : "",
      day: "validUntil" in obstacle ? obstacle.validUntil : "",
    });
}

/** Who is on the way to a licence, the ready first; the name leads to the check before issuing. */
export function CandidateTable({ candidates, checklists }: { candidates: readonly Candidate[]; checklists: Record<string, string> }) {
  const { t } = useTranslation();
  const sentence = useObstacleSentence(checklists);
  if (candidates.length === 0) return <Empty title={t("现在没有等待发证的人")}>{t("有人通过理论考试或实操考核后，会出现在这里；条件齐了的排在最前。")}</Empty>;
  const to = (one: Candidate) => `/issue/${one.person.id}/${one.scheme.id}`;
  return (
    <Table
      caption={t("等待发证的人")}
      rows={candidates}
      rowKey={to}
      columns={[
        {
          head: t("姓名"),
          cell: (one) => (
            <div className="whitespace-nowrap">
              <Link to={to(one)} className="font-semibold text-flame underline underline-offset-3">{one.person.name}</Link>
              <p className="text-soft">{one.scheme.title}</p>
            </div>
          ),
        },
        { head: t("工号"), cell: (one) => <span className="whitespace-nowrap">{one.person.staffNo}</span>, hideOnPhone: true },
        { head: t("单位"), cell: (one) => <span className="whitespace-nowrap">{one.person.unitName}</span>, hideOnPhone: true },
        { head: t("理论"), cell: (one) => <EvidenceChip {...one.eligibility.theory} />, hideOnPhone: true },
        {
          head: t("实操"),
          cell: (one) => (
            <ul className="flex flex-col gap-1">
              {one.eligibility.practicals.map((practical) => <li key={practical.checklistId} className="flex flex-wrap items-center gap-x-2"><span className="whitespace-nowrap">{checklists[practical.checklistId]}</span><EvidenceChip state={practical.state} on={practical.on} /></li>)}
            </ul>
          ),
          hideOnPhone: true,
        },
        {
          head: t("能否发证"),
          cell: (one) => (one.ready ? <Chip tone="ok">{t("可以发证")}</Chip> : <ul className="text-soft">{one.eligibility.obstacles.map((obstacle) => <li key={JSON.stringify(obstacle)}>{sentence(obstacle)}</li>)}</ul>),
        },
      ]}
    />
  );
}
