import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCheck } from "#app/features/exams/attempt-queries.server.ts";
import { handIn } from "#app/features/exams/commands.server.ts";
import { CheckPage } from "#app/features/exams/ui/check-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("检查并交卷");
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const check = (await findCheck(context, args.params.id ?? "")) ?? notFound();
  if (check.state === "sealed") throw redirect(`/attempts/${args.params.id}/receipt`);
  return { check };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "exam.sit");
  const done = await handIn(context, args.params.id ?? "");
  if (!done.ok) notFound();
  throw redirect(`/attempts/${done.value.attemptId}/receipt`);
}

export default function AttemptCheckPage() {
  const { check } = useLoaderData<typeof loader>();
  return <CheckPage key={check.attemptId} check={check} />;
}
