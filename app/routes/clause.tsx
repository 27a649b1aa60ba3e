import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { modulesTeaching } from "#app/features/learning/queries.server.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { checklistsOf } from "#app/features/practicals/catalogue.server.ts";
import { stepsOf } from "#app/features/practicals/checklist.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { findClausePage } from "#app/features/standards/queries.server.ts";
import { ClausePage } from "#app/features/standards/ui/clause-page.tsx";
import { dayOf } from "#app/lib/clock.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.clause.regulation ?? "条款"} · 安然培训` }];

/** A clause, what teaches it, and for staff how much tests it: only the number, since which questions they are belongs to the bank. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "standards.read");
  const { content, actor, now } = context;
  const id = `${args.params.regulation}/${args.params.slug}`;
  const { companyKey } = await findLearner(context, actor.personId);
  const clause = findClausePage(content, companyKey, id, dayOf(now)) ?? notFound();
  const staff = actor.grants.some((grant) => grant.role !== "learner");
  const questions = [...bankOf(content).values()].filter((one) => one.question.clauses.includes(id)).length;
  const steps = [...checklistsOf(content).values()].flatMap((one) => stepsOf(one.checklist)).filter((step) => step.clauses.includes(id)).length;
  return { clause, taughtIn: modulesTeaching(content, id), tested: staff ? { questions, steps } : null };
}

export default function Clause() {
  return <ClausePage {...useLoaderData<typeof loader>()} />;
}
