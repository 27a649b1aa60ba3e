import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findBrief } from "#app/features/learning/queries.server.ts";
import { Brief } from "#app/features/learning/ui/brief.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.brief.title ?? "模块"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  return { brief: (await findBrief(context, context.actor.personId, args.params.id ?? "")) ?? notFound() };
}

export default function ModuleBrief() {
  return <Brief brief={useLoaderData<typeof loader>().brief} />;
}
