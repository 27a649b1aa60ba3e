import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { reviewRefusals } from "#app/features/practice/refusals.ts";
import { answerReview } from "#app/features/practice/review-commands.server.ts";
import { readReviewAnswer } from "#app/features/practice/review-form.server.ts";
import { findReview, findReviewed } from "#app/features/practice/review-queries.server.ts";
import { ReviewPage, ReviewedPage } from "#app/features/practice/ui/review.tsx";
import { readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("温故");

/** The question to answer now, or with `?done=` an answer of one's own, explained. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const { personId } = context.actor;
  const search = new URL(args.request.url).searchParams;
  const done = search.get("done");
  const reviewed = done === null ? null : ((await findReviewed(context, personId, done)) ?? notFound());
  return { review: await findReview(context, personId), reviewed: reviewed && { ...reviewed, earlier: search.has("earlier") } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const answer = readReviewAnswer(context.content, await readForm(args.request)) ?? notFound();
  const result = await answerReview(context, answer);
  if (!result.ok && result.refusal === "no-such-question") notFound();
  if (!result.ok) return data({ refusal: reviewRefusals[result.refusal] }, { status: 422 });
  throw redirect(`/review?done=${result.value.id}${result.value.earlier ? "&earlier" : ""}`);
}

export default function Review() {
  const { review, reviewed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return reviewed ? <ReviewedPage reviewed={reviewed} review={review} /> : <ReviewPage review={review} refused={refused} />;
}
