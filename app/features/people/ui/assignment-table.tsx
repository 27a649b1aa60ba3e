import { useTranslation } from "react-i18next";
import { postNameOf } from "#app/features/standards/posts.ts";
import { Chip } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

export type AssignmentRow = { id: string; post: string; unitName: string; fromOn: string; toOn: string | null };

/** Post and unit over time, newest first. */
export function AssignmentTable({ rows }: { rows: readonly AssignmentRow[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t("岗位经历")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { head: t("岗位"), cell: (row) => t(postNameOf(row.post) ?? "") },
        { head: t("单位"), cell: (row) => row.unitName },
        { head: t("起"), nowrap: true, cell: (row) => row.fromOn },
        { head: t("止"), nowrap: true, cell: (row) => row.toOn ?? <Chip tone="ok">{t("至今")}</Chip> },
      ]}
    />
  );
}
