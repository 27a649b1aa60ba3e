import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AuditFilter, readCursor, writeCursor } from "#app/features/audit/filter.ts";
import { auditExportLimit, listAuditEvents } from "#app/features/audit/queries.server.ts";
import { AuditFilterForm, AuditTable } from "#app/features/audit/ui/audit-log.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("审计日志");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "audit.read");
  const query = new URL(args.request.url).searchParams;
  const filter = AuditFilter.parse(Object.fromEntries(query));
  const { rows, next } = await listAuditEvents(context, filter, { cursor: readCursor(query.get("before")) });
  return { filter, rows, next: next && writeCursor(next), older: query.has("before"), exportLimit: auditExportLimit };
}

export default function AuditPage() {
  const { filter, rows, next, older, exportLimit } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ ...filter, ...more })}`;
  return (
    <Page
      width="wide"
      title={t("审计日志")}
      intro={t("每一次改动都在同一笔事务里留下记录，不能修改，不能删除。")}
      actions={
        <>
          {older ? <ButtonLink to={query({})} tone="quiet" size="small">{t("回到最新")}</ButtonLink> : null}
          <ButtonLink to={`/audit/export.csv${query({})}`} reloadDocument tone="quiet" size="small">{t("导出 CSV（最多 {{n}} 条）", { n: exportLimit })}</ButtonLink>
        </>
      }
    >
      <AuditFilterForm filter={filter} />
      <AuditTable rows={rows} subjectQuery={(subject) => `?${new URLSearchParams({ subject })}`} olderQuery={next === null ? null : query({ before: next })} />
    </Page>
  );
}
