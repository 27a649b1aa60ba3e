import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts, Notice, Page } from "#app/ui/page.tsx";
import type { findReceipt } from "../attempt-queries.server.ts";
import { sealCauseNames } from "../names.ts";
import { clearShelf, openShelf } from "./answer-shelf.ts";
import { sendAnswers } from "./answer-transport.ts";
import { clearFlags } from "./use-flags.ts";

export type SealedReceipt = Extract<Awaited<ReturnType<typeof findReceipt>>, { state: "sealed" }>;

/** Hands over what was still on this device, to be kept as late, then leaves nothing of the paper on it. */
async function leaveNothing(personId: string, attemptId: string): Promise<void> {
  clearFlags(attemptId);
  const unsent = (await openShelf(personId, attemptId).load()).filter((one) => !one.stored).slice(0, 60);
  const reply = unsent.length === 0 ? null : await sendAnswers(attemptId, unsent.map(({ slot, seq, response }) => ({ slot, seq, response })));
  if (reply === null || reply.kind === "closed") await clearShelf(personId, attemptId);
}

export function ReceiptPage({ receipt }: { receipt: SealedReceipt }) {
  const { t } = useTranslation();
  const { personId, attemptId, answered, total, late } = receipt;
  useEffect(() => void leaveNothing(personId, attemptId).catch(() => undefined), [personId, attemptId]);
  return (
    <Page eyebrow={receipt.title} title={t("已收卷")} intro={t("这是您的回执。可以截图或抄下回执号，核对时用。")}>
      <Card>
        <Facts
          items={[
            [t("回执号"), <span key="short" className="font-mono text-xl font-bold">{receipt.short}</span>],
            [t("答了"), t("{{n}} 题，共 {{total}} 题", { n: answered, total })],
            [t("收卷时间"), formatMoment(receipt.sealedAt)],
            [t("收卷方式"), t(sealCauseNames[receipt.cause])],
            [t("考生"), receipt.name],
            [t("考场"), receipt.room],
          ]}
        />
      </Card>
      {late > 0 ? <Notice tone="warn" title={t("有 {{n}} 次作答在收卷之后才到，已记录，不计分", { n: late })} /> : null}
      {receipt.released ? <Notice tone="ok" title={t("成绩已经发布")} /> : <Notice tone="on">{t("成绩由培训师发布，发布后会在“消息”和“我的考试”里通知您。")}</Notice>}
      <div className="flex flex-wrap gap-3">
        {receipt.released ? <ButtonLink to={`/results/${attemptId}`}>{t("看成绩")}</ButtonLink> : null}
        <ButtonLink to="/exams" tone={receipt.released ? "quiet" : "primary"}>{t("回到我的考试")}</ButtonLink>
      </div>
    </Page>
  );
}
