import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { isStaff } from "#app/features/people/access.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { carriersOf } from "#app/features/reports/coverage.server.ts";
import { findClausePage } from "#app/features/standards/queries.server.ts";
import { ClausePage } from "#app/features/standards/ui/clause-page.tsx";
import { dayOf } from "#app/lib/clock.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.clause.regulation ?? "条款"} · 安然培训` }];

/** A clause, and what carries it. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "standards.read");
  const { content, actor, now } = context;
  const id = `${args.params.regulation}/${args.params.slug}`;
  const { companyKey } = await findLearner(context, actor.personId);
  const clause = findClausePage(content, companyKey, id, dayOf(now)) ?? notFound();
  return { clause, carriers: carriersOf(content, id, { staff: isStaff(actor) }) };
}

export default function Clause() {
  return <ClausePage {...useLoaderData<typeof loader>()} />;
}
