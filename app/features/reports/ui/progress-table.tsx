import { Form, Link, useNavigation } from "@remix-run/react";
import type { ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { postNameOf } from "#app/features/standards/posts.ts";
import { useAlive } from "#app/ui/alive.ts";
import { Button } from "#app/ui/button.tsx";
import { Filter, FilterSelect } from "#app/ui/filter.tsx";
import { Chip, Empty, Notice } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { ProgressFilter } from "../progress-filter.ts";
import type { OpenModule, UnitProgress } from "../progress-queries.server.ts";
import type { Reminders, Skipped } from "../progress-remind.server.ts";
import { stuckWords } from "../progress-words.ts";

type Row = Omit<UnitProgress["rows"][number], "open"> & { left: number };

export function ProgressFilterForm({ filter, posts, modules }: { filter: ProgressFilter; posts: readonly string[]; modules: readonly { id: string; title: string }[] }) {
  const { t } = useTranslation();
  const all = { value: "", label: t("全部") };
  return (
    <Filter label={t("筛选人员")} submitLabel={t("查看")}>
      <FilterSelect name="show" label={t("只看")} value={filter.show} choices={[{ value: "all", label: t("全部") }, { value: "stuck", label: t("卡住的人") }]} />
      <FilterSelect name="post" label={t("岗位")} value={filter.post} choices={[all, ...posts.map((post) => ({ value: post, label: t(postNameOf(post) ?? "") }))]} />
      <FilterSelect name="module" label={t("没学完哪个模块")} value={filter.module} choices={[all, ...modules.map(({ id, title }) => ({ value: id, label: title }))]} />
      <FilterSelect
        name="sort"
        label={t("排序")}
        value={filter.sort}
        choices={[
          { value: "attention", label: t("卡住的在前") },
          { value: "idle", label: t("最久没学的在前") },
          { value: "share", label: t("学得最少的在前") },
          { value: "staff", label: t("按工号") },
        ]}
      />
    </Filter>
  );
}

/** A person a row: how far, where, since when, and whether they are stuck; one or several are reminded in one action. */
export function ProgressTable({ rows, everybody, module }: { rows: readonly Row[]; everybody: number; module: { title: string; lacking: number } | null }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === "POST";
  if (everybody === 0) return <Empty title={t("这一天本单位没有人")}>{t("人员由管理员在“人员与账号”里录入。")}</Empty>;
  if (rows.length === 0) return <Empty title={module === null ? t("没有符合条件的人") : module.lacking === 0 ? t("没有人还没学完《{{module}}》", { module: module.title }) : t("没有符合条件的人")}>{t("换个条件再看。")}</Empty>;
  const open = rows.filter(canRemind).length;
  return (
    <Form method="post" className="flex flex-col gap-3">
      {module === null ? null : <p>{t("{{n}} 人还没学完《{{module}}》。", { n: module.lacking, module: module.title })}</p>}
      <Table
        caption={t("本单位人员：学到哪里")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { head: <TickAll key={open} tickable={open > 0} />, align: "center", cell: (row) => <Tick row={row} /> },
          { head: t("姓名"), cell: (row) => <Name row={row} /> },
          { head: t("状态"), cell: (row) => <State row={row} /> },
          { head: t("提醒"), cell: (row) => <Remind row={row} busy={busy} /> },
          { head: t("学完"), align: "end", nowrap: true, cell: (row) => (row.due === 0 ? "—" : `${row.complete} / ${row.due}`) },
          { head: module === null ? t("正在学") : t("学到"), cell: (row) => <Where current={row.current} /> },
          { head: t("最近学习"), nowrap: true, cell: (row) => <Last idle={row.idle} /> },
          { head: t("没通过的自测"), cell: (row) => <BestFailed row={row} /> },
          { head: t("岗位"), nowrap: true, cell: (row) => t(postNameOf(row.post) ?? "") },
          { head: t("单位"), nowrap: true, cell: (row) => row.unitName },
        ]}
      />
      {open > 0 ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button disabled={busy} aria-busy={busy}>{t("提醒勾选的人")}</Button>
          <p className="min-w-0 grow basis-64 text-sm text-soft">{t("对方会收到一条站内消息：还剩几个模块、接着学哪个。同一个人一天只提醒一次。")}</p>
        </div>
      ) : null}
    </Form>
  );
}

const canRemind = (row: Row) => !row.self && row.left > 0 && !row.remindedToday;

