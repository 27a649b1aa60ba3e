import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCover } from "#app/features/learning/queries.server.ts";
import { findSelfCheck } from "#app/features/learning/self-check-queries.server.ts";
import { CoverPage } from "#app/features/learning/ui/cover.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.cover.title ?? "模块"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { personId } = context.actor;
  const id = args.params.id ?? "";
  const cover = (await findCover(context, personId, id)) ?? notFound();
  const check = findSelfCheck(context.content, personId, id) ?? notFound();
  return { cover, needed: check.needed, asked: check.questions.length };
}

export default function ModuleCover() {
  return <CoverPage {...useLoaderData<typeof loader>()} />;
}
