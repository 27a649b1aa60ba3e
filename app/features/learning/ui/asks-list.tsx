import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Filter, FilterSelect } from "#app/ui/filter.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { Chip, Empty, Notice } from "#app/ui/page.tsx";
import type { listAsks } from "../asks-queries.server.ts";
import { answerLength } from "../asks-text.ts";
import { Answers, PlainText, TextArea, type AskRefusal } from "./asks.tsx";

type Asks = Awaited<ReturnType<typeof listAsks>>;
type Row = Asks["open"]["rows"][number];

/** What learners asked: what waits for an answer first, oldest first. */
export function AsksList({ asks: { open, answered, modules }, module, shown, refused }: { asks: Asks; /** The module filtered by, empty for all. */ module: string; /** So many of each kind at most. */ shown: number; refused: AskRefusal }) {
  const { t } = useTranslation();
  const choices = [{ value: "", label: t("所有模块") }, ...modules.map(({ id, title }) => ({ value: id, label: title }))];
  const more = ({ rows, total }: Asks["open"]) => (total > rows.length ? <p className="text-sm text-soft">{t("共 {{n}} 条，这里列出 {{shown}} 条。", { n: total, shown })}</p> : null);
  return (
    <>
      {modules.length > 0 ? (
        <Filter label={t("筛选提问")} submitLabel={t("筛选")}>
          <FilterSelect name="module" label={t("模块")} value={module} choices={choices} />
        </Filter>
      ) : null}
      <section className="flex flex-col gap-3">
        <h2>{t("等回答 {{n}}", { n: open.total })}</h2>
        {open.rows.length === 0 ? <Empty title={t("没有等回答的提问")}>{t("学员在课文下面的“有问题？问培训师”里提的问题会出现在这里。")}</Empty> : null}
        {open.rows.map((row) => <AskedCard key={row.id} row={row} refused={refused} />)}
        {more(open)}
      </section>
      {answered.rows.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2>{t("已回答 {{n}}", { n: answered.total })}</h2>
          {answered.rows.map((row) => <AskedCard key={row.id} row={row} refused={refused} />)}
          {more(answered)}
        </section>
      ) : null}
    </>
  );
}

function AskedCard({ row, refused: refusal }: { row: Row; refused: AskRefusal }) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const refused = refusal?.values.id === row.id ? refusal : undefined;
  const busy = state !== "idle" && formData?.get("id") === row.id;
  const place = `/modules/${row.moduleId}/${row.section}`;
  const where = t("{{title}} · 第 {{n}} 节", { title: row.moduleTitle, n: row.section });
  const open = row.answers.length === 0;
  return (
    <article id={`ask-${row.id}`} className="scroll-mt-4 rounded-card border border-line bg-paper p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <span className="font-semibold text-ink">{t("{{name}}（{{staffNo}}）", { name: row.name, staffNo: row.staffNo })}</span>
        <span>{row.unitName}</span>
        <span>{formatMoment(row.askedAt)}</span>
        {open ? <Chip tone="warn">{t("等回答")}</Chip> : <Chip tone="ok">{t("已回答")}</Chip>}
        {row.older ? <Chip tone="warn">{t("问的是旧版")}</Chip> : null}
      </div>
      <p className="text-sm">
        {row.there ? <Link to={row.older ? place : `${place}#p-${row.paragraph}`} className="inline-flex min-h-12 items-center text-flame underline underline-offset-3">{where}</Link> : <span className="inline-flex min-h-12 items-center text-soft">{where}</span>}
      </p>
      <blockquote className="mb-3 border-l-2 border-line-strong pl-3 text-sm text-soft">{row.excerpt}</blockquote>
      <PlainText>{row.text}</PlainText>
      <Answers answers={row.answers} />
      <Fold summary={open ? t("回答") : t("再补充一条")} open={refused !== undefined}>
        <Form method="post" key={row.answers.length} className="flex flex-col gap-3 pt-1">
          <input type="hidden" name="id" value={row.id} />
          {refused?.errors.form ? <Notice tone="bad" title={t(refused.errors.form)} /> : null}
          <TextArea name="answer" label={t("您的回答")} hint={t("{{min}} 到 {{max}} 个字。学员会收到消息，同公司的同事也看得到。", answerLength)} value={[refused?.values.answer].flat()[0]} error={refused?.errors.answer} />
          <div><Button disabled={busy} aria-busy={busy}>{t("发出回答")}</Button></div>
        </Form>
      </Fold>
    </article>
  );
}
