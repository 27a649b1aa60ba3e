import { useTranslation } from "react-i18next";
import type { QrPath } from "#app/lib/qr.server.ts";
import { Chip } from "#app/ui/page.tsx";
import { classes } from "#app/ui/classes.ts";
import { QrCode } from "#app/ui/qr.tsx";
import { isGood, standingLabels } from "../labels.ts";
import type { HolderStanding } from "../standing.ts";

/** A licence as a card of the size of an identity card; grey once it is good for nothing. `name` is masked where strangers look. */
export function LicenceCard({ title, number, name, line, standing, qr }: { title: string; number: string; name: string; line: string; standing: HolderStanding; qr?: QrPath }) {
  const { t } = useTranslation();
  const good = isGood(standing);
  return (
    <div
      className={classes(
        "flex aspect-[85.6/54] w-full max-w-md flex-col justify-between gap-2 rounded-[14px] p-4 text-white sm:p-5",
        good ? "bg-[linear-gradient(140deg,#0b4f9f,#0b62c4_55%,#2b74c9)]" : "bg-[linear-gradient(140deg,#3c4853,#55636f)]",
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="font-bold">{t("培训上岗证")}</p>
        <p className="text-sm">{number}</p>
      </div>
      <div className="flex items-end justify-between gap-3">
        <div className="min-w-0">
          <p className="text-2xl leading-tight font-bold">{name}</p>
          <p className="mt-1 text-sm font-semibold">{title}</p>
          <p className="text-sm">{line}</p>
        </div>
        {qr ? <QrCode qr={qr} label={t("核验二维码")} className="w-[88px] shrink-0" /> : null}
      </div>
    </div>
  );
}

/** Standing in a word and a shape. */
export function StandingChip({ standing }: { standing: HolderStanding }) {
  const { t } = useTranslation();
  const { word, tone } = standingLabels[standing];
  return <Chip tone={tone}>{t(word)}</Chip>;
}

/** What the days of a licence mean today, as a sentence. */
export function useStandingSentence() {
  const { t } = useTranslation();
  return ({ standing, daysLeft, validFrom, validUntil }: { standing: HolderStanding; daysLeft: number; validFrom: string; validUntil: string }): string => {
    if (standing === "valid") return t("有效至 {{day}}，还有 {{n}} 天", { day: validUntil, n: daysLeft });
    if (standing === "expiring") return daysLeft === 0 ? t("今天是有效期最后一天，请立即联系培训师安排换证") : t("还有 {{n}} 天到期，请联系培训师安排换证考核", { n: daysLeft });
    if (standing === "expired") return t("{{day}} 已到期，不能凭此证上岗", { day: validUntil });
    if (standing === "not-yet") return t("{{day}} 起生效，之前不能凭此证上岗", { day: validFrom });
    if (standing === "suspended") return t("暂停期间不能凭此证上岗");
    if (standing === "revoked") return t("已吊销，不能凭此证上岗；要重新上岗须重新考核");
    return t("持证人已离职，不能凭此证上岗");
  };
}
