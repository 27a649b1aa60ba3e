import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { createSitting } from "#app/features/exams/commands.server.ts";
import { NewSittingForm } from "#app/features/exams/forms.ts";
import { sittingChoices } from "#app/features/exams/queries.server.ts";
import { createSittingRefusals } from "#app/features/exams/refusals.ts";
import { NewSitting } from "#app/features/exams/ui/new-sitting.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { instantOfLocal } from "#app/lib/clock.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { toLocalField } from "#app/lib/format.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("新建场次");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "sitting.manage");
  return { choices: await sittingChoices(context), earliest: toLocalField(context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "sitting.manage");
  const body = await readForm(args.request);
  const form = parseForm(NewSittingForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const startsAt = instantOfLocal(form.value.startsAt);
  const endsAt = instantOfLocal(form.value.endsAt);
  if (startsAt === null || endsAt === null) return data(refuseForm(body, { [startsAt === null ? "startsAt" : "endsAt"]: "没有这个日期或时间" }), { status: 422 });
  const created = await createSitting(context, { ...form.value, startsAt, endsAt });
  if (created.ok) throw redirect(`/sittings/${created.value.id}`);
  const field = { "not-allowed": "unitId", "no-such-scheme": "schemeId", "too-short": "endsAt", "in-the-past": "endsAt" }[created.refusal];
  return data(refuseForm(body, { [field]: createSittingRefusals[created.refusal] }), { status: 422 });
}

export default function NewSittingPage() {
  const { choices, earliest } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={t("新建场次")} intro={t("建好以后再安排学员，到时间开考。")}>
      <NewSitting choices={choices} earliest={earliest} refusal={refusal} />
    </Page>
  );
}
