import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { listRegulations } from "#app/features/standards/queries.server.ts";
import { RegulationList } from "#app/features/standards/ui/regulations.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("规范与条款");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "standards.read");
  const { companyKey } = await findLearner(context, context.actor.personId);
  return { regulations: listRegulations(context.content, companyKey) };
}

export default function Standards() {
  return <RegulationList regulations={useLoaderData<typeof loader>().regulations} />;
}
