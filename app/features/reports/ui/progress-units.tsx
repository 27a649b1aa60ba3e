import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Empty } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type UnitLine = { id: string; name: string; depth: number; people: number; complete: number; due: number; percent: number | null; stuck: number };

/** How far the people of each unit are; who is stuck leads to the unit's list of them. */
export function ProgressUnits({ units }: { units: readonly UnitLine[] }) {
  const { t } = useTranslation();
  const top = Math.min(...units.map((unit) => unit.depth));
  if (units.length === 0) return <Empty title={t("还没有您能查看的单位")}>{t("请联系管理员核对您的角色。")}</Empty>;
  return (
    <Table
      caption={t("各单位学习进度")}
      rows={units}
      rowKey={(unit) => unit.id}
      columns={[
        { head: t("单位"), cell: (unit) => <Link to={`/progress/${unit.id}`} style={{ paddingInlineStart: `${unit.depth - top}rem` }} className="flex min-h-12 items-center font-semibold text-flame underline underline-offset-3">{unit.name}</Link> },
        { head: t("人数"), align: "end", cell: (unit) => unit.people },
        { head: t("学完"), align: "end", cell: (unit) => (unit.percent === null ? "—" : `${unit.percent}%`) },
        { head: t("卡住"), align: "end", nowrap: true, cell: (unit) => (unit.stuck === 0 ? <span className="text-soft">0</span> : <Link to={`/progress/${unit.id}?show=stuck`} aria-label={t("{{unit}}：{{n}} 人卡住了", { unit: unit.name, n: unit.stuck })} className="inline-flex min-h-12 items-center no-underline"><Chip tone="warn">{t("{{n}} 人", { n: unit.stuck })}</Chip></Link>) },
        { head: t("已学 / 应学模块"), align: "end", nowrap: true, hideOnPhone: true, cell: (unit) => `${unit.complete} / ${unit.due}` },
      ]}
    />
  );
}
