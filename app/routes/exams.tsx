import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listMyExams } from "#app/features/exams/attempt-queries.server.ts";
import { startAttempt } from "#app/features/exams/commands.server.ts";
import { StartForm } from "#app/features/exams/forms.ts";
import { startRefusals } from "#app/features/exams/refusals.ts";
import { NextExams, PastExams, PastPracticals } from "#app/features/exams/ui/my-exams.tsx";
import { useRefresh } from "#app/ui/use-refresh.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { PracticePapersLine } from "#app/features/practice/ui/papers.tsx";
import { listPracticalsAsCandidate } from "#app/features/practicals/queries.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("我的考试");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const exams = await listMyExams(context);
  const ahead = exams.filter((exam) => exam.step === "running" || exam.step === "start" || exam.step === "wait");
  return { ahead: ahead.reverse(), past: exams.filter((exam) => !ahead.includes(exam)), practicals: await listPracticalsAsCandidate(context) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const form = parseForm(StartForm, await readForm(args.request));
  if (!form.ok) notFound();
  const { sittingId } = form.value;
  const started = await startAttempt(context, sittingId);
  if (started.ok) throw redirect(`/attempts/${started.value.attemptId}`);
  if (started.refusal === "not-admitted") notFound();
  return data({ refusal: { sittingId, text: startRefusals[started.refusal] } }, { status: 409 });
}

export default function ExamsPage() {
  const { ahead, past, practicals } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  const { t } = useTranslation();
  // Whoever waits in the room sees the start without touching anything.
  useRefresh(10_000, ahead.some((exam) => exam.step === "wait"));
  return (
    <Page title={t("我的考试")}>
      <NextExams exams={ahead} refusal={refusal} />
      <PracticePapersLine />
      <PastExams exams={past} />
      <PastPracticals practicals={practicals} />
    </Page>
  );
}
