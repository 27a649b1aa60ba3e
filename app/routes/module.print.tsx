import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findWhole } from "#app/features/learning/queries.server.ts";
import { WholeModule } from "#app/features/learning/ui/whole-module.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "模块"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  return (await findWhole(context, context.actor.personId, args.params.id ?? "")) ?? notFound();
}

export default function ModulePrint() {
  return <WholeModule module={useLoaderData<typeof loader>()} />;
}
