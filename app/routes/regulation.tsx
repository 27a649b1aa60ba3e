import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { isStaff } from "#app/features/people/access.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { carryingIn } from "#app/features/reports/coverage.server.ts";
import { Post } from "#app/features/standards/clause.ts";
import { findRegulation } from "#app/features/standards/queries.server.ts";
import { RegulationPage } from "#app/features/standards/ui/regulations.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "规范"} · 安然培训` }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "standards.read");
  const { content, actor } = context;
  const { companyKey } = await findLearner(context, actor.personId);
  const post = new URL(args.request.url).searchParams.get("post");
  const regulation = findRegulation(content, companyKey, args.params.regulation ?? "", Post.safeParse(post).data ?? null) ?? notFound();
  return { ...regulation, carrying: carryingIn(content, regulation.clauses.map((clause) => clause.id), { staff: isStaff(actor) }) };
}

export default function Regulation() {
  const { carrying, ...regulation } = useLoaderData<typeof loader>();
  return <RegulationPage regulation={regulation} carrying={carrying} />;
}
