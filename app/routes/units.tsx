import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { unitKindNames } from "#app/features/people/roles.ts";
import { listReadableUnits } from "#app/features/reports/unit.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { Empty, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("单位");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "unit.read");
  const today = dayOf(context.now);
  const units = await listReadableUnits(context, today);
  const [only] = units;
  if (only && units.length === 1) throw redirect(`/units/${only.id}`);
  return { units, today };
}

export default function UnitsPage() {
  const { units, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const top = Math.min(...units.map((unit) => unit.depth));
  return (
    <Page title={t("单位")} intro={t("人数为 {{today}} 在岗，含下级单位。", { today })}>
      {units.length === 0 ? <Empty title={t("还没有您能查看的单位")}>{t("请联系管理员核对您的角色。")}</Empty> : (
        <Table
          caption={t("单位")}
          rows={units}
          rowKey={(unit) => unit.id}
          columns={[
            { head: t("单位"), cell: (unit) => <Link to={`/units/${unit.id}`} style={{ paddingInlineStart: `${(unit.depth - top) * 1.5}rem` }} className="flex min-h-9 items-center font-semibold text-flame underline underline-offset-3">{unit.name}</Link> },
            { head: t("类别"), cell: (unit) => t(unitKindNames[unit.kind]) },
            { head: t("人数"), align: "end", cell: (unit) => unit.people },
            { head: t("成绩"), align: "end", cell: (unit) => <Link to={`/units/${unit.id}/results`} aria-label={t("查看{{unit}}的成绩", { unit: unit.name })} className="text-flame underline underline-offset-3">{t("查看")}</Link> },
          ]}
        />
      )}
    </Page>
  );
}
