import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { askQuestion } from "#app/features/learning/asks-commands.server.ts";
import { AskForm } from "#app/features/learning/asks-forms.ts";
import { findAsks } from "#app/features/learning/asks-queries.server.ts";
import { markSectionRead } from "#app/features/learning/commands.server.ts";
import { lookOf } from "#app/features/learning/look.ts";
import { findSection, progressIn } from "#app/features/learning/queries.server.ts";
import { askRefusals } from "#app/features/learning/refusals.ts";
import { AsksFold } from "#app/features/learning/ui/asks.tsx";
import { Reader } from "#app/features/learning/ui/reader.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "模块"} · 安然培训` }];

async function open(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { id = "", section: written = "" } = args.params;
  const section = /^[1-9]\d?$/.test(written) ? Number(written) : notFound();
  const found = (await findSection(context, context.actor.personId, id, section)) ?? notFound();
  return { context, found };
}

/** How far the person is; after the last section comes the self-check, unless it is passed already. */
async function standOf({ context, found }: Awaited<ReturnType<typeof open>>) {
  const progress = (await progressIn(context, context.actor.personId, [found.module.id])).get(found.module.id);
  return { seen: progress?.seen ?? [], minutesLeft: progress?.minutesLeft ?? 0, onward: progress?.checkPassed ? ("cover" as const) : ("check" as const) };
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await open(args);
  return { ...opened.found, ...(await standOf(opened)), look: lookOf(args.request.headers.get("cookie")), asks: await findAsks(opened.context, opened.found) };
}

/** A question asked at a paragraph; a refusal comes back with what was typed. */
async function ask({ context, found: { module, section } }: Awaited<ReturnType<typeof open>>, body: FormData) {
  const form = parseForm(AskForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const asked = await askQuestion(context, { moduleId: module.id, section }, form.value);
  if (!asked.ok) return data(refuseForm(body, { form: askRefusals[asked.refusal] }), { status: 409 });
  throw redirect(`/modules/${module.id}/${section}?asked#asks`);
}

/** Going on notes the section as read. */
export async function action(args: ActionFunctionArgs) {
  const opened = await open(args);
  const { context, found } = opened;
  const body = await readForm(args.request);
  if (body.get("intent") === "ask") return ask(opened, body);
  const { module, section, of } = found;
  const result = await markSectionRead(context, module.id, section);
  if (!result.ok) notFound();
  const cover = `/modules/${module.id}`;
  if (section < of) throw redirect(`${cover}/${section + 1}`);
  throw redirect((await standOf(opened)).onward === "check" ? `${cover}/check` : cover);
}

export default function ModuleSection() {
  const { asks, ...read } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const sent = useSearchParams()[0].has("asked") && !refused;
  return <Reader {...read} after={<AsksFold key={read.section} asks={asks} here={`/modules/${read.module.id}/${read.section}`} sent={sent} refused={refused && !refused.ok ? refused : undefined} />} />;
}
