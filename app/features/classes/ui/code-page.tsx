import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { QrPath } from "#app/lib/qr.server.ts";
import { formatMoment } from "#app/lib/format.ts";
import { Notice } from "#app/ui/page.tsx";
import { QrCode } from "#app/ui/qr.tsx";
import { classStageNames } from "../names.ts";
import type { findCode } from "../queries.server.ts";

type Shown = NonNullable<Awaited<ReturnType<typeof findCode>>> & { qr: QrPath | null };

/** The page for the projector: the code as large as it goes, and how many are in. It fetches the next code by itself, with JavaScript or without. */
export function CodePage({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const { now, turnsInMs, qr, code, stage, present, place, startsAt } = shown;
  useEffect(() => {
    // A little after the turn; in between, so that the number of people follows.
    const timer = setTimeout(revalidate, Math.min(turnsInMs + 300, 10_000));
    return () => clearTimeout(timer);
  }, [now, turnsInMs, revalidate]);
  return (
    <main id="main" className="mx-auto flex w-full max-w-[1200px] flex-col items-center gap-3 px-4 py-5 text-center">
      <noscript><meta httpEquiv="refresh" content={String(Math.ceil(turnsInMs / 1000) + 1)} /></noscript>
      <h1 className="text-2xl sm:text-4xl">{shown.title}</h1>
      <p className="text-soft sm:text-xl">{formatMoment(startsAt)} · {place}</p>
      {qr && code ? (
        <>
          <p className="sm:text-2xl">{t("用手机扫码，登录后按“签到”")}</p>
          <QrCode qr={qr} label={t("签到二维码")} className="w-[min(88vw,46vh)] border border-line" />
          <p className="text-6xl font-bold tracking-widest tabular-nums sm:text-8xl" aria-label={t("签到码 {{code}}", { code: [...code].join(" ") })}>{code}</p>
          <p className="text-soft sm:text-xl">{t("签到码每 30 秒换一次，旧码很快失效。")}</p>
        </>
      ) : (
        <Notice tone="warn" title={t("现在不能扫码签到：{{state}}", { state: t(classStageNames[stage].word) })}>{stage === "ahead" ? t("开始前 30 分钟，签到码会自己出现在这里。") : null}</Notice>
      )}
      <p className="text-xl font-semibold sm:text-3xl" role="status">{t("已到 {{n}} 人", { n: present })}</p>
    </main>
  );
}
