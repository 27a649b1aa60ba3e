import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCover } from "#app/features/learning/queries.server.ts";
import { acknowledgeModule } from "#app/features/learning/reading-commands.server.ts";
import { AcknowledgeForm } from "#app/features/learning/reading-forms.ts";
import { acknowledgeRefusals } from "#app/features/learning/refusals.ts";
import { findSelfCheck } from "#app/features/learning/self-check-queries.server.ts";
import { CoverPage } from "#app/features/learning/ui/cover.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { formValues, readForm } from "#app/lib/forms.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.cover.title ?? "模块"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { personId } = context.actor;
  const id = args.params.id ?? "";
  const cover = (await findCover(context, personId, id)) ?? notFound();
  const check = findSelfCheck(context.content, personId, id) ?? notFound();
  return { cover, needed: check.needed, asked: check.questions.length };
}

/** 已阅知: notes that this version was read and is known. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const id = args.params.id ?? "";
  const { version } = AcknowledgeForm.parse(formValues(await readForm(args.request)));
  const result = await acknowledgeModule(context, id, version);
  if (!result.ok) return result.refusal === "no-such-module" ? notFound() : data({ refusal: acknowledgeRefusals[result.refusal] }, { status: 422 });
  throw redirect(`/modules/${id}`);
}

export default function ModuleCover() {
  return <CoverPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
