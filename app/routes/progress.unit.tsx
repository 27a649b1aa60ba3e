import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { ProgressFilter, RemindForm } from "#app/features/reports/progress-filter.ts";
import { findUnitProgress, listMostMissed } from "#app/features/reports/progress-queries.server.ts";
import { remindLearners } from "#app/features/reports/progress-remind.server.ts";
import { progressHeadline, progressPageSize, progressRows, shownRow } from "#app/features/reports/progress-view.ts";
import { reportRefusals } from "#app/features/reports/refusals.ts";
import { MissedClauses } from "#app/features/reports/ui/progress-missed.tsx";
import { ProgressPages, ProgressSummary } from "#app/features/reports/ui/progress-summary.tsx";
import { ProgressFilterForm, ProgressTable, RemindedNotice } from "#app/features/reports/ui/progress-table.tsx";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("学习进度");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "progress.read");
  const filter = ProgressFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { unit, on, rows, posts, modules } = (await findUnitProgress(context, args.params.unitId ?? "")) ?? notFound();
  const found = progressRows(rows, filter);
  const shown = found.slice((filter.page - 1) * progressPageSize, filter.page * progressPageSize).map(shownRow);
  const lacking = progressRows(rows, { ...filter, post: "", show: "all" }).length;
  const module = modules.flatMap((one) => (one.id === filter.module ? [{ title: one.title, lacking }] : []))[0] ?? null;
  const missed = await listMostMissed(context, unit.within, on);
  return { unit: { id: unit.id, name: unit.name, path: unit.path }, on, filter, posts, modules, module, rows: shown, found: found.length, headline: progressHeadline(rows), missed, pageSize: progressPageSize };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "progress.read");
  const form = parseForm(RemindForm, await readForm(args.request));
  const done = await remindLearners(context, args.params.unitId ?? "", form.ok ? form.value : []);
  if (done.ok) return { reminders: done.value, problem: null };
  if (done.refusal !== "nobody-ticked") notFound();
  return data({ reminders: null, problem: reportRefusals[done.refusal] }, { status: 422 });
}

export default function UnitProgressPage() {
  const { unit, on, filter, posts, modules, module, rows, found, headline, missed, pageSize } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const query = (more: Record<string, string> = {}) => `?${new URLSearchParams({ post: filter.post, module: filter.module, show: filter.show, sort: filter.sort, ...more })}`;
  return (
    <Page
      width="wide"
      eyebrow={[unit.path, unit.name].filter(Boolean).join(" / ")}
      title={headline.stuck > 0 ? t("{{people}} 人，{{stuck}} 人卡住了", headline) : t("{{people}} 人，没有人卡住", headline)}
      intro={t("今天 {{on}}", { on })}
      actions={<ButtonLink to={`/progress/${unit.id}/export.csv${query()}`} reloadDocument tone="quiet" size="small">{t("导出")}</ButtonLink>}
    >
      {answer?.problem ? <Notice tone="bad" title={t(answer.problem)} /> : null}
      {answer?.reminders ? <RemindedNotice reminders={answer.reminders} /> : null}
      <ProgressSummary headline={headline} />
      <ProgressFilterForm filter={filter} posts={posts} modules={modules} />
      <ProgressTable rows={rows} everybody={headline.people} module={module} />
      <ProgressPages shown={rows.length} found={found} page={filter.page} pageSize={pageSize} to={(page) => query({ page: String(page) })} />
      <MissedClauses missed={missed} />
    </Page>
  );
}
