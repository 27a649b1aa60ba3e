import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findResult } from "#app/features/exams/results.server.ts";
import { ResultView } from "#app/features/exams/ui/result-page.tsx";
import { notFound, signedIn } from "#app/features/people/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("理论考试成绩");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  const result = (await findResult(context, args.params.id ?? "")) ?? notFound();
  // Before the release a candidate has a receipt, not a result.
  if (result.state === "waiting") throw redirect(`/attempts/${args.params.id}/receipt`);
  return { result };
}

export default function ResultPage() {
  const { result } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page eyebrow={result.title} title={t("理论考试成绩")} intro={result.schemeTitle}>
      <ResultView result={result} />
      <div>{result.own ? <ButtonLink to="/exams" tone="quiet">{t("回到我的考试")}</ButtonLink> : <ButtonLink to={`/sittings/${result.sittingId}`} tone="quiet">{t("回到场次")}</ButtonLink>}</div>
    </Page>
  );
}
