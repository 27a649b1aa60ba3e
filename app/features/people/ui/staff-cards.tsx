import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormRefusal } from "#app/lib/forms.ts";
import { Button } from "#app/ui/button.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { SelectField, SmartForm, TextField, type Choice } from "#app/ui/form.tsx";
import { Card, Chip, Notice } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { DisableForm, EnableForm, GrantForm, MoveForm, PersonForm, ResetForm } from "../admin-forms.ts";
import { roleNames, type Role } from "../roles.ts";
import { AssignmentTable, type AssignmentRow } from "./assignment-table.tsx";
import { usePostAndRoleChoices } from "./new-person-form.tsx";

export type Refused = ({ ok: false } & FormRefusal) | null;
/** The refusal of the form that was sent, for that form alone. */
export type RefusalOf = (intent: string) => Refused;
export type GrantRow = { id: string; role: Role; unitId: string; unitName: string; fromOn: string; toOn: string | null };

export function EditCard({ name, phone, refusalOf }: { name: string; phone: string; refusalOf: RefusalOf }) {
  const { t } = useTranslation();
  return (
    <Card title={t("姓名和电话")}>
      <SmartForm schema={PersonForm} intent="edit" refusal={refusalOf("edit")} submitLabel={t("保存")} submitTone="quiet" defaults={{ intent: "edit", name, phone }}>
        <TextField name="name" label={t("姓名")} hint={t("已发出的证件和已签的记录保持原来的写法")} autoComplete="off" defaultValue={name} />
        <TextField name="phone" label={t("电话（可不填）")} type="tel" autoComplete="off" defaultValue={phone} />
      </SmartForm>
    </Card>
  );
}

/** Where a person works and worked, and the form that moves them. */
export function PostCard({ assignments, units, today, refusalOf, closed }: { assignments: readonly AssignmentRow[]; units: readonly Choice[]; today: string; refusalOf: RefusalOf; closed: boolean }) {
  const { t } = useTranslation();
  const { postChoices } = usePostAndRoleChoices();
  return (
    <Card title={t("岗位和单位")}>
      <AssignmentTable rows={assignments} />
      {closed ? null : (
        <Fold summary={t("调岗或调单位")} open={refusalOf("move") !== null}>
          <p className="mb-3 text-sm text-soft">{t("原岗位到前一天为止，历史保留。角色不随岗位变动，请另行核对。")}</p>
          <SmartForm schema={MoveForm} intent="move" refusal={refusalOf("move")} submitLabel={t("从这一天起调整")} submitTone="quiet" defaults={{ intent: "move", fromOn: today }}>
            <SelectField name="unitId" label={t("新单位")} choices={units} placeholder={t("请选择单位")} />
            <SelectField name="post" label={t("新岗位")} choices={postChoices} placeholder={t("请选择岗位")} />
            <TextField name="fromOn" type="date" label={t("从哪天起")} defaultValue={today} />
          </SmartForm>
        </Fold>
      )}
    </Card>
  );
}

/** Roles held and once held. */
export function RolesCard({ grants, units, refusalOf, closed }: { grants: readonly GrantRow[]; units: readonly Choice[]; refusalOf: RefusalOf; closed: boolean }) {
  const { t } = useTranslation();
  const { roleChoices } = usePostAndRoleChoices();
  const revoking = refusalOf("revoke")?.errors.form;
  const mine = (unitId: string) => units.some((unit) => unit.value === unitId);
  return (
    <Card title={t("角色")}>
      {revoking ? <div className="mb-3"><Notice tone="bad" title={t(revoking)} /></div> : null}
      <Table
        caption={t("角色")}
        rows={grants}
        rowKey={(row) => row.id}
        columns={[
          { head: t("角色"), cell: (row) => t(roleNames[row.role]) },
          { head: t("单位"), cell: (row) => row.unitName },
          { head: t("起"), nowrap: true, cell: (row) => row.fromOn },
          { head: t("止"), nowrap: true, cell: (row) => (row.toOn === null ? <Chip tone="ok">{t("至今")}</Chip> : row.toOn < row.fromOn ? t("当天收回") : row.toOn) },
          {
            head: <span className="sr-only">{t("操作")}</span>,
            cell: (row) =>
              row.toOn === null && mine(row.unitId) ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="grantId" value={row.id} />
                  <Button tone="danger" size="small" aria-label={t("收回 {{unit}} 的 {{role}}", { unit: row.unitName, role: t(roleNames[row.role]) })}>{t("收回")}</Button>
                </Form>
              ) : null,
          },
        ]}
      />
      <p className="mt-2 text-sm text-soft">{t("收回立即生效，记录保留。")}</p>
      {closed ? null : (
        <Fold summary={t("授予角色")} open={refusalOf("grant") !== null}>
          <SmartForm schema={GrantForm} intent="grant" refusal={refusalOf("grant")} submitLabel={t("从今天起授予")} submitTone="quiet" defaults={{ intent: "grant" }}>
            <SelectField name="role" label={t("角色")} choices={roleChoices} placeholder={t("请选择角色")} />
            <SelectField name="unitId" label={t("在哪个单位有效")} hint={t("对该单位和它的全部下级单位有效")} choices={units} placeholder={t("请选择单位")} />
          </SmartForm>
        </Fold>
      )}
    </Card>
  );
}

/** Password reset, stop and reopen. Each says what follows. */
export function AccountCard({ account, disabledReason, own, refusalOf }: { account: "active" | "disabled" | null; disabledReason: string | null; own: boolean; refusalOf: RefusalOf }) {
  const { t } = useTranslation();
  if (own) return <Card title={t("账号")}><p>{t("这是您自己的账号。修改密码请到“我的账号”；停用请由另一名管理员操作。")}</p></Card>;
  return (
    <Card title={t("账号")}>
      {account === "disabled" ? <div className="mb-4"><Notice tone="warn" title={t("账号已停用")}>{t("原因：{{reason}}", { reason: disabledReason ?? "" })}</Notice></div> : null}
      <div className="flex flex-col gap-5">
        <div>
          <p className="mb-2 text-sm text-soft">{account === null ? t("此人还没有账号。建立后会显示一次性密码。") : t("忘记密码时重置：显示一次性密码，并退出此人所有的登录。")}</p>
          <SmartForm schema={ResetForm} intent="reset" refusal={refusalOf("reset")} submitLabel={account === null ? t("建立账号") : t("重置密码")} submitTone="quiet" defaults={{ intent: "reset" }}>{null}</SmartForm>
        </div>
        {account === "active" ? (
          <Fold summary={<span className="text-bad">{t("停用账号")}</span>} open={refusalOf("disable") !== null}>
            <p className="mb-3 text-sm text-soft">{t("停用后不能登录，现有登录立即退出；证件、成绩和记录都不受影响。")}</p>
            <SmartForm schema={DisableForm} intent="disable" refusal={refusalOf("disable")} submitLabel={t("停用账号")} submitTone="danger" defaults={{ intent: "disable" }}>
              <TextField name="reason" label={t("原因（记入审计日志）")} autoComplete="off" />
            </SmartForm>
          </Fold>
        ) : null}
        {account === "disabled" ? (
          <SmartForm schema={EnableForm} intent="enable" refusal={refusalOf("enable")} submitLabel={t("恢复账号")} submitTone="quiet" defaults={{ intent: "enable" }}>
            <TextField name="reason" label={t("原因（记入审计日志）")} autoComplete="off" />
          </SmartForm>
        ) : null}
      </div>
    </Card>
  );
}
