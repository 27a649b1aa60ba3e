import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { readOn, UnitFilter } from "#app/features/reports/filter.ts";
import { reportRefusals } from "#app/features/reports/refusals.ts";
import { UnitFilterForm, UnitTable } from "#app/features/reports/ui/unit-table.tsx";
import { findUnitReport } from "#app/features/reports/unit.server.ts";
import { filterRows, headlineOf, unitPageSize } from "#app/features/reports/view.ts";
import { dayOf } from "#app/lib/clock.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Chip, Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("本单位");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "unit.read");
  const query = new URL(args.request.url).searchParams;
  const today = dayOf(context.now);
  const day = readOn(query.get("on"), today);
  const filter = UnitFilter.parse(Object.fromEntries(query));
  const report = (await findUnitReport(context, args.params.id ?? "", day.ok ? day.value : today)) ?? notFound();
  const { unit, schemes, rows } = report;
  const shown = filterRows(rows, filter);
  const page = shown.slice((filter.page - 1) * unitPageSize, filter.page * unitPageSize);
  const answer = { unit, schemes, rows: page, found: shown.length, headline: headlineOf(rows), posts: [...new Set(rows.map((row) => row.post))], filter, on: day.ok ? day.value : today, today, pageSize: unitPageSize };
  return day.ok ? data({ ...answer, problem: null }) : data({ ...answer, problem: reportRefusals[day.refusal] }, { status: 400 });
}

export default function UnitPage() {
  const { unit, schemes, rows, found, headline, posts, filter, on, today, problem, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ on, q: filter.q, post: filter.post, show: filter.show, ...more })}`;
  if (problem) {
    return (
      <Page width="wide" title={unit.name} eyebrow={unit.path}>
        <Notice tone="bad" title={t(problem)} />
        <UnitFilterForm on={today} filter={filter} posts={posts} />
      </Page>
    );
  }
  return (
    <Page
      width="wide"
      eyebrow={[unit.path, unit.name].filter(Boolean).join(" / ")}
      title={t("{{people}} 人，{{alone}} 人可独立上岗", headline)}
      intro={on === today ? t("今天 {{on}}", { on }) : t("{{on}} 这一天的情况", { on })}
      actions={
        <>
          {headline.expiring > 0 ? <Link to={query({ show: "expiring" })} className="flex min-h-9 items-center no-underline"><Chip tone="warn">{t("{{n}} 张证 60 天内到期", { n: headline.expiring })}</Chip></Link> : null}
          {headline.learning > 0 ? <Chip tone="on">{t("{{n}} 人课程未学完", { n: headline.learning })}</Chip> : null}
          <ButtonLink to={`/units/${unit.id}/results`} tone="quiet" size="small">{t("成绩")}</ButtonLink>
          <ButtonLink to={`/units/${unit.id}/export.csv${query({})}`} reloadDocument tone="quiet" size="small">{t("导出")}</ButtonLink>
        </>
      }
    >
      <UnitFilterForm on={on} filter={filter} posts={posts} />
      <UnitTable rows={rows} schemes={schemes} everybody={headline.people} />
      {found > rows.length ? (
        <nav aria-label={t("翻页")} className="flex flex-wrap items-center gap-4 text-sm">
          <span className="text-soft">{t("共 {{total}} 人，第 {{page}} / {{pages}} 页", { total: found, page: filter.page, pages: Math.ceil(found / pageSize) })}</span>
          {filter.page > 1 ? <Link to={query({ page: String(filter.page - 1) })}>{t("上一页")}</Link> : null}
          {filter.page * pageSize < found ? <Link to={query({ page: String(filter.page + 1) })}>{t("下一页")}</Link> : null}
        </nav>
      ) : null}
      <p className="text-sm text-soft">{t("点人名看培训档案；点证件看凭什么发的、谁考评、谁签发。独立：可单独作业；须带：须有持证人员带领。")}</p>
    </Page>
  );
}
