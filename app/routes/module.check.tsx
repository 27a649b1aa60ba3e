import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { submitSelfCheck } from "#app/features/learning/commands.server.ts";
import { selfCheckRefusals } from "#app/features/learning/refusals.ts";
import { findSelfCheck, findTakenCheck } from "#app/features/learning/self-check-queries.server.ts";
import { SelfCheckForm, TakenCheck } from "#app/features/learning/ui/self-check.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import { readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("自测");

/** The questions to answer, or with `?taken=` a self-check of one's own, explained. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { personId } = context.actor;
  const id = args.params.id ?? "";
  const takenId = new URL(args.request.url).searchParams.get("taken");
  if (takenId !== null) return { taken: (await findTakenCheck(context, personId, id, takenId)) ?? notFound(), check: null };
  return { taken: null, check: findSelfCheck(context.content, personId, id) ?? notFound() };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const id = args.params.id ?? "";
  const form = await readForm(args.request);
  const asked = findSelfCheck(context.content, context.actor.personId, id)?.questions ?? notFound();
  const answers = form.getAll("question").map(String).map((questionId) => {
    const question = asked.find((one) => one.id === questionId);
    return { questionId, response: question ? responseFromForm(question, form, `q-${questionId}`) : null };
  });
  const result = await submitSelfCheck(context, id, answers);
  if (!result.ok) return data({ refusal: selfCheckRefusals[result.refusal] }, { status: 422 });
  throw redirect(`/modules/${id}/check?taken=${result.value.id}`);
}

export default function ModuleCheck() {
  const { taken, check } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return taken ? <TakenCheck taken={taken} /> : <SelfCheckForm check={check} refused={refused} />;
}
