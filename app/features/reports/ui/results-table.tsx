import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPercent } from "#app/lib/format.ts";
import { Chip } from "#app/ui/page.tsx";
import { Table, type Column } from "#app/ui/table.tsx";
import type { ResultRow, UnitResultRow } from "../results.server.ts";

function useResultColumns<Row extends ResultRow>(): { day: Column<Row>; rest: Column<Row>[] } {
  const { t } = useTranslation();
  return {
    day: { head: t("日期"), nowrap: true, cell: (row) => row.on },
    rest: [
      { head: t("考核"), cell: (row) => (row.kind === "theory" ? t("理论") : t("实操")) },
      { head: t("名称"), cell: (row) => (row.kind === "practical" ? <Link to={`/practicals/${row.id}/record`} className="text-flame underline underline-offset-3">{row.title}</Link> : row.title) },
      { head: t("分数"), align: "end", cell: (row) => (row.percent === null ? "—" : formatPercent(row.percent)) },
      { head: t("结果"), cell: (row) => (row.passed ? <Chip tone="ok">{t("合格")}</Chip> : <Chip tone="bad">{t("不合格")}</Chip>) },
    ],
  };
}

/** The final results of one person. */
export function ResultsTable({ rows }: { rows: readonly ResultRow[] }) {
  const { t } = useTranslation();
  const { day, rest } = useResultColumns();
  return <Table caption={t("成绩")} rows={rows} rowKey={(row) => row.id} columns={[day, ...rest]} />;
}

/** The final results of a unit's people. */
export function UnitResultsTable({ rows }: { rows: readonly UnitResultRow[] }) {
  const { t } = useTranslation();
  const { day, rest } = useResultColumns<UnitResultRow>();
  const who: Column<UnitResultRow>[] = [
    { head: t("姓名"), cell: (row) => <Link to={`/people/${row.personId}`} className="font-semibold whitespace-nowrap text-flame underline underline-offset-3">{row.name}</Link> },
    { head: t("工号"), cell: (row) => row.staffNo },
    { head: t("单位"), cell: (row) => row.unitName, hideOnPhone: true },
  ];
  return <Table caption={t("成绩")} rows={rows} rowKey={(row) => row.id} columns={[day, ...who, ...rest]} />;
}
