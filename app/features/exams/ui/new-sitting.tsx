import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { SelectField, SmartForm, TextField } from "#app/ui/form.tsx";
import { NewSittingForm } from "../forms.ts";

type Choices = { schemes: { id: string; title: string; minutes: number }[]; units: { id: string; name: string }[] };

export function NewSitting({ choices, earliest, refusal }: { choices: Choices; earliest: string; refusal: ({ ok: false } & FormRefusal) | undefined }) {
  const { t } = useTranslation();
  const { schemes, units } = choices;
  return (
    <SmartForm schema={NewSittingForm} refusal={refusal} submitLabel={t("新建场次")} defaults={{ schemeId: schemes[0]?.id ?? "", unitId: units[0]?.id ?? "" }}>
      <SelectField name="schemeId" label={t("持证方案")} defaultValue={schemes[0]?.id ?? ""} choices={schemes.map((one) => ({ value: one.id, label: t("{{title}}（{{n}} 分钟）", { title: one.title, n: one.minutes }) }))} />
      <SelectField name="unitId" label={t("单位")} hint={t("只能安排这个单位及其下级单位的人。")} defaultValue={units[0]?.id ?? ""} choices={units.map((one) => ({ value: one.id, label: one.name }))} />
      <TextField name="title" label={t("场次名称")} hint={t("例：维修上岗证理论考试 第 1 场")} />
      <TextField name="room" label={t("考场")} />
      <TextField name="startsAt" type="datetime-local" label={t("开始时间")} hint={t("从这时起可以开始答题。")} min={earliest} />
      <TextField name="endsAt" type="datetime-local" label={t("结束时间")} hint={t("到这时所有卷都会收走；要够考完一份卷。")} min={earliest} />
    </SmartForm>
  );
}
