import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { startPractical } from "#app/features/practicals/commands.server.ts";
import { StartForm } from "#app/features/practicals/forms.ts";
import { findCandidates, findDesk, findStartOptions } from "#app/features/practicals/queries.server.ts";
import { startRefusals } from "#app/features/practicals/refusals.ts";
import { ChooseCandidate, RecentlySigned, StartOptions, UnderWay } from "#app/features/practicals/ui/desk.tsx";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("实操考核");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const query = new URL(args.request.url).searchParams;
  const search = (query.get("q") ?? "").slice(0, 40);
  const candidateId = query.get("candidate");
  const chosen = candidateId === null ? null : await findStartOptions(context, candidateId);
  if (candidateId !== null && chosen === null) notFound();
  return { annulled: query.has("annulled"), desk: await findDesk(context), search, chosen, found: chosen ? null : await findCandidates(context, search) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const form = parseForm(StartForm, await readForm(args.request));
  if (!form.ok) return data({ refusal: startRefusals["no-such-checklist"] }, { status: 422 });
  const started = await startPractical(context, form.value);
  if (!started.ok) return data({ refusal: startRefusals[started.refusal] }, { status: started.refusal === "no-such-candidate" ? 404 : 409 });
  throw redirect(`/practicals/${started.value.id}`);
}

export default function PracticalsPage() {
  const { annulled, desk, search, chosen, found } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  const { t } = useTranslation();
  return (
    <Page title={t("实操考核")} intro={desk.authorised.length > 0 ? t("您今天可以用的考核表：{{list}}", { list: desk.authorised.join(t("、")) }) : undefined}>
      {annulled ? <Notice tone="on" title={t("这场考核已经作废")}>{t("它的记录不算考核；学员可以重新开始。")}</Notice> : null}
      {desk.authorised.length === 0 ? <Notice tone="warn" title={t("您今天没有考评授权")}>{t("请培训师在“考评授权”里授权之后，再开始新的考核。已经开始的可以继续。")}</Notice> : null}
      {desk.underWay.length > 0 ? <UnderWay practicals={desk.underWay} /> : null}
      {chosen ? <StartOptions chosen={chosen} refusal={refusal} /> : null}
      {found ? <ChooseCandidate search={search} found={found} /> : null}
      <RecentlySigned practicals={desk.signed} />
    </Page>
  );
}
