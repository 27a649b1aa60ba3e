import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { handInPracticePaper } from "#app/features/practice/papers-commands.server.ts";
import { findPracticePaper } from "#app/features/practice/papers-queries.server.ts";
import { paperRefusals } from "#app/features/practice/papers-refusals.ts";
import { PracticePaperForm } from "#app/features/practice/ui/papers-form.tsx";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import { readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("模拟考");

/** The actor's own open paper; one that is handed in leads to its result. */
async function open(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const id = args.params.id ?? "";
  const paper = (await findPracticePaper(context, id)) ?? notFound();
  if (paper.state !== "open") throw redirect(`/practice/${id}/result`);
  return { context, paper };
}

export async function loader(args: LoaderFunctionArgs) {
  return { paper: (await open(args)).paper };
}

export async function action(args: ActionFunctionArgs) {
  const { context, paper } = await open(args);
  const form = await readForm(args.request);
  const result = await handInPracticePaper(context, paper.id, paper.questions.map(({ slot, question }) => ({ slot, response: responseFromForm(question, form, `q-${question.id}`) })));
  if (!result.ok) return data({ refusal: paperRefusals[result.refusal] }, { status: 422 });
  throw redirect(`/practice/${paper.id}/result`);
}

export default function PracticePaper() {
  const { paper } = useLoaderData<typeof loader>();
  return <PracticePaperForm key={paper.id} paper={paper} refused={useActionData<typeof action>()} />;
}
