import { useTranslation } from "react-i18next";
import { posts } from "#app/features/standards/clause.ts";
import { postNames } from "#app/features/standards/posts.ts";
import type { FormRefusal } from "#app/lib/forms.ts";
import { CheckListField, SelectField, SmartForm, TextField, type Choice } from "#app/ui/form.tsx";
import { NewPersonForm } from "../admin-forms.ts";
import { roleNames, roles } from "../roles.ts";

/** Posts and roles as choices, in the reader's language. */
export function usePostAndRoleChoices(): { postChoices: Choice[]; roleChoices: Choice[] } {
  const { t } = useTranslation();
  return { postChoices: posts.map((value) => ({ value, label: t(postNames[value]) })), roleChoices: roles.map((value) => ({ value, label: t(roleNames[value]) })) };
}

/** Enters one person; the account with its one-time password comes with it. */
export function NewPersonFields({ units, refusal, today }: { units: readonly Choice[]; refusal: ({ ok: false } & FormRefusal) | null; today: string }) {
  const { t } = useTranslation();
  const { postChoices, roleChoices } = usePostAndRoleChoices();
  return (
    <SmartForm schema={NewPersonForm} refusal={refusal} submitLabel={t("录入并建立账号")} defaults={{ hiredOn: today, roles: ["learner"] }}>
      <TextField name="staffNo" label={t("工号")} hint={t("登录用，录入后不能修改")} autoComplete="off" />
      <TextField name="name" label={t("姓名")} autoComplete="off" />
      <TextField name="phone" label={t("电话（可不填）")} type="tel" autoComplete="off" />
      <SelectField name="unitId" label={t("单位")} choices={units} placeholder={t("请选择单位")} />
      <SelectField name="post" label={t("岗位")} choices={postChoices} placeholder={t("请选择岗位")} />
      <TextField name="hiredOn" label={t("入职日期")} type="date" defaultValue={today} />
      <CheckListField name="roles" label={t("角色")} choices={roleChoices} ticked={["learner"]} />
      <SelectField name="roleUnitId" label={t("角色在哪个单位有效")} hint={t("对该单位和它的全部下级单位有效")} choices={units} placeholder={t("与所在单位相同")} />
    </SmartForm>
  );
}
