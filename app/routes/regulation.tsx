import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { findRegulation } from "#app/features/standards/queries.server.ts";
import { RegulationPage } from "#app/features/standards/ui/regulations.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "规范"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "standards.read");
  const { companyKey } = await findLearner(context, context.actor.personId);
  return findRegulation(context.content, companyKey, args.params.regulation ?? "") ?? notFound();
}

export default function Regulation() {
  return <RegulationPage regulation={useLoaderData<typeof loader>()} />;
}
