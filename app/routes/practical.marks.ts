import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { markSteps } from "#app/features/practicals/commands.server.ts";
import { MarksBody } from "#app/features/practicals/forms.ts";
import { practicalRefusals } from "#app/features/practicals/refusals.ts";

/** Where a tablet sends its marks in the background, as JSON; `marks` in the answer are all the server has. */
export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "practical.assess");
  const body = MarksBody.safeParse(await args.request.json().catch(() => null));
  if (!body.success) return Response.json({ refusal: practicalRefusals["not-understood"] }, { status: 422 });
  const marked = await markSteps(context, args.params.id ?? "", body.data.marks);
  if (!marked.ok) return Response.json({ refusal: practicalRefusals[marked.refusal] }, { status: marked.refusal === "no-such-practical" ? 404 : 409 });
  const { stored, conflicts } = marked.value;
  return Response.json({ marks: stored, conflicts: [...new Set(conflicts.map((one) => one.step))] });
}

export function loader({ params }: { params: { id?: string } }) {
  throw redirect(`/practicals/${params.id ?? ""}`);
}
