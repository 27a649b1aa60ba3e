import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { markSectionRead } from "#app/features/learning/commands.server.ts";
import { findSection, progressIn } from "#app/features/learning/queries.server.ts";
import { Reader } from "#app/features/learning/ui/reader.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "模块"} · 安然培训` }];

async function open(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { id = "", section: written = "" } = args.params;
  const section = /^[1-9]\d?$/.test(written) ? Number(written) : notFound();
  const found = (await findSection(context, context.actor.personId, id, section)) ?? notFound();
  return { context, found };
}

/** After the last section comes the self-check, unless it is passed already. */
async function onwardOf({ context, found }: Awaited<ReturnType<typeof open>>): Promise<"check" | "cover"> {
  const progress = (await progressIn(context, context.actor.personId, [found.module.id])).get(found.module.id);
  return progress?.checkPassed ? "cover" : "check";
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await open(args);
  return { ...opened.found, onward: await onwardOf(opened) };
}

/** Going on notes the section as read. */
export async function action(args: ActionFunctionArgs) {
  const opened = await open(args);
  const { context, found } = opened;
  const { module, section, of } = found;
  const result = await markSectionRead(context, module.id, section);
  if (!result.ok) notFound();
  const cover = `/modules/${module.id}`;
  if (section < of) throw redirect(`${cover}/${section + 1}`);
  throw redirect((await onwardOf(opened)) === "check" ? `${cover}/check` : cover);
}

export default function ModuleSection() {
  return <Reader {...useLoaderData<typeof loader>()} />;
}
