import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { createClass } from "#app/features/classes/commands.server.ts";
import { NewClassForm } from "#app/features/classes/forms.ts";
import { classChoices } from "#app/features/classes/queries.server.ts";
import { newClassRefusals } from "#app/features/classes/refusals.ts";
import { NewClass } from "#app/features/classes/ui/new-class.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { instantOfLocal } from "#app/lib/clock.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("新建活动");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  return { units: await classChoices(context) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "training.manage");
  const body = await readForm(args.request);
  const form = parseForm(NewClassForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const startsAt = instantOfLocal(form.value.startsAt);
  const endsAt = instantOfLocal(form.value.endsAt);
  if (startsAt === null || endsAt === null) return data(refuseForm(body, { [startsAt === null ? "startsAt" : "endsAt"]: "没有这个日期或时间" }), { status: 422 });
  const created = await createClass(context, { ...form.value, startsAt, endsAt, minutes: Number(form.value.minutes) });
  if (created.ok) throw redirect(`/classes/${created.value.id}`);
  const field = { "not-allowed": "unitId", "ends-first": "endsAt", "too-many-minutes": "minutes", "too-long-ago": "endsAt", "too-far-ahead": "endsAt" }[created.refusal];
  return data(refuseForm(body, { [field]: newClassRefusals[created.refusal] }), { status: 422 });
}

export default function NewClassPage() {
  const { units } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={t("新建活动")} intro={t("建好以后，单位的人在“我的学习”里看得到；到时间投影签到码。")}>
      <NewClass units={units} refusal={refusal} />
    </Page>
  );
}
