import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { SelectField, SmartForm, TextAreaField, TextField } from "#app/ui/form.tsx";
import { NewClassForm } from "../forms.ts";
import { classKindNames } from "../names.ts";
import { classKinds } from "../states.ts";

export function NewClass({ units, refusal }: { units: readonly { id: string; name: string }[]; refusal: ({ ok: false } & FormRefusal) | undefined }) {
  const { t } = useTranslation();
  const first = units[0]?.id ?? "";
  return (
    <SmartForm schema={NewClassForm} refusal={refusal} submitLabel={t("新建活动")} defaults={{ kind: classKinds[0], unitId: first, materials: "" }}>
      <SelectField name="kind" label={t("培训方式")} defaultValue={classKinds[0]} choices={classKinds.map((kind) => ({ value: kind, label: t(classKindNames[kind]) }))} />
      <TextField name="title" label={t("活动名称")} hint={t("例：11 月安全例会")} />
      <SelectField name="unitId" label={t("单位")} hint={t("这个单位和下级单位的人可以签到。")} defaultValue={first} choices={units.map((one) => ({ value: one.id, label: one.name }))} />
      <TextField name="place" label={t("地点")} />
      <TextField name="startsAt" type="datetime-local" label={t("开始时间")} hint={t("前 30 分钟起可以签到。31 天内办过的也可以补建。")} />
      <TextField name="endsAt" type="datetime-local" label={t("结束时间")} hint={t("之后 30 分钟内还可以签到。")} />
      <TextField name="minutes" inputMode="numeric" label={t("计入分钟数")} hint={t("记进培训档案的时长，不含休息。")} />
      <TextAreaField name="materials" label={t("资料（可不填）")} hint={t("讲什么、发了什么、到哪里找，学员签到时能看到。")} />
    </SmartForm>
  );
}
