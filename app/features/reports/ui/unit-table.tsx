import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { postNameOf } from "#app/features/standards/posts.ts";
import { Filter, FilterSelect, FilterText } from "#app/ui/filter.tsx";
import type { Choice } from "#app/ui/form.tsx";
import { Empty } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { UnitFilter } from "../filter.ts";
import type { UnitRow } from "../unit.server.ts";
import { CellChip, CommitmentCell } from "./cells.tsx";

export function UnitFilterForm({ on, filter, posts }: { on: string; filter: UnitFilter; posts: readonly string[] }) {
  const { t } = useTranslation();
  const shows: Choice[] = [
    { value: "all", label: t("全部") },
    { value: "alone", label: t("可独立上岗") },
    { value: "not-alone", label: t("不能独立上岗") },
    { value: "expiring", label: t("60 天内到期") },
  ];
  return (
    <Filter label={t("筛选人员")} submitLabel={t("查看")}>
      <FilterText name="on" type="date" label={t("哪一天")} value={on} />
      <FilterText name="q" label={t("姓名或工号")} value={filter.q} />
      <FilterSelect name="post" label={t("岗位")} value={filter.post} choices={[{ value: "", label: t("全部") }, ...posts.map((post) => ({ value: post, label: t(postNameOf(post) ?? "") }))]} />
      <FilterSelect name="show" label={t("只看")} value={filter.show} choices={shows} />
    </Filter>
  );
}

/** Who may do what on the day: a person a row, a scheme a column. */
export function UnitTable({ rows, schemes, everybody }: { rows: readonly UnitRow[]; schemes: readonly { id: string; title: string; posts: readonly string[] }[]; everybody: number }) {
  const { t } = useTranslation();
  if (everybody === 0) return <Empty title={t("这一天本单位没有人")}>{t("人员由管理员在“人员与账号”里录入。")}</Empty>;
  if (rows.length === 0) return <Empty title={t("没有符合条件的人")}>{t("换个条件再看。")}</Empty>;
  return (
    <Table
      caption={t("本单位人员：谁能做什么")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { head: t("姓名"), cell: (row) => (row.readable ? <Link to={`/people/${row.id}`} className="font-semibold whitespace-nowrap text-flame underline underline-offset-3">{row.name}</Link> : row.name) },
        { head: t("工号"), cell: (row) => row.staffNo },
        { head: t("岗位"), nowrap: true, hideOnPhone: true, cell: (row) => t(postNameOf(row.post) ?? "") },
        ...schemes.map((scheme, index) => ({
          head: scheme.title,
          cell: (row: UnitRow) => {
            const cell = row.cells[index];
            if (!cell || (cell.state === "none" && !scheme.posts.includes(row.post))) return <span className="text-soft" title={t("本岗位不需要")}>—</span>;
            return cell.licenceId && row.readable ? <Link to={`/licences/${cell.licenceId}`} className="no-underline"><CellChip cell={cell} /><span className="sr-only">{t("：{{name}} 的 {{title}}", { name: row.name, title: scheme.title })}</span></Link> : <CellChip cell={cell} />;
          },
        })),
        { head: t("最近到期"), nowrap: true, cell: (row) => row.nextExpiry ?? "—" },
        { head: t("服务期"), cell: (row) => <CommitmentCell commitment={row.commitment} /> },
        { head: t("学习"), cell: (row) => <LearningCell completed={row.completed} due={row.due} /> },
        { head: t("单位"), nowrap: true, cell: (row) => row.unitName },
      ]}
    />
  );
}

function LearningCell({ completed, due }: { completed: number; due: number }) {
  const { t } = useTranslation();
  if (due === 0) return <span className="text-soft">—</span>;
  return <span className="whitespace-nowrap">{completed === due ? <span className="text-ok">✓ {t("学完 {{due}} 个", { due })}</span> : t("{{completed}} / {{due}} 个模块", { completed, due })}</span>;
}
