import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changePassword } from "#app/features/people/account.server.ts";
import { ChangePasswordForm } from "#app/features/people/forms.ts";
import { signedIn } from "#app/features/people/guard.server.ts";
import { passwordRefusals } from "#app/features/people/refusals.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SmartForm, TextField } from "#app/ui/form.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("修改密码");

export async function loader(args: LoaderFunctionArgs) {
  await signedIn(args);
  const session = await args.context.session();
  return { mustChange: session?.mustChange ?? false, staffNo: session?.staffNo ?? "" };
}

const fields = { wrong: "currentPassword", "too-many": "form", "too-simple": "newPassword", "changed-meanwhile": "form" } as const;

export async function action(args: ActionFunctionArgs) {
  const context = await signedIn(args);
  const body = await readForm(args.request);
  const form = parseForm(ChangePasswordForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const result = await changePassword(context, form.value, args.context.origin);
  if (!result.ok) return data(refuseForm(body, { [fields[result.refusal]]: passwordRefusals[result.refusal] }), { status: 422 });
  throw redirect("/account?done=password");
}

export default function ChangePasswordPage() {
  const { mustChange, staffNo } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={t("修改密码")} intro={t("至少 10 个字符，可以是一句只有自己记得的话；不必有特殊符号。")}>
      {mustChange ? <Notice tone="warn" title={t("请先设置自己的密码")}>{t("现在的密码是管理员给的，只用这一次。")}</Notice> : null}
      <Card className="max-w-md">
        <SmartForm schema={ChangePasswordForm} refusal={refusal} submitLabel={t("修改密码")}>
          {/* A password manager files the new password under this name. */}
          <input type="text" name="username" autoComplete="username" value={staffNo} readOnly hidden />
          <TextField name="currentPassword" type="password" label={t("现在的密码")} autoComplete="current-password" />
          <TextField name="newPassword" type="password" label={t("新密码")} hint={t("不能与工号相同")} autoComplete="new-password" />
          <TextField name="repeatPassword" type="password" label={t("再输一次新密码")} autoComplete="new-password" />
        </SmartForm>
      </Card>
      {mustChange ? null : <div><ButtonLink to="/account" tone="quiet">{t("返回")}</ButtonLink></div>}
    </Page>
  );
}
