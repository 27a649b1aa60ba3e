import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatTime } from "#app/lib/format.ts";
import { Chip, Empty } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { sittingStateNames } from "../names.ts";
import type { listSittings } from "../queries.server.ts";

export type SittingRow = Awaited<ReturnType<typeof listSittings>>[number];

export function SittingList({ sittings }: { sittings: readonly SittingRow[] }) {
  const { t } = useTranslation();
  if (sittings.length === 0) return <Empty title={t("还没有场次")}>{t("新建一个场次，安排学员，到时间开考。开考以后的进度、收卷和成绩都在场次页里。")}</Empty>;
  return (
    <Table
      caption={t("考试场次")}
      rows={sittings}
      rowKey={(row) => row.id}
      columns={[
        {
          head: t("场次"),
          cell: (row) => (
            <>
              <Link to={`/sittings/${row.id}`} className="font-semibold text-flame underline underline-offset-3">{row.title}</Link>
              <span className="block text-soft sm:hidden">{formatMoment(row.startsAt)}</span>
            </>
          ),
        },
        { head: t("状态"), cell: (row) => <Chip tone={sittingStateNames[row.state].tone}>{t(sittingStateNames[row.state].word)}</Chip> },
        { head: t("时间"), cell: (row) => <span className="whitespace-nowrap">{formatMoment(row.startsAt)}–{formatTime(row.endsAt)}</span>, hideOnPhone: true },
        { head: t("单位"), cell: (row) => row.unitName, hideOnPhone: true },
        { head: t("考场"), cell: (row) => row.room, hideOnPhone: true },
        { head: t("持证方案"), cell: (row) => row.schemeTitle, hideOnPhone: true },
        { head: t("安排"), cell: (row) => row.admitted, align: "end" },
        { head: t("在答"), cell: (row) => row.atWork, align: "end" },
        { head: t("已收"), cell: (row) => row.done, align: "end" },
      ]}
    />
  );
}
