import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Chip, Notice, Page } from "#app/ui/page.tsx";
import { stepsOpenRefusal } from "../refusals.ts";
import type { PracticalView } from "../views.ts";
import { JudgedSteps } from "./judged-steps.tsx";
import { PracticalFacts } from "./practical-facts.tsx";
import { ResultCard } from "./result-card.tsx";
import { AnnulCard, SignCards, type FormAnswer } from "./sign-cards.tsx";
import { useWaitingElsewhere } from "./use-tablet.ts";

/** The review of a practical: every step once more, the end, the result, both signatures. */
export function ReviewScreen({ practical, answer }: { practical: PracticalView; answer: FormAnswer }) {
  const { t } = useTranslation();
  const { id, left } = practical;
  const open = practical.state === "open";
  const waiting = useWaitingElsewhere(id);
  const back = `/practicals/${id}`;
  const intent = answer?.values.intent;
  return (
    <Page
      title={`${practical.title} · ${practical.candidate.name}`}
      eyebrow={open ? t("实操考核 · 复核") : t("实操考核 · 签字")}
      actions={open ? <Chip tone="on">{t("考核中")}</Chip> : <Chip tone="warn">{t("待签字")}</Chip>}
    >
      {intent === "finish" ? <Notice tone="bad" title={t(answer?.errors.form ?? stepsOpenRefusal, { n: left })} /> : null}
      {(intent === "reopen" || intent === "countersign") && answer ? <Notice tone="bad" title={t(Object.values(answer.errors)[0] ?? "")} /> : null}
      {waiting > 0 ? (
        <Notice tone="warn" title={t("本机还有 {{n}} 条记录没有到达服务器", { n: waiting })}>
          {open ? <>{t("回到考核页，等它们送达再结束。")} <Link to={back}>{t("回到考核")}</Link></> : t("考核已经结束，这些记录没有算进去。需要的话先返回修改。")}
        </Notice>
      ) : null}
      {open && left > 0 ? <Notice tone="warn" title={t("还有 {{n}} 步没有记录", { n: left })}>{t("点下面没有记录的步骤补记；没看到的记“未观察”。")}</Notice> : null}
      <PracticalFacts practical={practical} />
      <ResultCard practical={practical} preview={open} />
      <JudgedSteps steps={practical.steps} practicalId={open ? id : null} />
      {open ? <EndCard back={back} left={left} /> : <SignCards practical={practical} answer={answer} />}
      {!open && practical.signatures.length === 0 ? <ReopenForm /> : null}
      {practical.signatures.length === 0 ? <AnnulCard id={id} answer={answer} /> : null}
    </Page>
  );
}

function EndCard({ back, left }: { back: string; left: number }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
      <ButtonLink tone="quiet" to={back}>{t("回到考核")}</ButtonLink>
      <Form method="post">
        <input type="hidden" name="intent" value="finish" />
        <Button wide disabled={busy || left > 0}>{t("结束考核，去签字")}</Button>
      </Form>
    </div>
  );
}

/** Before anybody has signed, a mark may still be put right. */
function ReopenForm() {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="reopen" />
      <Button tone="quiet" wide disabled={busy}>{t("记录有误，返回修改")}</Button>
    </Form>
  );
}