function Tick({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (!canRemind(row)) return null;
  return (
    <label className="inline-flex size-12 items-center justify-center">
      <input type="checkbox" name="personIds" value={row.id} aria-label={t("勾选 {{name}}", { name: row.name })} className="size-5 accent-flame" />
    </label>
  );
}

/** Ticks or unticks everybody on the page; there only where it works. */
function TickAll({ tickable }: { tickable: boolean }) {
  const { t } = useTranslation();
  const alive = useAlive();
  const toggle = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const boxes = currentTarget.form?.querySelectorAll<HTMLInputElement>("input[name=personIds]") ?? [];
    for (const box of boxes) box.checked = currentTarget.checked;
  };
  if (!alive || !tickable) return <span className="sr-only">{t("勾选")}</span>;
  return (
    <label className="inline-flex size-12 items-center justify-center">
      <input type="checkbox" aria-label={t("全部勾选")} onChange={toggle} className="size-5 accent-flame" />
    </label>
  );
}

function Name({ row }: { row: Row }) {
  return (
    <span className="block whitespace-nowrap">
      {row.readable ? <Link to={`/people/${row.id}`} className="font-semibold text-flame underline underline-offset-3">{row.name}</Link> : <span className="font-semibold">{row.name}</span>}
      <span className="block text-soft">{row.staffNo}</span>
    </span>
  );
}

function State({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (row.due === 0) return <span className="text-soft">—</span>;
  if (row.left === 0) return <Chip tone="ok">{t("学完")}</Chip>;
  if (row.stuck.length > 0) return <ul className="flex flex-col items-start gap-1">{row.stuck.map((one) => <li key={one.why + (one.title ?? "")}><Chip tone="warn">{stuckWords((sentence, values) => t(sentence, values), one)}</Chip>{one.title === null ? null : <span className="mt-0.5 block max-w-44 text-soft">{one.title}</span>}</li>)}</ul>;
  return row.idle === null ? <Chip>{t("还没开始")}</Chip> : <Chip tone="on">{t("在学")}</Chip>;
}

function Where({ current }: { current: OpenModule | null }) {
  const { t } = useTranslation();
  if (current === null) return <span className="text-soft">—</span>;
  return (
    <span className="block min-w-36">
      {current.title}
      <span className="block text-soft">{current.section === null ? t("自测") : t("第 {{section}} / {{sections}} 节", { section: current.section, sections: current.sections })}</span>
    </span>
  );
}

function Last({ idle }: { idle: number | null }) {
  const { t } = useTranslation();
  if (idle === null) return <span className="text-soft">{t("没有学过")}</span>;
  return <>{idle === 0 ? t("今天") : t("{{n}} 天前", { n: idle })}</>;
}

function BestFailed({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (row.bestFailed === null) return <span className="text-soft">—</span>;
  const { title, percent, times } = row.bestFailed;
  return (
    <span className="block min-w-36">
      {t("最好 {{percent}}%，共 {{n}} 次", { percent, n: times })}
      <span className="block text-soft">{title}</span>
    </span>
  );
}

function Remind({ row, busy }: { row: Row; busy: boolean }) {
  const { t } = useTranslation();
  if (row.self) return <span className="whitespace-nowrap text-soft">{t("您自己")}</span>;
  if (row.remindedToday) return <span className="whitespace-nowrap text-soft">✓ {t("今天已提醒")}</span>;
  if (!canRemind(row)) return <span className="text-soft">—</span>;
  return <Button tone="quiet" name="one" value={row.id} disabled={busy} aria-label={t("提醒 {{name}}", { name: row.name })} className="whitespace-nowrap">{t("提醒")}</Button>;
}

const why: Record<Skipped, string> = { self: "不能提醒自己", complete: "已经学完", "reminded-today": "今天已经提醒过" };

/** What a reminder did: whom it reached, and who was passed over, and why. */
export function RemindedNotice({ reminders: { reminded, skipped } }: { reminders: Reminders }) {
  const { t } = useTranslation();
  const mark = t("、");
  const names = reminded.join(mark);
  return (
    <Notice tone={reminded.length > 0 ? "ok" : "warn"} title={reminded.length > 0 ? t("提醒了 {{n}} 人：{{names}}", { n: reminded.length, names }) : t("没有发出提醒")}>
      {skipped.length > 0 ? <ul>{skipped.map((one) => <li key={one.name + one.why}>{t("没有提醒 {{name}}：{{why}}", { name: one.name, why: t(why[one.why]) })}</li>)}</ul> : null}
    </Notice>
  );
}
