import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatPercent, formatTime } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Filter, FilterText } from "#app/ui/filter.tsx";
import { Card, Chip, Empty, Facts, Notice } from "#app/ui/page.tsx";
import { Table, type Column } from "#app/ui/table.tsx";
import { sealCauseNames } from "../names.ts";
import type { findSitting } from "../queries.server.ts";

export type SittingView = NonNullable<Awaited<ReturnType<typeof findSitting>>>;
type RosterRow = SittingView["roster"][number];

export function SittingFacts({ view: { sitting } }: { view: SittingView }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Facts
        items={[
          [t("持证方案"), t("{{scheme}}：{{n}} 题，{{minutes}} 分钟，{{percent}} 及格", { scheme: sitting.schemeTitle, n: sitting.questions, minutes: sitting.minutes, percent: formatPercent(sitting.passPercent) })],
          [t("时间"), t("{{from}} 至 {{to}}", { from: formatMoment(sitting.startsAt), to: formatTime(sitting.endsAt) })],
          [t("单位"), sitting.unitName],
          [t("考场"), sitting.room],
        ]}
      />
    </Card>
  );
}

/** The one thing a trainer does next with a sitting, with what it brings about in plain words. */
export function NextMove({ view: { sitting, roster, over } }: { view: SittingView }) {
  const { t } = useTranslation();
  const atWork = roster.filter((row) => row.state === "open").length;
  const absent = roster.filter((row) => row.attemptId === null).length;
  if (sitting.state === "planned") {
    if (over) return <Notice tone="warn" title={t("场次的结束时间已过，没有开考")}>{t("请另建一个场次。")}</Notice>;
    return (
      <Move intent="open" button={t("开考")}>
        {t("开考后，名单里的人从 {{time}} 起可以开始答题；名单还可以加人，不能再撤下。", { time: formatMoment(sitting.startsAt) })}
      </Move>
    );
  }
  if (sitting.state === "open") {
    return (
      <details className="rounded-card border border-line bg-paper p-4 sm:p-5">
        <summary className="flex min-h-12 items-center font-semibold text-bad">{t("关闭考场…")}</summary>
        <div className="mt-2">
          <Move intent="close" button={t("关闭考场，收 {{n}} 份卷", { n: atWork })} danger>
            {atWork > 0 ? t("还有 {{n}} 人在答题：关闭后他们的卷立即收走评分，按收卷时的答案算。", { n: atWork }) : t("现在没有人在答题。")}
            {absent > 0 ? t("还没开始的 {{n}} 人不能再开始。", { n: absent }) : ""}
            {t("考场关闭后不能重开。")}
          </Move>
        </div>
      </details>
    );
  }
  if (sitting.state === "closed") {
    return (
      <Move intent="release" button={t("发布成绩")}>
        {t("发布后，{{n}} 名考生马上看到成绩和要重读的条款，所在单位收到通知，通过的可以据此发证。成绩发布后不能撤回，更正要另行改判。", { n: roster.length - absent })}
      </Move>
    );
  }
  return <Notice tone="ok" title={t("成绩已于 {{time}} 发布", { time: formatMoment(sitting.releasedAt ?? 0) })} />;
}

function Move({ intent, button, danger = false, children }: { intent: "open" | "close" | "release"; button: string; danger?: boolean; children: ReactNode }) {
  return (
    <Form method="post" className={danger ? "flex flex-col items-start gap-3" : "flex flex-col items-start gap-3 rounded-card border border-line bg-paper p-4 sm:p-5"}>
      <input type="hidden" name="intent" value={intent} />
      <p>{children}</p>
      <Button tone={danger ? "danger" : "primary"}>{button}</Button>
    </Form>
  );
}

