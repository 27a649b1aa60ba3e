import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { SelectField, SmartForm, TextField } from "#app/ui/form.tsx";
import { Card, Chip, Empty, type Tone } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { findAuthorisations } from "../authorisation-queries.server.ts";
import { AuthoriseForm, EndForm } from "../forms.ts";
import { AnnulCard, answerTo, type FormAnswer } from "./sign-cards.tsx";

type Shown = Awaited<ReturnType<typeof findAuthorisations>>;
const standings = { valid: "有效", planned: "未开始", ended: "已结束" } as const;
const tones: Record<keyof typeof standings, Tone> = { valid: "ok", planned: "on", ended: "plain" };

/** Authorises an assessor of one's units for a checklist. */
export function AuthoriseCard({ shown, answer }: { shown: Shown; answer: FormAnswer }) {
  const { t } = useTranslation();
  return (
    <Card title={t("授权一名考评员")}>
      {shown.assessors.length === 0 ? (
        <Empty title={t("您的单位里还没有别的考评员")}>{t("请管理员先在“人员与账号”里给人加上考评员角色，再来授权。")}</Empty>
      ) : (
        <SmartForm
          // A new form after each success: what was typed has become a row of the table.
          key={`authorise ${shown.authorisations.length}`}
          schema={AuthoriseForm}
          refusal={answerTo(answer, "authorise")}
          defaults={{ personId: "", checklistId: "", fromOn: shown.today, toOn: "" }}
          intent="authorise"
          submitLabel={t("授权")}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField name="personId" label={t("考评员")} placeholder={t("请选择")} choices={shown.assessors.map((one) => ({ value: one.id, label: `${one.name} ${one.staffNo}` }))} />
            <SelectField name="checklistId" label={t("考核表")} placeholder={t("请选择")} choices={shown.checklists.map((one) => ({ value: one.id, label: one.title }))} />
            <TextField name="fromOn" type="date" label={t("从哪天起")} min={shown.today} defaultValue={shown.today} />
            <TextField name="toOn" type="date" label={t("最后有效日（可不填）")} min={shown.today} />
          </div>
        </SmartForm>
      )}
    </Card>
  );
}

/** All authorisations over one's units, newest first, with a way to end each that is not over. */
export function AuthorisationTable({ shown, answer }: { shown: Shown; answer: FormAnswer }) {
  const { t } = useTranslation();
  if (shown.authorisations.length === 0) return <Empty title={t("还没有考评授权")}>{t("授权之后，考评员才能用这张考核表考核学员。")}</Empty>;
  return (
    <Table
      caption={t("考评授权")}
      rows={shown.authorisations}
      rowKey={(row) => row.id}
      columns={[
        { head: t("考评员"), cell: (row) => <><span className="font-semibold whitespace-nowrap">{row.assessor.name}</span> <span className="text-soft">{row.assessor.staffNo}</span></> },
        { head: t("单位"), cell: (row) => row.assessor.unitName, hideOnPhone: true },
        { head: t("考核表"), cell: (row) => row.title },
        { head: t("状态与期限"), cell: (row) => <><Chip tone={tones[row.standing]}>{t(standings[row.standing])}</Chip><span className="block whitespace-nowrap text-soft">{row.toOn ? t("{{from}} 至 {{to}}", { from: row.fromOn, to: row.toOn }) : t("{{from}} 起", { from: row.fromOn })}</span></> },
        { head: t("授权人"), cell: (row) => <span className="whitespace-nowrap">{row.grantedBy}</span>, hideOnPhone: true },
        { head: t("操作"), cell: (row) => (row.standing === "ended" || row.own ? null : <EndAuthorisation row={row} today={shown.today} answer={answer} />) },
      ]}
    />
  );
}

function EndAuthorisation({ row, today, answer }: { row: Shown["authorisations"][number]; today: string; answer: FormAnswer }) {
  const { t } = useTranslation();
  const mine = answer?.values.id === row.id ? answerTo(answer, "end") : undefined;
  return (
    <details open={mine !== undefined} className="min-w-36">
      <summary className="flex min-h-9 items-center whitespace-nowrap text-flame" aria-label={t("结束 {{name}} 的授权", { name: row.assessor.name })}>{t("结束…")}</summary>
      <SmartForm schema={EndForm} refusal={mine} defaults={{ id: row.id, lastOn: today }} intent="end" submitLabel={t("结束授权")} submitTone="danger">
        <input type="hidden" name="id" value={row.id} />
        <TextField name="lastOn" type="date" label={t("最后有效日")} hint={t("填昨天，就从现在起失效。")} defaultValue={today} />
      </SmartForm>
    </details>
  );
}

/** Practicals over one's units that nobody has signed: when their assessor cannot any more, they are annulled here. */
export function UnsignedPracticals({ shown, answer }: { shown: Shown; answer: FormAnswer }) {
  const { t } = useTranslation();
  if (shown.underWay.length === 0) return null;
  return (
    <Card title={t("未签字的考核")}>
      <p className="mb-2 text-sm text-soft">{t("考评员调离等原因无法完成的考核，可以在这里作废，学员才能重新开始。")}</p>
      <ul className="flex flex-col">
        {shown.underWay.map((one) => (
          <li key={one.id} className="border-t border-line py-2 first:border-0">
            <p className="flex flex-wrap items-center gap-x-3">
              <span className="font-semibold">{one.candidate.name} <span className="font-normal text-soft">{one.candidate.staffNo}</span></span>
              <span>{one.title}</span>
              <Chip tone={one.state === "open" ? "on" : "warn"}>{one.state === "open" ? t("考核中") : t("待签字")}</Chip>
              <span className="text-sm text-soft">{t("考评员 {{name}}，{{time}} 开始", { name: one.assessor.name, time: formatMoment(one.startedAt) })}</span>
            </p>
            <AnnulCard id={one.id} answer={answer?.values.id === one.id ? answer : undefined} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
