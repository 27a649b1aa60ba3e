import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { attendByCode } from "#app/features/classes/commands.server.ts";
import { CodeForm } from "#app/features/classes/forms.ts";
import { findAttendable } from "#app/features/classes/queries.server.ts";
import { attendRefusals } from "#app/features/classes/refusals.ts";
import { AttendPage } from "#app/features/classes/ui/attend-page.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { parseForm, readForm } from "#app/lib/forms.ts";
import { title } from "#app/ui/title.ts";

export const meta = title("签到");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const code = (new URL(args.request.url).searchParams.get("c") ?? "").slice(0, 20);
  return { code, view: (await findAttendable(context, args.params.id ?? "")) ?? notFound() };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const id = args.params.id ?? "";
  const body = await readForm(args.request);
  // Who may not know of the class gets no word about the code either.
  if ((await findAttendable(context, id)) === null) notFound();
  const form = parseForm(CodeForm, body);
  if (!form.ok) return data({ refusal: attendRefusals["wrong-code"] }, { status: 422 });
  const done = await attendByCode(context, id, form.value.code);
  if (done.ok) throw redirect(`/attend/${id}`);
  if (done.refusal === "no-such-class") notFound();
  return data({ refusal: attendRefusals[done.refusal] }, { status: done.refusal === "too-many" ? 429 : 422 });
}

export default function Attend() {
  const { view, code } = useLoaderData<typeof loader>();
  return <AttendPage view={view} code={code} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
