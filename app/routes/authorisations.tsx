import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { authoriseAssessor, endAuthorisation } from "#app/features/practicals/authorisation-commands.server.ts";
import { findAuthorisations } from "#app/features/practicals/authorisation-queries.server.ts";
import { annulPractical } from "#app/features/practicals/commands.server.ts";
import { AuthorisationsForm } from "#app/features/practicals/forms.ts";
import { authorisationRefusals, practicalRefusals } from "#app/features/practicals/refusals.ts";
import { AuthorisationTable, AuthoriseCard, UnsignedPracticals } from "#app/features/practicals/ui/authorisations.tsx";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("考评授权");

export async function loader(args: LoaderFunctionArgs) {
  return findAuthorisations(await signedInFor(args, "practical.authorise"));
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "practical.authorise");
  const body = await readForm(args.request);
  const form = parseForm(AuthorisationsForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const asked = form.value;
  if (asked.intent === "annul") {
    const annulled = await annulPractical(context, asked.id, asked.reason);
    if (!annulled.ok) return data(refuseForm(body, { form: practicalRefusals[annulled.refusal] }), { status: 409 });
  } else {
    const changed = asked.intent === "end" ? await endAuthorisation(context, asked) : await authoriseAssessor(context, { ...asked, toOn: asked.toOn || null });
    if (!changed.ok) return data(refuseForm(body, { form: authorisationRefusals[changed.refusal] }), { status: 409 });
  }
  throw redirect("/authorisations");
}

export default function AuthorisationsPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page width="wide" title={t("考评授权")} intro={t("谁可以用哪张考核表考核学员，从哪天到哪天。发证时核对考核当天的授权。")}>
      <AuthoriseCard shown={shown} answer={answer} />
      <AuthorisationTable shown={shown} answer={answer} />
      <UnsignedPracticals shown={shown} answer={answer} />
    </Page>
  );
}