/** Everybody admitted: how far they are, how their paper was closed and, once it is graded, how it went. */
export function Roster({ view: { sitting, roster } }: { view: SittingView }) {
  const { t } = useTranslation();
  if (roster.length === 0) return <Empty title={t("还没有安排学员")}>{t("在下面勾选要考的人，再按“安排考试”。")}</Empty>;
  const released = sitting.state === "released";
  const over = released || sitting.state === "closed";
  const graded = over || roster.some((row) => row.grade !== null);
  const columns: Column<RosterRow>[] = [
    { head: t("姓名"), cell: (row) => <span className="whitespace-nowrap">{row.name} <span className="block text-soft sm:inline">{row.staffNo}</span></span> },
    { head: t("状态"), cell: (row) => <StateChip row={row} state={sitting.state} />, hideOnPhone: over },
    { head: t("已答"), cell: (row) => (row.attemptId === null ? "—" : <span className="whitespace-nowrap">{row.answered}/{sitting.questions}</span>), align: "end", hideOnPhone: over },
    ...(sitting.state === "open" ? [{ head: t("剩余"), cell: (row: RosterRow) => (row.leftMs === null ? "—" : <span className="whitespace-nowrap">{t("{{n}} 分钟", { n: Math.ceil(row.leftMs / 60_000) })}</span>), align: "end" as const }] : []),
    ...(graded
      ? [
          { head: t("收卷"), cell: (row: RosterRow) => (row.sealedAt === null || row.sealCause === null ? "—" : <span className="whitespace-nowrap">{formatTime(row.sealedAt)} {t(sealCauseNames[row.sealCause])}</span>), hideOnPhone: true },
          { head: released ? t("成绩") : t("成绩（未发布）"), cell: (row: RosterRow) => <GradeCell row={row} over={over} /> },
        ]
      : []),
    { head: t("单位"), cell: (row) => row.unitName, hideOnPhone: true },
    ...(sitting.state === "planned"
      ? [
          { head: t("课程"), cell: (row: RosterRow) => <LearningChip left={row.modulesLeft} /> },
          { head: <span className="sr-only">{t("操作")}</span>, cell: (row: RosterRow) => <Withdraw row={row} /> },
        ]
      : []),
  ];
  return <Table caption={t("考生名单")} rows={roster} rowKey={(row) => row.personId} columns={columns} />;
}

function StateChip({ row, state }: { row: RosterRow; state: SittingView["sitting"]["state"] }) {
  const { t } = useTranslation();
  if (row.state === "open") return <Chip tone="on">{t("答题中")}</Chip>;
  if (row.state !== null) return <Chip tone="ok">{t("已收卷")}</Chip>;
  return <Chip>{state === "planned" || state === "open" ? t("未开始") : t("缺考")}</Chip>;
}

function GradeCell({ row, over }: { row: RosterRow; over: boolean }) {
  const { t } = useTranslation();
  if (row.state === null && over) return <Chip>{t("缺考")}</Chip>;
  if (!row.grade || row.attemptId === null) return "—";
  const { passed, percent, criticalMissed } = row.grade;
  return (
    <Link to={`/results/${row.attemptId}`} className="flex flex-wrap items-center gap-2 no-underline">
      <Chip tone={passed ? "ok" : "bad"}>{passed ? t("通过") : t("未通过")} {formatPercent(percent)}</Chip>
      {criticalMissed > 0 ? <span className="text-bad">{t("关键题错 {{n}}", { n: criticalMissed })}</span> : null}
      {row.late > 0 ? <span className="text-warn">{t("迟到作答 {{n}}", { n: row.late })}</span> : null}
    </Link>
  );
}

function LearningChip({ left }: { left: number }) {
  const { t } = useTranslation();
  return left === 0 ? <Chip tone="ok">{t("已学完")}</Chip> : <Chip tone="warn">{t("还差 {{n}} 个模块", { n: left })}</Chip>;
}

function Withdraw({ row }: { row: RosterRow }) {
  const { t } = useTranslation();
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="personId" value={row.personId} />
      <Button tone="quiet" size="small" aria-label={t("撤下 {{name}}", { name: row.name })}>{t("撤下")}</Button>
    </Form>
  );
}

/** Who can still be admitted, to be ticked; narrowed by name or staff number. */
export function Admit({ view, find }: { view: SittingView; find: string }) {
  const { t } = useTranslation();
  const { admissible, more } = view;
  return (
    <Card title={t("安排学员")}>
      <Filter label={t("查找学员")} submitLabel={t("查找")}>
        <FilterText name="find" label={t("姓名或工号")} value={find} />
      </Filter>
      {admissible.length === 0 ? <p className="mt-4 text-soft">{find === "" ? t("本单位范围内，岗位属于这个持证方案的人都已安排。") : t("没有找到。岗位不属于这个持证方案的人不在这里。")}</p> : null}
      {admissible.length > 0 ? (
        <Form method="post" className="mt-4 flex flex-col gap-3">
          <input type="hidden" name="intent" value="admit" />
          <fieldset>
            <legend className="mb-1 text-sm text-soft">{t("勾选要考的人。课程没学完也可以考，建议先学完。")}</legend>
            <ul className="grid gap-x-6 sm:grid-cols-2">
              {admissible.map((person) => (
                <li key={person.id} className="border-t border-line">
                  <label className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-0.5 py-1">
                    <input type="checkbox" name="personIds" value={person.id} className="size-5 shrink-0 accent-flame" />
                    <span className="min-w-0 grow">{person.name} <span className="text-soft">{person.staffNo} · {person.unitName}</span></span>
                    <LearningChip left={person.modulesLeft} />
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          {more ? <p className="text-sm text-soft">{t("只显示前 {{n}} 人，请用姓名或工号缩小范围。", { n: admissible.length })}</p> : null}
          <div><Button>{t("安排考试")}</Button></div>
        </Form>
      ) : null}
    </Card>
  );
}
