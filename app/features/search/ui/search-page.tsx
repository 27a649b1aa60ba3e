import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { classes } from "#app/ui/classes.ts";
import { Card, Chip, Empty, Notice, Page } from "#app/ui/page.tsx";
import { kinds, type Kind, type Told } from "../entry.ts";
import type { Found, Hit, Piece } from "../search.ts";

const kindNames: Record<Kind, string> = { clause: "条款", module: "模块", term: "词汇" };
const toldNames: Record<Told, string> = { "never-say": "不能这样说", case: "情景里的话" };

/** The search box, and what was found of each kind with the sentence that says it. */
export function SearchPage({ q, kind, found, examples }: { q: string; kind: Kind | null; found: Found | null; examples: readonly string[] }) {
  const { t } = useTranslation();
  const shown = kinds.filter((one) => (kind === null || one === kind) && found !== null && found.kinds[one].count > 0);
  return (
    <Page title={t("搜索")} intro={t("在条款、模块和词汇里找。可以搜一个词，也可以搜一个数值。")}>
      <Form method="get" action="/search" role="search" aria-label={t("搜索")} className="no-print flex gap-2">
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
        <input key={q} type="search" name="q" defaultValue={q} maxLength={200} aria-label={t("要找的词或数值")} autoComplete="off" enterKeyHint="search" className="min-h-12 min-w-0 grow rounded-control border border-line-strong bg-paper px-3" />
        <Button className="shrink-0">{t("搜索")}</Button>
      </Form>
      {found && found.count > 0 ? <Kinds q={q} kind={kind} found={found} /> : null}
      {found?.partly ? <Notice tone="on">{t("没有一处同时有这些词，下面是最接近的。")}</Notice> : null}
      {shown.map((one) => <Hits key={one} kind={one} of={found?.kinds[one] ?? { count: 0, hits: [] }} />)}
      {found && found.count > 0 && shown.length === 0 ? <Empty title={t("这一类里没有")}>{t("请看全部结果，或换一个词。")}</Empty> : null}
      {found?.count === 0 ? <Empty title={t("没有找到")}>{t("少写几个字，或换一个说法；数值连单位一起写。")}<Examples examples={examples} /></Empty> : null}
      {found === null ? <Empty title={q === "" ? t("想找什么，写在上面") : t("请写汉字、字母或数字")}>{t("这里会出现写着它的句子，按一下就到原文。")}<Examples examples={examples} /></Empty> : null}
    </Page>
  );
}

function Kinds({ q, kind, found }: { q: string; kind: Kind | null; found: Found }) {
  const { t } = useTranslation();
  const choices = [{ one: null, name: t("全部"), count: found.count }, ...kinds.map((one) => ({ one, name: t(kindNames[one]), count: found.kinds[one].count }))];
  return (
    <nav aria-label={t("只看一类")} className="no-print flex flex-wrap gap-2">
      {choices.map(({ one, name, count }) => (
        <Link key={name} to={`/search?${new URLSearchParams({ q, ...(one ? { kind: one } : {}) }).toString()}`} aria-current={one === kind ? "true" : undefined} className={classes("inline-flex min-h-12 items-center gap-1.5 rounded-control border px-4 no-underline", one === kind ? "border-flame bg-flame-tint font-semibold text-flame-deep" : "border-line-strong bg-paper text-ink hover:bg-canvas")}>
          {name} <span className="text-sm">{count}</span>
        </Link>
      ))}
    </nav>
  );
}

function Hits({ kind, of }: { kind: Kind; of: { count: number; hits: readonly Hit[] } }) {
  const { t } = useTranslation();
  return (
    <Card title={t(kindNames[kind])} aside={<span className="text-sm text-soft">{t("{{n}} 处", { n: of.count })}</span>}>
      <ol>
        {of.hits.map((hit) => (
          <li key={hit.id} className="border-t border-line first:border-0">
            <Link to={hit.to} className="-mx-2 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 rounded-control px-2 py-2.5 text-ink no-underline hover:bg-canvas">
              <span lang="zh-CN" className="min-w-0 grow basis-60">
                {hit.title.length > 0 ? <span className="block font-semibold"><Pieces of={hit.title} /></span> : null}
                {hit.sentence.length > 0 ? <span className="block max-w-[38em]"><Pieces of={hit.sentence} /></span> : null}
                {hit.source ? <span className="block text-sm text-soft">{hit.source}</span> : null}
              </span>
              {hit.told ? <Chip tone={hit.told === "never-say" ? "bad" : "plain"} bare={hit.told === "case"}>{t(toldNames[hit.told])}</Chip> : null}
              {hit.caution ? <Chip tone="warn">{t("慎用")}</Chip> : null}
              {hit.figure ? <span className="shrink-0 font-bold">{hit.figure}</span> : null}
              {hit.inForce ? <Chip tone="on" bare>{t("本单位执行 {{figure}}", { figure: hit.inForce })}</Chip> : null}
            </Link>
          </li>
        ))}
      </ol>
      {of.count > of.hits.length ? <p className="mt-2 border-t border-line pt-3 text-sm text-soft">{t("只列出最相关的 {{n}} 处。多写一个词，可以找得更准。", { n: of.hits.length })}</p> : null}
    </Card>
  );
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return <>{of.map((piece, index) => (piece.hit ? <mark key={index} className="rounded-sm bg-warn-tint font-semibold text-ink">{piece.text}</mark> : <span key={index}>{piece.text}</span>))}</>;
}

function Examples({ examples }: { examples: readonly string[] }) {
  const { t } = useTranslation();
  if (examples.length === 0) return null;
  return (
    <>
      <p className="mt-4">{t("比如可以搜")}</p>
      <ul className="mt-1 flex flex-wrap justify-center gap-2">
        {examples.map((example) => (
          <li key={example}><Link to={`/search?${new URLSearchParams({ q: example }).toString()}`} className="inline-flex min-h-12 items-center rounded-control border border-line-strong bg-paper px-4 text-flame no-underline hover:bg-flame-tint">{example}</Link></li>
        ))}
      </ul>
    </>
  );
}
