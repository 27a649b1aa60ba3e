import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { ReviewForm } from "#app/features/practicals/forms.ts";
import { practicalRefusals, stepsOpenRefusal } from "#app/features/practicals/refusals.ts";
import { carryOutReview } from "#app/features/practicals/review-action.server.ts";
import { ReviewScreen } from "#app/features/practicals/ui/review.tsx";
import { findReview } from "#app/features/practicals/view-queries.server.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("复核与签字");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const practical = (await findReview(context, args.params.id ?? "")) ?? notFound();
  if (practical.state === "void") throw redirect("/practicals?annulled=1");
  if (practical.state === "signed") throw redirect(`/practicals/${practical.id}/record`);
  return { practical };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const body = await readForm(args.request);
  const form = parseForm(ReviewForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const { result, next } = await carryOutReview(context, args.context.origin, args.params.id ?? "", form.value);
  if (result.ok) throw redirect(next);
  if (result.refusal === "no-such-practical") notFound();
  if (result.refusal === "steps-open") return data(refuseForm(body, { form: stepsOpenRefusal }), { status: 409 });
  const field = form.value.intent === "sign" && result.refusal !== "changed-meanwhile" && result.refusal !== "already-signed" ? "password" : "form";
  return data(refuseForm(body, { [field]: practicalRefusals[result.refusal] }), { status: field === "password" ? 422 : 409 });
}

export default function ReviewPage() {
  const { practical } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReviewScreen practical={practical} answer={answer} />;
}
