import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { startPracticePaper } from "#app/features/practice/papers-commands.server.ts";
import { StartPaperForm } from "#app/features/practice/papers-forms.ts";
import { listPracticePapers } from "#app/features/practice/papers-queries.server.ts";
import { paperRefusals } from "#app/features/practice/papers-refusals.ts";
import { PracticePapers } from "#app/features/practice/ui/papers.tsx";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("模拟考");

export async function loader(args: LoaderFunctionArgs) {
  return { papers: await listPracticePapers(await signedInFor(args, "learning.own")) };
}

/** Starts a paper, or leads to the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const form = parseForm(StartPaperForm, await readForm(args.request));
  if (!form.ok) notFound();
  const { schemeId } = form.value;
  const started = await startPracticePaper(context, schemeId);
  if (started.ok) throw redirect(`/practice/${started.value.paperId}`);
  if (started.refusal === "no-such-scheme") notFound();
  return data({ refusal: { schemeId, text: paperRefusals[started.refusal] } }, { status: 409 });
}

export default function Practice() {
  const { papers } = useLoaderData<typeof loader>();
  return <PracticePapers papers={papers} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
