import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NewPersonForm } from "#app/features/people/admin-forms.ts";
import { createPerson } from "#app/features/people/commands.server.ts";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { unitChoices } from "#app/features/people/queries.server.ts";
import { staffRefusals } from "#app/features/people/refusals.ts";
import { NewPersonFields } from "#app/features/people/ui/new-person-form.tsx";
import { PasswordOnce } from "#app/features/people/ui/password-once.tsx";
import { dayOf } from "#app/lib/clock.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("录入一人");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "person.manage");
  return { units: await unitChoices(context, "person.manage"), today: dayOf(context.now) };
}

const fields = { "staff-no-taken": "staffNo", "hired-out-of-range": "hiredOn", "not-allowed": "form" } as const;

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "person.manage");
  const body = await readForm(args.request);
  const form = parseForm(NewPersonForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const result = await createPerson(context, { ...form.value, roleUnitId: form.value.roleUnitId || form.value.unitId });
  if (!result.ok) return data(refuseForm(body, { [fields[result.refusal]]: staffRefusals[result.refusal] }), { status: 422 });
  // Answered without a redirect: the password is stored nowhere and can be shown this once only.
  const { staffNo, name } = form.value;
  return { ok: true as const, staffNo, name, ...result.value };
}

export default function NewPersonPage() {
  const { units, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const created = answer?.ok ? answer : null;
  return (
    <Page title={created ? t("已录入 {{name}}", { name: created.name }) : t("录入一人")} eyebrow={t("人员与账号")}>
      {created ? (
        <>
          <PasswordOnce name={created.name} staffNo={created.staffNo} password={created.password} />
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/admin/people/new">{t("再录入一人")}</ButtonLink>
            <ButtonLink to={`/admin/people/${created.personId}`} tone="quiet">{t("查看此人")}</ButtonLink>
          </div>
        </>
      ) : (
        <Card><NewPersonFields units={units} refusal={answer && !answer.ok ? answer : null} today={today} /></Card>
      )}
    </Page>
  );
}
