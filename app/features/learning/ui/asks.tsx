import { Form, Link, useNavigation } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { classes } from "#app/ui/classes.ts";
import { Fold } from "#app/ui/fold.tsx";
import { Chip, Notice } from "#app/ui/page.tsx";
import type { findAsks } from "../asks-queries.server.ts";
import { askLength, foldedExcerpt, shortExcerpt } from "../asks-text.ts";

type Asks = Awaited<ReturnType<typeof findAsks>>;
/** What the server refused, with what was typed. */
export type AskRefusal = { errors: Record<string, string>; values: Record<string, string | string[]> } | undefined;

const typed = (refused: AskRefusal, name: string) => [refused?.values[name]].flat()[0];

/** Below the text of a section: asking a question at one of its paragraphs, and what was asked here. Works without JavaScript. */
export function AsksFold({ asks, here, sent, refused }: { asks: Asks; /** The section's own address. */ here: string; sent: boolean; refused: AskRefusal }) {
  const { t } = useTranslation();
  const { asked, paragraphs } = asks;
  return (
    <section id="asks" aria-label={t("提问")} className="no-print mt-8 scroll-mt-16 border-t border-line pt-3">
      <Fold summary={t("有问题？问培训师")} open={sent || refused !== undefined || asked.some((one) => one.mine || one.mayAnswer)}>
        <div className="flex flex-col gap-5 pt-1">
          {sent ? <Notice tone="ok" title={t("问题已送给培训师")}>{t("有了回答会给您发消息，也会显示在这里。")}</Notice> : null}
          {paragraphs.length > 0 ? <AskForm key={asked.length} asks={asks} here={here} refused={refused} /> : null}
          {asked.length > 0 ? (
            <div>
              <h2 className="text-base">{t("这一节的提问")}</h2>
              <ul className="divide-y divide-line">{asked.map((one) => <Asked key={one.id} asked={one} />)}</ul>
            </div>
          ) : null}
        </div>
      </Fold>
    </section>
  );
}

function AskForm({ asks: { paragraphs, version }, here, refused }: { asks: Asks; here: string; refused: AskRefusal }) {
  const { t } = useTranslation();
  const id = useId();
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("intent") === "ask";
  return (
    <Form method="post" action={`${here}#asks`} className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="version" value={version} />
      {refused?.errors.form ? <Notice tone="bad" title={t(refused.errors.form)} /> : null}
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-p`} className="text-sm font-semibold">{t("哪一段")}</label>
        <select id={`${id}-p`} name="paragraph" defaultValue={typed(refused, "paragraph")} aria-describedby={refused?.errors.paragraph ? `${id}-p-error` : undefined} className="min-h-12 w-full rounded-control border border-line-strong bg-paper px-3 text-base">
          {paragraphs.map(({ n, excerpt }) => <option key={n} value={n}>{foldedExcerpt(excerpt, shortExcerpt)}</option>)}
        </select>
        <WrongField id={`${id}-p-error`} error={refused?.errors.paragraph} />
      </div>
      <TextArea name="question" label={t("您的问题")} hint={t("{{min}} 到 {{max}} 个字。培训师看得到是谁问的；回答以后，同公司的同事也看得到，但看不到是谁问的。", askLength)} value={typed(refused, "question")} error={refused?.errors.question} />
      <div><Button tone="quiet" disabled={busy} aria-busy={busy}>{t("提交问题")}</Button></div>
    </Form>
  );
}

/** A box for plain text, with the server's refusal beside it; also of the trainer's page. */
export function TextArea({ name, label, hint, value, error }: { name: string; label: string; hint: string; value: string | undefined; error: string | undefined }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">{label}</label>
      <p id={`${id}-hint`} className="text-sm text-soft">{hint}</p>
      <textarea id={id} name={name} rows={4} required defaultValue={value} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`} className={classes("w-full rounded-control border bg-paper px-3.5 py-2.5 text-base", error ? "border-bad" : "border-line-strong")} />
      <WrongField id={`${id}-error`} error={error} />
    </div>
  );
}

function WrongField({ id, error }: { id: string; error: string | undefined }) {
  const { t } = useTranslation();
  return error ? <p id={id} role="alert" className="text-sm font-semibold text-bad"><span aria-hidden="true">✕ </span>{t(error)}</p> : null;
}

function Asked({ asked }: { asked: Asks["asked"][number] }) {
  const { t } = useTranslation();
  const { id, excerpt, paragraph, older, mine, asker, answers } = asked;
  const words = `“${foldedExcerpt(excerpt, shortExcerpt)}”`;
  return (
    <li id={`ask-${id}`} className="scroll-mt-16 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        {mine ? <Chip bare tone="on">{t("我问的")}</Chip> : asker ? <span>{t("{{name}}（{{staffNo}}）", asker)}</span> : <span>{t("同事问的")}</span>}
        {older ? <Chip tone="warn">{t("问的是旧版")}</Chip> : null}
        {answers.length === 0 ? <Chip tone="on">{t("等回答")}</Chip> : null}
        <span>{formatMoment(asked.askedAt)}</span>
      </div>
      {/* An older version may have had its paragraphs elsewhere: its words are shown, but lead nowhere. */}
      <p className="text-sm text-soft">{older ? words : <a href={`#p-${paragraph}`} className="inline-flex min-h-12 items-center text-soft underline underline-offset-3">{words}</a>}</p>
      <PlainText>{asked.text}</PlainText>
      <Answers answers={answers} />
      {asked.mayAnswer ? <Link to={`/asks#ask-${id}`} className="inline-flex min-h-12 items-center font-semibold text-flame">{answers.length === 0 ? t("去回答") : t("再补充一条")}</Link> : null}
    </li>
  );
}

/** The answers to a question, oldest first, by name. */
export function Answers({ answers }: { answers: readonly { id: string; text: string; by: string; answeredAt: number }[] }) {
  const { t } = useTranslation();
  if (answers.length === 0) return null;
  return (
    <ul aria-label={t("回答")} className="mt-2 flex flex-col gap-3 border-l-2 border-flame pl-3">
      {answers.map((one) => (
        <li key={one.id}>
          <p className="text-sm text-soft">{t("{{name}}答 · {{when}}", { name: one.by, when: formatMoment(one.answeredAt) })}</p>
          <PlainText>{one.text}</PlainText>
        </li>
      ))}
    </ul>
  );
}

/** What somebody typed, as typed: lines stay lines, nothing is read as markup. */
export function PlainText({ children }: { children: ReactNode }) {
  return <p className="[overflow-wrap:anywhere] whitespace-pre-line">{children}</p>;
}
