import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listSittings } from "#app/features/exams/queries.server.ts";
import { SittingList } from "#app/features/exams/ui/sitting-list.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("考试场次");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "sitting.manage");
  return { sittings: await listSittings(context) };
}

export default function SittingsPage() {
  const { sittings } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page width="wide" title={t("考试场次")} intro={t("理论考试按场次进行：安排学员、开考、收卷、发布成绩。")} actions={<ButtonLink to="/sittings/new">{t("新建场次")}</ButtonLink>}>
      <SittingList sittings={sittings} />
    </Page>
  );
}
