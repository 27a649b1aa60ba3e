import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { markSteps } from "#app/features/practicals/commands.server.ts";
import { MarkForm } from "#app/features/practicals/forms.ts";
import { practicalRefusals } from "#app/features/practicals/refusals.ts";
import { AssessScreen } from "#app/features/practicals/ui/assess.tsx";
import { findAssessing } from "#app/features/practicals/view-queries.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("实操考核");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const practical = (await findAssessing(context, args.params.id ?? "")) ?? notFound();
  if (practical.state === "void") throw redirect("/practicals?annulled=1");
  if (practical.state !== "open") throw redirect(`/practicals/${practical.id}/${practical.state === "signed" ? "record" : "review"}`);
  const asked = Number(new URL(args.request.url).searchParams.get("step"));
  const firstOpen = practical.steps.findIndex((step) => !practical.marks.some((mark) => mark.step === step.id));
  const first = Number.isInteger(asked) && asked >= 1 && asked <= practical.steps.length ? asked - 1 : firstOpen === -1 ? practical.steps.length : firstOpen;
  return { practical, first, now: context.now };
}

/** One mark as a plain form; the next step follows, after the last one the review. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const id = args.params.id ?? "";
  const form = parseForm(MarkForm, await readForm(args.request));
  if (!form.ok) return data({ refusal: Object.values(form.errors)[0] ?? practicalRefusals["no-such-step"] }, { status: 422 });
  const marked = await markSteps(context, id, [form.value]);
  if (!marked.ok) {
    if (marked.refusal === "no-such-practical") notFound();
    return data({ refusal: practicalRefusals[marked.refusal] }, { status: 409 });
  }
  if (marked.value.conflicts.length > 0) return data({ refusal: practicalRefusals["marked-elsewhere"] }, { status: 409 });
  const practical = await findAssessing(context, id);
  const index = practical?.steps.findIndex((step) => step.id === form.value.step) ?? -1;
  const last = !practical || index + 1 >= practical.steps.length;
  throw redirect(last ? `/practicals/${id}/review` : `/practicals/${id}?step=${index + 2}`);
}

export default function PracticalPage() {
  const { practical, first, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return <AssessScreen key={practical.id} practical={practical} first={first} now={now} refusal={refusal} />;
}
