import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listClasses } from "#app/features/classes/queries.server.ts";
import { ClassList } from "#app/features/classes/ui/class-list.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("培训活动");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  return { classes: await listClasses(context) };
}

export default function ClassesPage() {
  const { classes } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page width="wide" title={t("培训活动")} intro={t("例会、巡视、培训班、资料发放、同行参观：谁到场，多长时间，都记进培训档案。")} actions={<ButtonLink to="/classes/new">{t("新建活动")}</ButtonLink>}>
      <ClassList classes={classes} />
    </Page>
  );
}
