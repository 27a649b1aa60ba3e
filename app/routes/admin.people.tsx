import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StaffFilter } from "#app/features/people/admin-forms.ts";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { listStaff, staffPageSize, unitChoices } from "#app/features/people/queries.server.ts";
import { StaffFilterForm, StaffTable } from "#app/features/people/ui/staff-list.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("人员与账号");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "person.manage");
  const filter = StaffFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const [{ rows, total }, units] = await Promise.all([listStaff(context, filter), unitChoices(context, "person.manage")]);
  return { filter, rows, total, units, pageSize: staffPageSize };
}

export default function StaffPage() {
  const { filter, rows, total, units, pageSize } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const query = (page: number) => `?${new URLSearchParams({ q: filter.q, unit: filter.unit, state: filter.state, page: String(page) })}`;
  return (
    <Page
      width="wide"
      title={t("人员与账号")}
      intro={t("只显示您管理的单位及其下级单位的人。")}
      actions={
        <>
          <ButtonLink to="/admin/people/import" tone="quiet" size="small">{t("从文件导入")}</ButtonLink>
          <ButtonLink to="/admin/people/new" size="small">{t("录入一人")}</ButtonLink>
        </>
      }
    >
      <StaffFilterForm filter={filter} units={units} />
      <StaffTable rows={rows} total={total} page={filter.page} pageSize={pageSize} query={query} />
    </Page>
  );
}
