import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { Post } from "#app/features/standards/clause.ts";
import { companyKeyOf } from "#app/features/standards/company.server.ts";
import type { Figure } from "#app/features/standards/figure.ts";
import { dayOf, type Day } from "#app/lib/clock.ts";

export type Learner = { name: string; post: Post | null; unitName: string | null; companyKey: string; figures: Record<string, Figure> };

/**
 * Who a person is as a learner: post, unit, company, and the figures in force for that company on `day` (default today).
 * Somebody without a post is held to the first company of the house.
 */
export async function findLearner(context: Pick<Context, "store" | "content" | "now">, personId: string, day: Day = dayOf(context.now)): Promise<Learner> {
  const person = await findPerson(context, personId);
  const standards = standardsOf(context.content);
  const companyKey = person?.unitId ? await companyKeyOf(context, person.unitId) : (standards.companies[0]?.id ?? "");
  const post = Post.safeParse(person?.post);
  return {
    name: person?.name ?? "",
    post: post.success ? post.data : null,
    unitName: person?.unitName ?? null,
    companyKey,
    figures: figuresOn(standards, companyKey, day),
  };
}
