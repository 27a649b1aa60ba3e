import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { listCommitmentsWithStanding } from "#app/features/commitments/queries.server.ts";
import { CommitmentTimeline } from "#app/features/commitments/ui/commitment-timeline.tsx";
import { reinstateLicence, revokeLicence, suspendLicence } from "#app/features/licences/commands.server.ts";
import { ledgerIntents, ReasonForm } from "#app/features/licences/forms.ts";
import { verificationUrl } from "#app/features/licences/qr.server.ts";
import { findLicence } from "#app/features/licences/queries.server.ts";
import { licenceRefusals } from "#app/features/licences/refusals.ts";
import { GovernForms } from "#app/features/licences/ui/govern-forms.tsx";
import { EvidenceCard, LedgerCard } from "#app/features/licences/ui/ledger.tsx";
import { LicenceSummary } from "#app/features/licences/ui/licence-summary.tsx";
import { notFound, signedIn } from "#app/features/people/guard.server.ts";
import { qrPath } from "#app/lib/qr.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { Card, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("上岗证");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  const licence = await findLicence(context, args.params.id ?? "");
  if (!licence) notFound();
  const commitments = await listCommitmentsWithStanding(context, { personIds: [licence.personId], on: dayOf(context.now) });
  return {
    licence: { ...licence, qr: qrPath(verificationUrl(args.context.config.publicUrl, licence.code)) },
    commitment: commitments.find((one) => one.licenceId === licence.id) ?? null,
  };
}

const commands = { suspend: suspendLicence, reinstate: reinstateLicence, revoke: revokeLicence };

export async function action(args: ActionFunctionArgs) {
  const context = await signedIn(args);
  const body = await readForm(args.request);
  const licenceId = args.params.id ?? "";
  const intent = z.enum(ledgerIntents).safeParse(body.get("intent"));
  if (!intent.success) notFound();
  const form = parseForm(ReasonForm, body);
  if (!form.ok) return data({ intent: intent.data, refusal: form }, { status: 422 });
  const result = await commands[intent.data](context, { licenceId, reason: form.value.reason });
  if (!result.ok && result.refusal === "no-such-licence") notFound();
  if (!result.ok) return data({ intent: intent.data, refusal: refuseForm(body, { form: licenceRefusals[result.refusal] }) }, { status: result.refusal === "not-allowed" ? 403 : 409 });
  throw redirect(`/licences/${licenceId}`);
}

export default function LicencePage() {
  const { licence, commitment } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={`${licence.holder.name} · ${licence.title}`} eyebrow={t("工号 {{no}}", { no: licence.holder.staffNo })}>
      <LicenceSummary licence={licence} />
      <LedgerCard ledger={licence.ledger} />
      <EvidenceCard evidence={licence.evidence} facts={[[t("证件编号"), licence.number], [t("发证单位"), licence.company]]} />
      {commitment ? <Card title={t("服务期")}><CommitmentTimeline commitment={commitment} /></Card> : null}
      {licence.mayGovern ? <GovernForms key={licence.ledger.length} standing={licence.standing} refusal={refused?.refusal} refused={refused?.intent} /> : null}
    </Page>
  );
}
