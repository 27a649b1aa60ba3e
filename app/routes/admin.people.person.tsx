import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StaffForm } from "#app/features/people/admin-forms.ts";
import { notFound, signedInFor } from "#app/features/people/guard.server.ts";
import { findStaff, unitChoices } from "#app/features/people/queries.server.ts";
import { staffRefusals } from "#app/features/people/refusals.ts";
import { carryOut } from "#app/features/people/staff-form.server.ts";
import { PasswordOnce } from "#app/features/people/ui/password-once.tsx";
import { AccountCard, EditCard, PostCard, RolesCard } from "#app/features/people/ui/staff-cards.tsx";
import { AccountChip } from "#app/features/people/ui/staff-list.tsx";
import { dayOf } from "#app/lib/clock.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("人员");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "person.manage");
  const person = (await findStaff(context, args.params.id ?? "")) ?? notFound();
  const { managed: _managed, unitPath: _unitPath, ...shown } = person;
  const today = dayOf(context.now);
  const done = new URL(args.request.url).searchParams.get("done");
  return { person: { ...shown, left: shown.leftOn !== null && shown.leftOn < today }, units: await unitChoices(context, "person.manage"), today, own: person.id === context.actor.personId, done };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedInFor(args, "person.manage");
  const personId = args.params.id ?? "";
  const body = await readForm(args.request);
  const form = parseForm(StaffForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const result = await carryOut(context, personId, form.value);
  if (!result.ok && result.refusal === "no-such-person") notFound();
  if (!result.ok) return data(refuseForm(body, { form: staffRefusals[result.refusal] }), { status: 422 });
  // A one-time password is answered without a redirect: it is stored nowhere and can be shown this once only.
  if (result.value) return { ok: true as const, password: result.value.password };
  throw redirect(`/admin/people/${personId}?done=${form.value.intent}`);
}

const sentences: Record<string, string> = { edit: "已保存", move: "岗位和单位已调整", grant: "角色已授予", revoke: "角色已收回", disable: "账号已停用，此人的登录已全部退出", enable: "账号已恢复" };

export default function StaffMemberPage() {
  const { person, units, today, own, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const refusal = answer && !answer.ok ? answer : null;
  const refusalOf = (intent: string) => (refusal?.values.intent === intent ? refusal : null);
  const sentence = answer || done === null ? undefined : sentences[done];
  // A form keeps what was typed; a new key after a change makes it take what stands now.
  const key = `${person.name} ${person.phone} ${person.account} ${person.assignments[0]?.id} ${person.grants.map((grant) => grant.id + grant.toOn).join()}`;
  return (
    <Page title={person.name} eyebrow={t("工号 {{staffNo}}", { staffNo: person.staffNo })} actions={<><AccountChip row={person} /><ButtonLink to={`/people/${person.id}/leaving`} tone="quiet" size="small">{t("离职登记")}</ButtonLink></>}>
      {sentence ? <Notice tone="ok" title={t(sentence)} /> : null}
      {answer?.ok ? <PasswordOnce name={person.name} staffNo={person.staffNo} password={answer.password} /> : null}
      {person.left ? <Notice tone="warn" title={t("{{day}} 已离职，不能登录", { day: person.leftOn })}>{person.leftReason}</Notice> : null}
      <div key={key} className="contents">
        <EditCard name={person.name} phone={person.phone} refusalOf={refusalOf} />
        <PostCard assignments={person.assignments} units={units} today={today} refusalOf={refusalOf} closed={person.leftOn !== null} />
        <RolesCard grants={person.grants} units={units} refusalOf={refusalOf} closed={person.leftOn !== null} />
        <AccountCard account={person.account} disabledReason={person.disabledReason} own={own} refusalOf={refusalOf} />
      </div>
      <div><ButtonLink to="/admin/people" tone="quiet" size="small">{t("回到列表")}</ButtonLink></div>
    </Page>
  );
}
