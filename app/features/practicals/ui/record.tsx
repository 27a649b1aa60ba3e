import { useTranslation } from "react-i18next";
import { useAlive } from "#app/ui/alive.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Chip, Facts, Notice, Page } from "#app/ui/page.tsx";
import type { PracticalView } from "../views.ts";
import { JudgedSteps } from "./judged-steps.tsx";
import { PracticalFacts } from "./practical-facts.tsx";
import { ResultCard } from "./result-card.tsx";
import { SignatureLine } from "./sign-cards.tsx";

/** A signed practical as it stays: to read and to print. */
export function RecordScreen({ practical }: { practical: PracticalView }) {
  const { t } = useTranslation();
  const alive = useAlive();
  const nameOf = { candidate: practical.candidate.name, assessor: practical.assessor.name };
  const roleOf = { candidate: t("学员"), assessor: t("考评员") };
  return (
    <Page
      title={`${practical.title} · ${practical.candidate.name}`}
      eyebrow={t("实操考核记录")}
      actions={
        <>
          <Chip tone="ok">{t("已签字，不能更改")}</Chip>
          {alive ? <Button type="button" tone="quiet" className="no-print" onClick={() => window.print()}>{t("打印")}</Button> : null}
        </>
      }
    >
      {practical.intact ? null : <Notice tone="bad" title={t("记录与签字时的校验码不一致，请立即报告管理员")} />}
      <PracticalFacts practical={practical} />
      <ResultCard practical={practical} preview={false} />
      <JudgedSteps steps={practical.steps} practicalId={null} />
      <Card title={t("签字")}>
        <Facts
          items={[
            ...practical.signatures.map((one) => [roleOf[one.role], <SignatureLine key={one.role} signature={one} name={nameOf[one.role]} />] as const),
            [t("记录校验码"), <code key="hash" className="text-sm break-all">{practical.recordHash}</code>],
          ]}
        />
      </Card>
    </Page>
  );
}
