import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { languageNames, languages, type Language } from "#app/lib/i18n.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip, Facts } from "#app/ui/page.tsx";

export type Me = { name: string; staffNo: string; post: string | null; unitName: string | null; roles: readonly { name: string; unitName: string }[] };
export type OpenSession = { id: string; device: readonly string[]; address: string; seenAt: number; createdAt: number; here: boolean };

/** Who I am, as the house knows me. */
export function MeCard({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <Card title={t("我的资料")}>
      <Facts
        items={[
          [t("姓名"), me.name],
          [t("工号"), me.staffNo],
          [t("岗位"), me.post ? t(me.post) : t("未定")],
          [t("单位"), me.unitName ?? t("未定")],
          [t("角色"), me.roles.length === 0 ? t("无") : (
            <ul>
              {me.roles.map((role) => <li key={role.name + role.unitName}>{t(role.name)}<span className="text-sm text-soft"> · {role.unitName}</span></li>)}
            </ul>
          )],
        ]}
      />
      <p className="mt-3 text-sm text-soft">{t("资料有误？请联系本单位管理员更正。")}</p>
    </Card>
  );
}

/** Where I am signed in; every other place can be signed out from here. */
export function SessionsCard({ sessions }: { sessions: readonly OpenSession[] }) {
  const { t } = useTranslation();
  const deviceOf = ({ device }: OpenSession) => device.map((word) => t(word)).join(" · ") || t("不能识别的设备");
  return (
    <Card title={t("登录中的设备")}>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
            <div className="min-w-0 grow basis-52">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {deviceOf(session)}
                {session.here ? <Chip tone="ok">{t("这一个")}</Chip> : null}
              </p>
              <p className="text-sm text-soft">{t("地址 {{address}}，最近使用 {{seen}}，登录于 {{since}}", { address: session.address, seen: formatMoment(session.seenAt), since: formatMoment(session.createdAt) })}</p>
            </div>
            {session.here ? null : (
              <Form method="post">
                <input type="hidden" name="sessionId" value={session.id} />
                <Button tone="quiet" aria-label={t("退出这台：{{device}}", { device: deviceOf(session) })}>{t("退出这台")}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-soft">{t("看到不认识的设备，请先退出它，再修改密码。")}</p>
    </Card>
  );
}

/** Language of the interface, password, sign out. The page is loaded anew, so that nothing of the old state stays. */
export function AccountActions({ language }: { language: Language }) {
  const { t } = useTranslation();
  return (
    <>
      <Card title={t("界面语言")}>
        <Form method="post" action="/language" reloadDocument className="flex flex-wrap gap-3">
          {languages.map((one) => <Button key={one} tone="quiet" name="language" value={one} lang={one} aria-pressed={one === language}>{one === language ? "✓ " : ""}{languageNames[one]}</Button>)}
        </Form>
        <p className="mt-3 text-sm text-soft">{t("课程、试题和规范始终是中文。")}</p>
      </Card>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/account/password" tone="quiet">{t("修改密码")}</ButtonLink>
        <Form method="post" action="/sign-out" reloadDocument>
          <Button tone="quiet">{t("退出登录")}</Button>
        </Form>
      </div>
    </>
  );
}
