import { useTranslation } from "react-i18next";
import { Card } from "#app/ui/page.tsx";
import { isGood } from "../labels.ts";
import { LicenceCard, StandingChip, useStandingSentence } from "./licence-card.tsx";
import { CertificateLink, type OwnLicenceData } from "./own-licence.tsx";
import { TaskList } from "./task-list.tsx";

/** The licence as its responsible people see it: card, standing, tasks, certificate. */
export function LicenceSummary({ licence }: { licence: OwnLicenceData & { unitName: string | null } }) {
  const { t } = useTranslation();
  const sentence = useStandingSentence();
  const good = isGood(licence.standing);
  return (
    <Card title={licence.unitName ?? t("上岗证")} aside={<StandingChip standing={licence.standing} />}>
      <div className="flex flex-col gap-4">
        <LicenceCard title={licence.title} number={licence.number} name={licence.holder.name} line={t("有效至 {{day}}", { day: licence.validUntil })} standing={licence.standing} qr={licence.qr} />
        <p className="font-semibold">{sentence(licence)}</p>
        {good ? <TaskList tasks={licence.tasks} /> : null}
        {good ? <div><CertificateLink id={licence.id} /></div> : null}
      </div>
    </Card>
  );
}
