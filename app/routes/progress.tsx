import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { listProgressUnits } from "#app/features/reports/progress-queries.server.ts";
import { ProgressUnits } from "#app/features/reports/ui/progress-units.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("学习进度");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "progress.read");
  const units = await listProgressUnits(context);
  const [only] = units;
  if (only && units.length === 1) throw redirect(`/progress/${only.id}`);
  return { units };
}

export default function ProgressPage() {
  const { units } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page width="wide" title={t("学习进度")} intro={t("今天在岗的人，含下级单位；只算岗位必学的模块。")}>
      <ProgressUnits units={units} />
    </Page>
  );
}
