import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { SmartForm, TextAreaField, TextField } from "#app/ui/form.tsx";
import { Card, Notice } from "#app/ui/page.tsx";
import { LeavingForm } from "../forms.ts";
import type { CommitmentWithStanding } from "../queries.server.ts";
import { CommitmentTimeline, EndedEarlyMeaning } from "./commitment-timeline.tsx";

/** What a leaving ends and what it does not decide; then the form, or, once recorded, what was recorded. */
export function LeavingCards({ person, today, commitments, refusal }: {
  person: { name: string; hiredOn: string; leftOn: string | null };
  today: string;
  commitments: readonly CommitmentWithStanding[];
  refusal: ({ ok: false } & FormRefusal) | undefined;
}) {
  const { t } = useTranslation();
  const running = commitments.filter(({ standing }) => standing.state === "running" || standing.state === "not-yet");
  return (
    <>
      {person.leftOn === null ? null : <Notice tone="ok" title={t("已登记离职，最后工作日 {{day}}", { day: person.leftOn })}>{t("台账、成绩和证件记录都会保留。")}</Notice>}
      {commitments.map((commitment) => (
        <Card key={commitment.id} title={t("服务期")}>
          <CommitmentTimeline commitment={commitment} />
        </Card>
      ))}
      {person.leftOn === null ? (
        <Card title={t("登记离职")}>
          {running.length > 0 ? (
            <div className="mb-4">
              <Notice tone="warn" title={t("服务期还没有满，登记后会记为提前终止")}><EndedEarlyMeaning /></Notice>
            </div>
          ) : null}
          <p className="mb-4">{t("最后工作日过后，这个人不能再登录，也不能再凭上岗证上岗。登记后不能撤销。")}</p>
          <SmartForm schema={LeavingForm} refusal={refusal} submitLabel={t("登记{{name}}离职", { name: person.name })} submitTone="danger">
            <TextField name="leftOn" type="date" label={t("最后工作日")} defaultValue={today} min={person.hiredOn} />
            <TextAreaField name="reason" label={t("离职原因（会记入台账）")} />
          </SmartForm>
        </Card>
      ) : null}
    </>
  );
}
