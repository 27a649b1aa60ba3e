import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { cancelClass, closeClass, correctAttendance, enterByHand } from "#app/features/classes/commands.server.ts";
import { CancelForm, CorrectForm, EnterForm } from "#app/features/classes/forms.ts";
import { classStageNames } from "#app/features/classes/names.ts";
import { findClass } from "#app/features/classes/queries.server.ts";
import { classRefusals } from "#app/features/classes/refusals.ts";
import { ClassFacts, ClassMoves, EnterByHand, PresentTable } from "#app/features/classes/ui/class-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Chip, Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";
import { useRefresh } from "#app/ui/use-refresh.ts";

export const meta = title("培训活动");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  const find = (new URL(args.request.url).searchParams.get("find") ?? "").slice(0, 40);
  return { find, view: (await findClass(context, args.params.id ?? "", find)) ?? notFound() };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  const id = args.params.id ?? "";
  const form = await readForm(args.request);
  const done = await act(form.get("intent"));
  if (done === null) notFound();
  if ("errors" in done) return data({ refusal: Object.values(done.errors)[0] ?? null }, { status: 422 });
  if (!done.ok && done.refusal === "no-such-class") notFound();
  if (!done.ok) return data({ refusal: classRefusals[done.refusal] }, { status: 409 });
  throw redirect(`/classes/${id}`);

  function parsed<S extends z.ZodType, R>(schema: S, then: (input: z.output<S>) => R) {
    const input = parseForm(schema, form);
    return input.ok ? then(input.value) : input;
  }
  async function act(intent: FormDataEntryValue | null) {
    if (intent === "close") return closeClass(context, id);
    if (intent === "enter") return parsed(EnterForm, (input) => enterByHand(context, id, input));
    if (intent === "correct") return parsed(CorrectForm, (input) => correctAttendance(context, id, input));
    return intent === "cancel" ? parsed(CancelForm, (input) => cancelClass(context, id, input.reason)) : null;
  }
}

export default function ClassPage() {
  const { view, find } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  const { t } = useTranslation();
  const { stage, present } = view;
  const { word, tone } = classStageNames[stage];
  useRefresh(10_000, stage === "open");
  return (
    <Page width="wide" title={view.class.title} actions={<Chip tone={tone}>{t(word)}</Chip>}>
      {refusal === null ? null : <Notice tone="bad" title={t(refusal)} />}
      <ClassFacts view={view} />
      {stage === "ahead" || stage === "open" ? <div><ButtonLink to={`/classes/${view.class.id}/code`} tone={view.begun ? "quiet" : "primary"}>{t("投影签到码")}</ButtonLink></div> : null}
      <ClassMoves view={view} />
      <h2>{t("到场：{{n}} 人", { n: present.length })}</h2>
      <PresentTable view={view} />
      {stage === "ahead" || stage === "cancelled" ? null : <EnterByHand view={view} find={find} />}
    </Page>
  );
}
