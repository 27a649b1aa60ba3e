import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SignInForm } from "#app/features/people/forms.ts";
import { houseOf } from "#app/features/people/guard.server.ts";
import { sessionCookie, signIn } from "#app/features/people/sessions.server.ts";
import { signInRefusals } from "#app/features/people/refusals.ts";
import { parseForm, refuseForm } from "#app/lib/forms.ts";
import { SmartForm, TextField } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("登录");

/** Only a path of this site is followed after signing in. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/";
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await context.session()) throw redirect(safeNext(new URL(request.url).searchParams.get("next")));
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const body = await request.formData();
  const form = parseForm(SignInForm, body);
  if (!form.ok) return data(form, { status: 422 });
  const result = await signIn(houseOf(context), context.config.sessionSecret, form.value, context.origin);
  if (!result.ok) return data(refuseForm(body, { form: signInRefusals[result.refusal] }), { status: result.refusal === "too-many" ? 429 : 401 });
  const to = result.value.mustChange ? "/account/password" : safeNext(new URL(request.url).searchParams.get("next"));
  throw redirect(to, { headers: { "Set-Cookie": sessionCookie(result.value.token, context.config.publicUrl.startsWith("https:")) } });
}

export default function SignInPage() {
  const refusal = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Page title={t("登录")} intro={t("用工号和密码登录，学习、考试、查看证件。")}>
      <div className="max-w-sm">
        <SmartForm schema={SignInForm} refusal={refusal} submitLabel={t("登录")}>
          <TextField name="staffNo" label={t("工号")} autoComplete="username" inputMode="text" autoFocus />
          <TextField name="password" type="password" label={t("密码")} autoComplete="current-password" />
        </SmartForm>
        <p className="mt-4 text-sm text-soft">{t("忘记密码？请联系本单位管理员重置。")}</p>
      </div>
    </Page>
  );
}
