import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { recordLeaving } from "#app/features/commitments/commands.server.ts";
import { LeavingForm } from "#app/features/commitments/forms.ts";
import { listCommitmentsWithStanding } from "#app/features/commitments/queries.server.ts";
import { leavingRefusals } from "#app/features/commitments/refusals.ts";
import { LeavingCards } from "#app/features/commitments/ui/leaving.tsx";
import { notFound, requireCan, signedInFor } from "#app/features/people/guard.server.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("登记离职");

/** That somebody leaves: what it ends, what it does not decide, and the form. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "person.leave");
  const person = await findPerson(context, args.params.id ?? "");
  if (!person) notFound();
  requireCan(context, "person.leave", { unitPath: person.unitPath });
  const today = dayOf(context.now);
  const { name, staffNo, unitName, leftOn, hiredOn } = person;
  return { person: { name, staffNo, unitName, leftOn, hiredOn }, today, commitments: await listCommitmentsWithStanding(context, { personIds: [person.id], on: today }) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "person.leave");
  const personId = args.params.id ?? "";
  const body = await readForm(args.request);
  const form = parseForm(LeavingForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const result = await recordLeaving(context, { personId, ...form.value });
  if (result.ok) throw redirect(`/people/${personId}/leaving`);
  if (result.refusal === "not-allowed" || result.refusal === "no-such-person") notFound();
  const field = result.refusal === "before-hired" || result.refusal === "too-far-ahead" ? "leftOn" : "form";
  return data(refuseForm(body, { [field]: leavingRefusals[result.refusal] }), { status: 409 });
}

export default function LeavingPage() {
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useTranslation();
  const { person } = loaded;
  return (
    <Page title={t("{{name}} · 离职", { name: person.name })} eyebrow={t("工号 {{no}} · {{unit}}", { no: person.staffNo, unit: person.unitName ?? "" })}>
      <LeavingCards {...loaded} refusal={refusal} />
    </Page>
  );
}
