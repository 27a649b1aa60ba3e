import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatTime } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Filter, FilterText } from "#app/ui/filter.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { Card, Empty, Facts, Notice } from "#app/ui/page.tsx";
import { Table, type Column } from "#app/ui/table.tsx";
import { attendanceWayNames, classKindNames } from "../names.ts";
import type { ClassView } from "../queries.server.ts";
import { durationInWords } from "./duration.ts";

type Person = ClassView["present"][number];

export function ClassFacts({ view }: { view: ClassView }) {
  const { t } = useTranslation();
  const { kind, startsAt, endsAt, minutes, place, unitName, materials, createdBy } = view.class;
  return (
    <Card>
      <Facts
        items={[
          [t("培训方式"), t(classKindNames[kind])],
          [t("时间"), t("{{from}} 至 {{to}}", { from: formatMoment(startsAt), to: formatMoment(startsAt).slice(0, 10) === formatMoment(endsAt).slice(0, 10) ? formatTime(endsAt) : formatMoment(endsAt) })],
          [t("地点"), place],
          [t("单位"), unitName],
          [t("计入时长"), durationInWords(t, minutes)],
          ...(materials === "" ? [] : [[t("资料"), <span key="materials" className="whitespace-pre-line">{materials}</span>] as const]),
          [t("组织人"), createdBy],
        ]}
      />
    </Card>
  );
}

/** What closing or calling off brings about, each with its consequence; or, once it is over, what it came to. */
export function ClassMoves({ view }: { view: ClassView }) {
  const { t } = useTranslation();
  const { stage, begun, present, cancelledFor } = view;
  const { closedAt, minutes } = view.class;
  if (stage === "held") return <Notice tone="ok" title={t("活动已于 {{time}} 结束，{{n}} 人到场", { time: formatMoment(closedAt ?? 0), n: present.length })}>{t("每人 {{duration}} 已记进培训档案。还有差错，在下面补登或更正，要写明原因。", { duration: durationInWords(t, minutes) })}</Notice>;
  if (stage === "cancelled") return <Notice tone="bad" title={t("活动已于 {{time}} 取消", { time: formatMoment(closedAt ?? 0) })}>{cancelledFor === null ? null : t("原因：{{reason}}", { reason: cancelledFor })}</Notice>;
  return (
    <>
      {begun ? (
        <Form method="post" className="flex flex-col items-start gap-3 rounded-card border border-line bg-paper p-4 sm:p-5">
          <input type="hidden" name="intent" value="close" />
          <p>
            {present.length === 0 ? t("现在还没有人到场。") : t("到场的 {{n}} 人，每人 {{duration}} 记进培训档案。", { n: present.length, duration: durationInWords(t, minutes) })}
            {t("结束后不能再扫码签到，也不能取消活动；补登和更正要写明原因。")}
          </p>
          <Button tone="primary">{t("结束活动，计入档案")}</Button>
        </Form>
      ) : null}
      <div className="rounded-card border border-line bg-paper px-4 sm:px-5">
        <Fold summary={<span className="text-bad">{t("取消活动…")}</span>}>
          <Form method="post" className="flex flex-col items-start gap-3 pb-4">
            <input type="hidden" name="intent" value="cancel" />
            <p>
              {t("取消后不能恢复，也不计时长。")}
              {present.length === 0 ? "" : t("已经登记的 {{n}} 人到场不算数，记录留着。", { n: present.length })}
            </p>
            <Reason label={t("取消的原因")} />
            <Button tone="danger">{t("取消活动")}</Button>
          </Form>
        </Fold>
      </div>
    </>
  );
}

