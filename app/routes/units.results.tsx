import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { ResultsFilter } from "#app/features/reports/filter.ts";
import { findUnitResults } from "#app/features/reports/results.server.ts";
import { UnitResultsTable } from "#app/features/reports/ui/results-table.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Filter, FilterText } from "#app/ui/filter.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("成绩");
const limit = 500;

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "unit.read");
  const filter = ResultsFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { unit, rows } = (await findUnitResults(context, args.params.id ?? "", filter)) ?? notFound();
  const passed = rows.filter((row) => row.passed).length;
  return { unit, filter, rows: rows.slice(0, limit), total: rows.length, passed };
}

export default function UnitResultsPage() {
  const { unit, filter, rows, total, passed } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page
      width="wide"
      eyebrow={[unit.path, unit.name].filter(Boolean).join(" / ")}
      title={t("{{total}} 条成绩，{{passed}} 条合格", { total, passed })}
      intro={t("已发布的理论成绩和双方签过字的实操考核；含下级单位和已离职的人。")}
      actions={
        <>
          <ButtonLink to={`/units/${unit.id}`} tone="quiet" size="small">{t("谁能做什么")}</ButtonLink>
          <ButtonLink to={`/units/${unit.id}/results.csv?${new URLSearchParams(filter)}`} reloadDocument tone="quiet" size="small">{t("导出")}</ButtonLink>
        </>
      }
    >
      <Filter label={t("筛选成绩")} submitLabel={t("查看")}>
        <FilterText name="from" type="date" label={t("从哪天")} value={filter.from} />
        <FilterText name="to" type="date" label={t("到哪天")} value={filter.to} />
      </Filter>
      {total === 0 ? <Empty title={t("这段时间没有成绩")}>{t("理论成绩发布、实操考核双方签字之后，会出现在这里。")}</Empty> : <UnitResultsTable rows={rows} />}
      {rows.length < total ? <p className="text-sm text-soft">{t("只列出最新的 {{n}} 条，导出的文件是完整的。", { n: rows.length })}</p> : null}
    </Page>
  );
}
