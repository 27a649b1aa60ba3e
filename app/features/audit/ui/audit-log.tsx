import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Filter, FilterSelect, FilterText } from "#app/ui/filter.tsx";
import { Empty } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { AuditFilter } from "../filter.ts";
import { dataLine, eventWords, wordsOf } from "../words.ts";

type Person = { name: string; staffNo: string } | null;
export type LogRow = { id: string; at: number; event: string; subject: string; actor: Person; person: Person; data: unknown };

export function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const events = Object.entries(eventWords).map(([value, words]) => ({ value, label: t(words) }));
  const unknown = filter.event !== "" && wordsOf(filter.event) === null ? [{ value: filter.event, label: filter.event }] : [];
  return (
    <Filter label={t("筛选事件")} submitLabel={t("筛选")}>
      <FilterSelect name="event" label={t("事件")} value={filter.event} choices={[{ value: "", label: t("全部") }, ...unknown, ...events]} />
      <FilterText name="actor" label={t("操作人（工号或姓名）")} value={filter.actor} />
      <FilterText name="person" label={t("涉及的人（工号或姓名）")} value={filter.person} />
      <FilterText name="subject" label={t("对象编号")} value={filter.subject} />
      <FilterText name="from" type="date" label={t("从哪天")} value={filter.from} />
      <FilterText name="to" type="date" label={t("到哪天")} value={filter.to} />
    </Filter>
  );
}

function Named({ person, otherwise }: { person: Person; otherwise: string }) {
  return person ? <span className="whitespace-nowrap">{person.name} <span className="text-soft">{person.staffNo}</span></span> : <span className="text-soft">{otherwise}</span>;
}

/** Who did what to whom, and when; newest first. */
export function AuditTable({ rows, subjectQuery, olderQuery }: { rows: readonly LogRow[]; subjectQuery: (subject: string) => string; olderQuery: string | null }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Empty title={t("没有符合条件的事件")}>{t("每一次改动都会在这里留下一条；换个条件再找。")}</Empty>;
  return (
    <>
      <Table
        caption={t("审计日志")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { head: t("时间"), cell: (row) => <span className="whitespace-nowrap">{formatMoment(row.at)}</span> },
          { head: t("操作人"), cell: (row) => <Named person={row.actor} otherwise={t("系统")} /> },
          { head: t("事件"), cell: (row) => <EventName event={row.event} /> },
          { head: t("涉及的人"), cell: (row) => <Named person={row.person} otherwise="—" /> },
          {
            head: t("详情"),
            cell: (row) => (
              <details>
                <summary className="inline-flex min-h-9 items-center text-flame">{t("查看")}</summary>
                <p className="max-w-prose min-w-52 text-soft [overflow-wrap:anywhere] [word-break:normal]">{dataLine(row.data, (sign) => t(sign)) || t("没有更多")}</p>
                <Link to={subjectQuery(row.subject)} className="text-flame underline underline-offset-3">{t("同一对象的事件")}</Link> <code className="text-soft">{row.subject}</code>
              </details>
            ),
          },
        ]}
      />
      {olderQuery ? <p><Link to={olderQuery} className="inline-flex min-h-10 items-center text-flame underline underline-offset-3">{t("更早的事件")}</Link></p> : null}
    </>
  );
}

function EventName({ event }: { event: string }) {
  const { t } = useTranslation();
  const words = wordsOf(event);
  return words ? <span className="whitespace-nowrap">{t(words)}</span> : <code>{event}</code>;
}
