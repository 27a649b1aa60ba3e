import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planOf } from "#app/features/learning/queries.server.ts";
import { PlanPage } from "#app/features/learning/ui/plan.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("我的学习");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  return { plan: await planOf(context, context.actor.personId) };
}

export default function Plan() {
  const { plan } = useLoaderData<typeof loader>();
  return <PlanPage plan={plan} />;
}