/** Who was there, how it became known, and the way to take a mistake back. */
export function PresentTable({ view }: { view: ClassView }) {
  const { t } = useTranslation();
  const { present, stage } = view;
  if (present.length === 0) return <Empty title={t("还没有人到场")}>{stage === "ahead" ? t("开始前 30 分钟起，学员扫签到码，或由您补登。") : t("请投影签到码让学员扫，或在下面补登。")}</Empty>;
  const columns: Column<Person>[] = [
    { head: t("姓名"), cell: (row) => <span className="whitespace-nowrap">{row.name} <span className="block text-soft sm:inline">{row.staffNo}</span></span> },
    {
      head: t("怎样到场"),
      cell: (row) => (
        <>
          {row.way === null ? null : t(attendanceWayNames[row.way])} <span className="whitespace-nowrap text-soft">{row.at === null ? null : formatTime(row.at)}{row.way === "hand" ? ` · ${row.by}` : null}</span>
          {row.reason === null ? null : <span className="block min-w-32 text-soft [word-break:normal] [overflow-wrap:anywhere]">{t("原因：{{reason}}", { reason: row.reason })}</span>}
        </>
      ),
    },
    { head: t("单位"), cell: (row) => row.unitName, hideOnPhone: true },
    ...(stage === "cancelled" ? [] : [{ head: <span className="sr-only">{t("操作")}</span>, cell: (row: Person) => <Correct row={row} /> }]),
  ];
  return <Table caption={t("到场名单")} rows={present} rowKey={(row) => row.id} columns={columns} />;
}

function Correct({ row }: { row: Person }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center whitespace-nowrap text-flame" aria-label={t("更正 {{name}}", { name: row.name })}>{t("更正…")}</summary>
      <Form method="post" className="flex min-w-44 flex-col items-start gap-2 pb-2">
        <input type="hidden" name="intent" value="correct" />
        <input type="hidden" name="personId" value={row.id} />
        <Reason label={t("其实没到场，原因")} />
        <Button tone="danger" size="small" className="min-h-12">{t("更正为没到场")}</Button>
      </Form>
    </details>
  );
}

function Reason({ label, required = true }: { label: string; required?: boolean }) {
  return (
    <label className="flex w-full flex-col gap-1">
      <span className="text-sm font-semibold">{label}</span>
      <input name="reason" required={required} maxLength={200} className="min-h-12 w-full rounded-control border border-line-strong bg-paper px-3.5 text-base" />
    </label>
  );
}

/** Who of the unit has not been entered, to be ticked; narrowed by name or staff number. */
export function EnterByHand({ view, find }: { view: ClassView; find: string }) {
  const { t } = useTranslation();
  const { absent, absentCount, more, stage } = view;
  const held = stage === "held";
  return (
    <Card title={t("补登到场")} aside={<span className="text-sm text-soft">{t("还有 {{n}} 人没有到场记录", { n: absentCount })}</span>}>
      <Filter label={t("查找人员")} submitLabel={t("查找")}>
        <FilterText name="find" label={t("姓名或工号")} value={find} />
      </Filter>
      {absent.length === 0 ? <p className="mt-4 text-soft">{find === "" ? t("这个单位的人都到场了。") : t("没有找到这样的人。")}</p> : (
        <Form method="post" className="mt-4 flex flex-col gap-3">
          <input type="hidden" name="intent" value="enter" />
          <fieldset>
            <legend className="mb-1 text-sm text-soft">{t("勾选亲眼看到在场、没能扫码的人。")}</legend>
            <ul className="grid gap-x-6 sm:grid-cols-2">
              {absent.map((person) => (
                <li key={person.id} className="border-t border-line">
                  <label className="flex min-h-12 items-center gap-x-3 py-1">
                    <input type="checkbox" name="personIds" value={person.id} className="size-5 shrink-0 accent-flame" />
                    <span className="min-w-0 grow">
                      {person.name} <span className="text-soft">{person.staffNo} · {person.unitName}</span>
                      {person.changes > 0 ? <span className="block text-sm text-warn">{t("更正过：{{reason}}", { reason: person.reason ?? "" })}</span> : null}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          {more ? <p className="text-sm text-soft">{t("只显示前 {{n}} 人，请用姓名或工号缩小范围。", { n: absent.length })}</p> : null}
          <Reason required={held} label={held ? t("补登的原因") : t("原因（更正过的人必填）")} />
          <div><Button tone="quiet">{t("登记到场")}</Button></div>
        </Form>
      )}
    </Card>
  );
}
