import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { formatMoment } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { SmartForm, TextAreaField, TextField } from "#app/ui/form.tsx";
import { Card, Chip } from "#app/ui/page.tsx";
import { AnnulForm, CandidateRefuseForm, CandidateSignForm } from "../forms.ts";
import type { PracticalView, SignatureView } from "../views.ts";

/** What the form that was sent was answered; its `intent` says which of the page's forms it was. */
export type FormAnswer = ({ ok: false } & FormRefusal) | undefined;
export const answerTo = (answer: FormAnswer, intent: string) => (answer?.values.intent === intent ? answer : undefined);

/** One signature in words. */
export function SignatureLine({ signature, name }: { signature: SignatureView; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      {signature.decision === "signed" ? <Chip tone="ok">{t("已签字")}</Chip> : <Chip tone="warn">{t("拒绝签字")}</Chip>} {name} <span className="text-soft">{formatMoment(signature.signedAt)}</span>
      {signature.reason ? <p className="mt-1">{t("理由：")}{signature.reason}</p> : null}
    </>
  );
}

/** Both signatures of a finished practical, on one tablet: the candidate first, then the assessor. */
export function SignCards({ practical, answer }: { practical: PracticalView; answer: FormAnswer }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const recordHash = practical.recordHash ?? "";
  const byCandidate = practical.signatures.find((one) => one.role === "candidate");
  const bound = <input type="hidden" name="recordHash" value={recordHash} />;
  return (
    <>
      <Card title={t("学员签字")}>
        {byCandidate ? (
          <SignatureLine signature={byCandidate} name={practical.candidate.name} />
        ) : (
          <div className="flex flex-col gap-4">
            <p>{t("请把平板交给 {{name}}（{{staffNo}}）看过以上记录。本人输入自己的登录密码，就是签字。", practical.candidate)}</p>
            <SmartForm schema={CandidateSignForm} refusal={answerTo(answer, "sign")} defaults={{ recordHash }} intent="sign" submitLabel={t("学员签字")}>
              {bound}
              <TextField name="password" type="password" label={t("学员本人的登录密码")} autoComplete="off" />
            </SmartForm>
            <Fold open={answerTo(answer, "refuse") !== undefined} summary={t("学员不同意签字")}>
              <SmartForm schema={CandidateRefuseForm} refusal={answerTo(answer, "refuse")} defaults={{ recordHash }} intent="refuse" submitLabel={t("记下拒签理由")} submitTone="danger">
                {bound}
                <TextAreaField name="reason" label={t("学员的理由")} hint={t("照学员的话写。考核结果不变，理由写进记录。")} />
              </SmartForm>
            </Fold>
          </div>
        )}
      </Card>
      <Card title={t("考评员签字")}>
        {byCandidate ? (
          <Form method="post" className="flex flex-col gap-3">
            <input type="hidden" name="intent" value="countersign" />
            {bound}
            <p>{t("签字之后记录不能再改；要更正只能重新考核。")}</p>
            <Button disabled={busy} wide>{t("{{name}} 签字，完成考核", { name: practical.assessor.name })}</Button>
          </Form>
        ) : (
          <p className="text-soft">{t("学员签字或写明拒签理由之后，由您签字。")}</p>
        )}
      </Card>
    </>
  );
}

/** Annulling: for a practical begun by mistake. Says what follows and asks for the reason. */
export function AnnulCard({ id, answer }: { id: string; answer: FormAnswer }) {
  const { t } = useTranslation();
  return (
    <Fold open={answerTo(answer, "annul") !== undefined} summary={t("作废这场考核")}>
      <SmartForm schema={AnnulForm} refusal={answerTo(answer, "annul")} defaults={{ id }} intent="annul" submitLabel={t("作废")} submitTone="danger">
        <input type="hidden" name="id" value={id} />
        <TextAreaField name="reason" label={t("作废的理由")} hint={t("作废后这些记录不算考核，不能恢复；学员可以重新开始。理由写进审计日志。")} />
      </SmartForm>
    </Fold>
  );
}
