import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SignInForm } from "#app/features/people/forms.ts";
import { houseOf } from "#app/features/people/guard.server.ts";
import { sessionCookie, signIn } from "#app/features/people/sessions.server.ts";
import { signInRefusals } from "#app/features/people/refusals.ts";
import { parseForm, readForm, refuseForm } from "#app/lib/forms.ts";
import { SmartForm, TextField } from "#app/ui/form.tsx";
import { Flame } from "#app/ui/flame.tsx";
import { Card } from "#app/ui/page.tsx";
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
  const body = await readForm(request);
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
    <main id="main" className="mx-auto flex w-full max-w-md grow flex-col justify-center gap-5 px-4 py-8 sm:pb-24">
      <div className="flex items-center gap-4">
        <Flame size={36} />
        <div>
          <h1>{t("安然燃气培训与持证平台")}</h1>
          <p className="text-sm text-soft">{t("用工号和密码登录，学习、考试、查看证件。")}</p>
        </div>
      </div>
      <Card>
        <SmartForm schema={SignInForm} refusal={refusal} submitLabel={t("登录")}>
          <TextField name="staffNo" label={t("工号")} autoComplete="username" inputMode="text" autoFocus />
          <TextField name="password" type="password" label={t("密码")} autoComplete="current-password" />
        </SmartForm>
        <p className="mt-4 text-sm text-soft">{t("忘记密码？请联系本单位管理员重置。")}</p>
      </Card>
      <p className="text-sm text-soft">{t("要核验一张上岗证？扫描证上的二维码即可，不需要登录。")}</p>
    </main>
  );
}
