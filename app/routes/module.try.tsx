import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { modulesOf } from "#app/features/learning/catalogue.server.ts";
import { checkOne } from "#app/features/learning/self-check-queries.server.ts";
import { tryQuestion } from "#app/features/learning/self-check.server.ts";
import { TryPage } from "#app/features/learning/ui/try.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import { readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("想一想");

/** The question by itself, where a browser without JavaScript comes back to. */
export async function loader(args: LoaderFunctionArgs) {
  const { content } = await signedInFor(args, "learning.own");
  const { id = "", question = "" } = args.params;
  const asked = tryQuestion(content, id, question) ?? notFound();
  return { question: asked.shown, module: { id, title: modulesOf(content).get(id)?.title ?? "" } };
}

/** Answers with what the given answer comes to; nothing is written. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { id = "", question = "" } = args.params;
  const asked = tryQuestion(context.content, id, question) ?? notFound();
  const form = await readForm(args.request);
  const checked = (await checkOne(context, context.actor.personId, id, question, responseFromForm(asked.shown, form, "q"))) ?? notFound();
  const from = form.get("from");
  const section = typeof from === "string" ? /^\/modules\/[a-z-]+\/([1-9]\d?)$/.exec(from)?.[1] : undefined;
  return data({ checked, section: section ?? null });
}

export default function ModuleTry() {
  return <TryPage {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>()} />;
}
