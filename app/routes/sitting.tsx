import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { admitCandidates, closeSitting, openSitting, releaseResults, withdrawAdmission } from "#app/features/exams/commands.server.ts";
import { AdmitForm, PersonForm } from "#app/features/exams/forms.ts";
import { sittingStateNames } from "#app/features/exams/names.ts";
import { findSitting } from "#app/features/exams/queries.server.ts";
import { sittingRefusals } from "#app/features/exams/refusals.ts";
import { Admit, NextMove, Roster, SittingFacts } from "#app/features/exams/ui/sitting-page.tsx";
import { useRefresh } from "#app/ui/use-refresh.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { Chip, Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("考试场次");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "sitting.manage");
  const find = (new URL(args.request.url).searchParams.get("find") ?? "").slice(0, 40);
  return { find, view: (await findSitting(context, args.params.id ?? "", find)) ?? notFound() };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "sitting.manage");
  const id = args.params.id ?? "";
  const form = await readForm(args.request);
  const done = await act(form.get("intent"));
  if (done === null) notFound();
  if ("errors" in done) return data({ refusal: Object.values(done.errors)[0] ?? null }, { status: 422 });
  if (!done.ok && done.refusal === "no-such-sitting") notFound();
  if (!done.ok) return data({ refusal: sittingRefusals[done.refusal] }, { status: 409 });
  throw redirect(`/sittings/${id}`);

  async function act(intent: FormDataEntryValue | null) {
    if (intent === "open") return openSitting(context, id);
    if (intent === "close") return closeSitting(context, id);
    if (intent === "release") return releaseResults(context, id);
    const input = intent === "admit" ? parseForm(AdmitForm, form) : intent === "withdraw" ? parseForm(PersonForm, form) : null;
    if (input === null || !input.ok) return input;
    return "personIds" in input.value ? admitCandidates(context, id, input.value.personIds) : withdrawAdmission(context, id, input.value.personId);
  }
}

export default function SittingPage() {
  const { view, find } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  const { t } = useTranslation();
  const { sitting, roster } = view;
  const { word, tone } = sittingStateNames[sitting.state];
  const count = { working: roster.filter((row) => row.state === "open").length, done: roster.filter((row) => row.sealedAt !== null).length, absent: roster.filter((row) => row.attemptId === null).length };
  const behind = roster.filter((row) => row.modulesLeft > 0).length;
  const admitting = sitting.state === "planned" || sitting.state === "open";
  useRefresh(10_000, sitting.state === "open");
  return (
    <Page width="wide" title={sitting.title} actions={<Chip tone={tone}>{t(word)}</Chip>}>
      {refusal === null ? null : <Notice tone="bad" title={t(refusal)} />}
      <SittingFacts view={view} />
      <NextMove view={view} />
      {admitting && behind > 0 ? <Notice tone="warn" title={t("名单里有 {{n}} 人的课程还没学完", { n: behind })}>{t("可以考，但建议先学完。")}</Notice> : null}
      <h2>
        {t("考生名单：{{n}} 人", { n: roster.length })}
        {sitting.state === "planned" ? null : <span className="font-normal text-soft"> · {sitting.state === "open" ? t("答题中 {{working}}，已收卷 {{done}}，未开始 {{absent}}", count) : t("已收卷 {{done}}，缺考 {{absent}}", count)}</span>}
      </h2>
      <Roster view={view} />
      {admitting ? <Admit view={view} find={find} /> : null}
    </Page>
  );
}
