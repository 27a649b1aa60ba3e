import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { postNameOf } from "#app/features/standards/posts.ts";
import { Filter, FilterSelect, FilterText } from "#app/ui/filter.tsx";
import type { Choice } from "#app/ui/form.tsx";
import { Chip, Empty } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { roleNames, type Role } from "../roles.ts";

export type StaffRow = {
  id: string; staffNo: string; name: string; leftOn: string | null; left: boolean; post: string; unitName: string;
  account: "active" | "disabled" | null; mustChange: boolean | null; roles: readonly Role[];
};
type FilterValues = { q: string; unit: string; state: string };

export function StaffFilterForm({ filter, units }: { filter: FilterValues; units: readonly Choice[] }) {
  const { t } = useTranslation();
  const states = [
    { value: "all", label: t("全部") },
    { value: "active", label: t("在用") },
    { value: "disabled", label: t("已停用") },
    { value: "left", label: t("已离职") },
  ];
  return (
    <Filter label={t("查找人员")} submitLabel={t("查找")}>
      <FilterText name="q" label={t("姓名或工号")} value={filter.q} />
      <FilterSelect name="unit" label={t("单位")} value={filter.unit} choices={[{ value: "", label: t("我管理的全部单位") }, ...units]} />
      <FilterSelect name="state" label={t("状态")} value={filter.state} choices={states} />
    </Filter>
  );
}

/** The state of a person's account in a word and a shape. */
export function AccountChip({ row }: { row: Pick<StaffRow, "left" | "account" | "mustChange"> }) {
  const { t } = useTranslation();
  if (row.left) return <Chip>{t("已离职")}</Chip>;
  if (row.account === null) return <Chip>{t("没有账号")}</Chip>;
  if (row.account === "disabled") return <Chip tone="bad">{t("已停用")}</Chip>;
  return row.mustChange ? <Chip tone="on">{t("待改初始密码")}</Chip> : <Chip tone="ok">{t("在用")}</Chip>;
}

/** The people found, a page at a time. */
export function StaffTable({ rows, total, page, pageSize, query }: { rows: readonly StaffRow[]; total: number; page: number; pageSize: number; query: (page: number) => string }) {
  const { t } = useTranslation();
  if (total === 0) return <Empty title={t("没有符合条件的人")}>{t("换个条件再找，或者用右上角的按钮录入。")}</Empty>;
  const pages = Math.ceil(total / pageSize);
  return (
    <>
      <Table
        caption={t("人员与账号")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { head: t("工号"), cell: (row) => row.staffNo },
          { head: t("姓名"), cell: (row) => <Link to={`/admin/people/${row.id}`} className="font-semibold text-flame underline underline-offset-3">{row.name}</Link> },
          { head: t("岗位"), cell: (row) => t(postNameOf(row.post) ?? ""), hideOnPhone: true },
          { head: t("单位"), cell: (row) => row.unitName },
          { head: t("角色"), cell: (row) => row.roles.map((role) => t(roleNames[role])).join(t("、")), hideOnPhone: true },
          { head: t("账号"), cell: (row) => <AccountChip row={row} /> },
        ]}
      />
      <nav aria-label={t("翻页")} className="flex flex-wrap items-center gap-4 text-sm">
        <span className="text-soft">{t("共 {{total}} 人，第 {{page}} / {{pages}} 页", { total, page, pages })}</span>
        {page > 1 ? <Link to={query(page - 1)} className="flex min-h-10 items-center text-flame underline underline-offset-3">{t("上一页")}</Link> : null}
        {page < pages ? <Link to={query(page + 1)} className="flex min-h-10 items-center text-flame underline underline-offset-3">{t("下一页")}</Link> : null}
      </nav>
    </>
  );
}
