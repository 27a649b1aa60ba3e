import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatTime } from "#app/lib/format.ts";
import { Chip, Empty } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { classKindNames, classStageNames } from "../names.ts";
import type { listClasses } from "../queries.server.ts";

type Row = Awaited<ReturnType<typeof listClasses>>[number];

export function ClassList({ classes }: { classes: readonly Row[] }) {
  const { t } = useTranslation();
  if (classes.length === 0) return <Empty title={t("还没有培训活动")}>{t("新建一个活动，到时间投影签到码，学员扫码签到；结束以后，时长记进每个人的培训档案。")}</Empty>;
  return (
    <Table
      caption={t("培训活动")}
      rows={classes}
      rowKey={(row) => row.id}
      columns={[
        {
          head: t("活动"),
          cell: (row) => (
            <>
              <Link to={`/classes/${row.id}`} className="font-semibold text-flame underline underline-offset-3">{row.title}</Link>
              <span className="block text-soft sm:hidden">{formatMoment(row.startsAt)}</span>
            </>
          ),
        },
        { head: t("状态"), cell: (row) => <Chip tone={classStageNames[row.stage].tone}>{t(classStageNames[row.stage].word)}</Chip> },
        { head: t("培训方式"), cell: (row) => t(classKindNames[row.kind]), hideOnPhone: true, nowrap: true },
        { head: t("时间"), cell: (row) => <span className="whitespace-nowrap">{formatMoment(row.startsAt)}–{formatTime(row.endsAt)}</span>, hideOnPhone: true },
        { head: t("单位"), cell: (row) => row.unitName, hideOnPhone: true },
        { head: t("地点"), cell: (row) => row.place, hideOnPhone: true },
        { head: t("到场"), cell: (row) => row.present, align: "end" },
      ]}
    />
  );
}
