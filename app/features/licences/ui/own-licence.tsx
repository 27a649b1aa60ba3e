import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Empty } from "#app/ui/page.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { QrCode } from "#app/ui/qr.tsx";
import type { QrPath } from "#app/lib/qr.server.ts";
import { isGood } from "../labels.ts";
import type { LicenceWithStanding } from "../queries.server.ts";
import { LicenceCard, StandingChip, useStandingSentence } from "./licence-card.tsx";
import { TaskList } from "./task-list.tsx";

export type OwnLicenceData = LicenceWithStanding & { holder: { name: string; staffNo: string }; code: string; qr: QrPath };

/** One of my licences: the card to show at the door, what it allows, what it commits me to (`children`). */
export function OwnLicence({ licence, children }: { licence: OwnLicenceData; children?: ReactNode }) {
  const { t } = useTranslation();
  const sentence = useStandingSentence();
  const good = isGood(licence.standing);
  return (
    <Card title={licence.title} aside={<StandingChip standing={licence.standing} />}>
      <div className="flex flex-col gap-4">
        <LicenceCard title={licence.title} number={licence.number} name={licence.holder.name} line={t("有效至 {{day}}", { day: licence.validUntil })} standing={licence.standing} qr={licence.qr} />
        <p className="font-semibold">{sentence(licence)}</p>
        {good ? (
          <Fold summary={t("放大二维码，请客户扫码核验")}>
            <QrCode qr={licence.qr} label={t("核验二维码")} className="mx-auto mt-2 w-full max-w-72 border border-line" />
          </Fold>
        ) : null}
        {good ? <TaskList tasks={licence.tasks} /> : null}
        {children}
        <div className="flex flex-wrap gap-3">
          {good ? <CertificateLink id={licence.id} /> : null}
          <ButtonLink to={`/licences/${licence.id}`} tone="quiet">{t("凭什么发的、有过什么变更")}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}

/** The certificate: a file, so a plain link that Remix does not follow itself. */
export function CertificateLink({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <a href={`/licences/${id}/certificate.pdf`} className="inline-flex min-h-12 items-center justify-center rounded-control border border-line-strong bg-paper px-6 font-semibold text-flame no-underline hover:bg-flame-tint">
      {t("下载证书（PDF）")}
    </a>
  );
}

/** Nothing yet, and how to get one. */
export function NoLicence() {
  const { t } = useTranslation();
  return (
    <Empty title={t("您还没有上岗证")}>
      <p>{t("学完岗位课程，通过理论考试和实操考核，发证人签发后会出现在这里。")}</p>
      <p className="mt-3"><Link to="/plan">{t("看看还差什么")}</Link></p>
    </Empty>
  );
}
