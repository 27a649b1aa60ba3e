import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerQuestion } from "#app/features/learning/asks-commands.server.ts";
import { AnswerForm, AskFilter } from "#app/features/learning/asks-forms.ts";
import { asksShown, listAsks } from "#app/features/learning/asks-queries.server.ts";
import { AsksList } from "#app/features/learning/ui/asks-list.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("学员提问");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  const query = new URL(args.request.url).searchParams;
  const { module } = AskFilter.parse(Object.fromEntries(query));
  return { asks: await listAsks(context, module), module, answered: query.has("answered"), shown: asksShown };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  const form = parseForm(AnswerForm, await readForm(args.request));
  if (!form.ok) return data(form, { status: 422 });
  const result = await answerQuestion(context, form.value.id, form.value.answer);
  if (!result.ok) notFound();
  const { module } = AskFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  throw redirect(`/asks?${new URLSearchParams({ ...(module === "" ? {} : { module }), answered: "1" })}`);
}

export default function AsksPage() {
  const { asks, module, answered, shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={t("学员提问")} intro={t("学员读课文时提的问题。回答会显示在那一段课文下面，提问的人会收到消息。")}>
      {answered && !refused ? <Notice tone="ok" title={t("回答已发出，学员会收到消息")} /> : null}
      <AsksList asks={asks} module={module} shown={shown} refused={refused && !refused.ok ? refused : undefined} />
    </Page>
  );
}
