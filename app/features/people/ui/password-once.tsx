import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/page.tsx";

/** A one-time password, shown this once: it is stored nowhere. */
export function PasswordOnce({ name, staffNo, password }: { name: string; staffNo: string; password: string }) {
  const { t } = useTranslation();
  return (
    <Notice tone="ok" title={t("{{name}}（{{staffNo}}）的一次性密码", { name, staffNo })}>
      <p className="my-1 font-mono text-xl font-bold tracking-wide select-all">{password}</p>
      <p>{t("只显示这一次。请当面交给本人；第一次登录时会要求换成自己的密码。")}</p>
    </Notice>
  );
}
