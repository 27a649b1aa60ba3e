import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { issueWithCommitment } from "#app/features/commitments/commands.server.ts";
import { IssueForm } from "#app/features/commitments/forms.ts";
import { issueRefusals } from "#app/features/commitments/refusals.ts";
import { IssueCard } from "#app/features/commitments/ui/issue-form.tsx";
import { checklistTitles, findCandidate } from "#app/features/licences/candidates.server.ts";
import { PreflightCards } from "#app/features/licences/ui/preflight.tsx";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { findClause, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("发证前核对");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "licence.issue");
  const found = await findCandidate(context, args.params.personId ?? "", args.params.schemeId ?? "");
  if (!found) notFound();
  const { full, ...candidate } = found;
  const given = candidate.eligibility.obstacles.find((one) => one.kind === "already-issued" || one.kind === "already-held");
  return {
    candidate,
    checklists: checklistTitles(context, full.practicals),
    windowDays: full.windowDays,
    basis: full.validity.basis,
    duty: findClause(standardsOf(context.content), full.commitment.clause)?.clause.duty ?? "",
    licenceId: given?.licenceId ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "licence.issue");
  const { personId = "", schemeId = "" } = args.params;
  const body = await readForm(args.request);
  const form = parseForm(IssueForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const result = await issueWithCommitment(context, { personId, schemeId, ...(form.value.waive.length > 0 ? { waiver: { reason: form.value.reason } } : {}) });
  if (result.ok) throw redirect(`/licences/${result.value.licenceId}`);
  // Pressed twice, or somebody else was first: the licence is there, and that is what was wanted.
  if (result.refusal === "already-issued") throw redirect(`/licences/${result.licenceId}`);
  if (result.refusal === "not-allowed" || result.refusal === "no-such-person" || result.refusal === "no-such-scheme") notFound();
  return data(refuseForm(body, { form: issueRefusals[result.refusal] }), { status: 409 });
}

export default function IssuePersonPage() {
  const { candidate, checklists, windowDays, basis, duty, licenceId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useTranslation();
  const { person, scheme, ready } = candidate;
  return (
    <Page title={`${person.name} · ${scheme.title}`} eyebrow={t("工号 {{no}} · {{unit}}", { no: person.staffNo, unit: person.unitName ?? "" })}>
      <PreflightCards candidate={candidate} checklists={checklists} windowDays={windowDays} basis={basis} />
      {ready ? <IssueCard name={person.name} duty={duty} refusal={refusal} /> : null}
      <div className="flex flex-wrap gap-3">
        {licenceId ? <ButtonLink to={`/licences/${licenceId}`}>{t("查看已有的上岗证")}</ButtonLink> : null}
        <ButtonLink to="/issue" tone="quiet">{t("回到发证名单")}</ButtonLink>
      </div>
    </Page>
  );
}
