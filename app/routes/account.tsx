import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deviceWords } from "#app/features/people/device.ts";
import { signedIn } from "#app/features/people/guard.server.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { sessionRefusals } from "#app/features/people/refusals.ts";
import { roleNames } from "#app/features/people/roles.ts";
import { endSession, listSessions } from "#app/features/people/sessions.server.ts";
import { AccountActions, MeCard, SessionsCard } from "#app/features/people/ui/account-cards.tsx";
import { listUnits } from "#app/features/people/units.server.ts";
import { postNameOf } from "#app/features/standards/posts.ts";
import { readForm } from "#app/lib/forms.ts";
import { languageOf } from "#app/lib/i18n.ts";
import { Notice, Page } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("我的账号");

export async function loader(args: LoaderFunctionArgs) {
  const context = await signedIn(args);
  const { actor } = context;
  const [card, units, sessions] = await Promise.all([findPerson(context, actor.personId), listUnits(context), listSessions(context, actor.personId)]);
  return {
    language: languageOf(args.request.headers.get("cookie")),
    changed: new URL(args.request.url).searchParams.get("done"),
    me: {
      name: actor.name,
      staffNo: card?.staffNo ?? "",
      post: postNameOf(card?.post ?? null),
      unitName: card?.unitName ?? null,
      roles: actor.grants.map((grant) => ({ name: roleNames[grant.role], unitName: units.find((unit) => unit.id === grant.unitId)?.name ?? "" })),
    },
    sessions: sessions.map(({ id, device, address, seenAt, createdAt }) => ({ id, device: deviceWords(device), address, seenAt, createdAt, here: id === context.sessionId })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await signedIn(args);
  const sessionId = (await readForm(args.request)).get("sessionId");
  const result = await endSession(context, typeof sessionId === "string" ? sessionId : "");
  if (!result.ok) return data({ problem: sessionRefusals[result.refusal] }, { status: 409 });
  throw redirect("/account?done=session");
}

const done: Record<string, string> = { session: "已退出那台设备的登录", password: "密码已修改，其他设备上的登录都已退出" };

export default function AccountPage() {
  const { language, changed, me, sessions } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { t } = useTranslation();
  const sentence = changed === null ? undefined : done[changed];
  return (
    <Page title={t("我的账号")}>
      {problem ? <Notice tone="bad" title={t(problem)} /> : sentence ? <Notice tone="ok" title={t(sentence)} /> : null}
      <MeCard me={me} />
      <SessionsCard sessions={sessions} />
      <AccountActions language={language} />
    </Page>
  );
}
