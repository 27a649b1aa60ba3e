import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { Fold } from "#app/ui/fold.tsx";
import { CheckListField, SmartForm, TextAreaField } from "#app/ui/form.tsx";
import { Card } from "#app/ui/page.tsx";
import { IssueForm } from "../forms.ts";

/** The last step before a licence exists: whose name stands under it, and the waiver for the rare case. */
export function IssueCard({ name, duty, refusal }: { name: string; duty: string; refusal: ({ ok: false } & FormRefusal) | undefined }) {
  const { t } = useTranslation();
  const waived = refusal?.values.waive !== undefined;
  return (
    <Card title={t("签发上岗证")}>
      <p className="mb-4">{t("签发后立即生效，通知本人和所在单位，并开始计算服务期。签发记录不能修改或删除，只能暂停或吊销。")}</p>
      <SmartForm schema={IssueForm} refusal={refusal} submitLabel={t("给{{name}}发证", { name })}>
        <Fold open={waived} summary={t("这个人不要求服务期？")}>
          <div className="flex flex-col gap-3 pb-2">
            <p className="text-sm text-soft">{t("规范要求：{{duty}}只有确有理由时才豁免，理由会记入台账。", { duty })}</p>
            <CheckListField name="waive" label={t("服务期")} choices={[{ value: "yes", label: t("豁免服务期") }]} />
            <TextAreaField name="reason" label={t("豁免理由")} rows={2} />
          </div>
        </Fold>
      </SmartForm>
    </Card>
  );
}
