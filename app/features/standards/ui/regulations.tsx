import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Filter, FilterSelect } from "#app/ui/filter.tsx";
import { Card, Chip, Empty, Notice, Page } from "#app/ui/page.tsx";
import { postNames } from "../posts.ts";
import type { findRegulation, listRegulations } from "../queries.server.ts";

const row = "-mx-2 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 rounded-control px-2 py-2.5 text-ink no-underline hover:bg-canvas";

/** All regulations, the company's own first, grouped by what they are to the reader. */
export function RegulationList({ regulations }: { regulations: ReturnType<typeof listRegulations> }) {
  const { t } = useTranslation();
  const kinds = [...new Set(regulations.map((one) => one.kind))];
  return (
    <Page title={t("规范与条款")} intro={t("模块、题目和考核步骤都出自这些条款。各家说法不一样时，以本单位标准为准。")} actions={<ButtonLink tone="quiet" size="small" to="/standards/coverage">{t("看覆盖情况")}</ButtonLink>}>
      {kinds.map((kind) => (
        <Card key={kind} title={t(kind)}>
          <ul>
            {regulations.filter((one) => one.kind === kind).map((one) => (
              <li key={one.id} className="border-t border-line first:border-0">
                <Link to={`/standards/${one.id}`} className={row}>
                  <span className="min-w-0 grow basis-60">{one.title}</span>
                  {one.caution ? <Chip tone="warn">{t("慎用")}</Chip> : null}
                  {one.adopted ? <Chip tone="on" bare>{t("本单位标准")}</Chip> : null}
                  <span className="shrink-0 text-sm text-soft">{t("{{n}} 条", { n: one.clauses })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  );
}

type Regulation = NonNullable<ReturnType<typeof findRegulation>>;
/** By clause id what carries it; questions null where the reader may not see them. */
type Carrying = Record<string, { modules: { id: string; title: string; section: number }[]; steps: number; questions: number | null }>;

/** One regulation: its clauses in the order of the source, and what carries each. */
export function RegulationPage({ regulation, carrying }: { regulation: Regulation; carrying: Carrying }) {
  const { t } = useTranslation();
  const { title, kind, issued, note, caution, adopted, clauses, post, of } = regulation;
  const about = [adopted ? t("本单位标准") : t(kind), issued ? t("{{when}} 发布", { when: issued }) : null, t("{{n}} 条", { n: of })].filter(Boolean).join(" · ");
  const choices = [{ value: "", label: t("所有岗位") }, ...Object.entries(postNames).map(([value, name]) => ({ value, label: t(name) }))];
  return (
    <Page eyebrow={<Link to="/standards" className="inline-flex min-h-10 items-center text-soft">← {t("规范与条款")}</Link>} title={title} intro={about}>
      {caution ? <Notice tone="warn" title={t("用之前先看")}>{caution}</Notice> : null}
      {note ? <p className="max-w-[38em] text-sm text-soft">{note}</p> : null}
      <Filter label={t("筛选条款")} submitLabel={t("筛选")}>
        <FilterSelect name="post" label={t("岗位")} value={post ?? ""} choices={choices} />
      </Filter>
      {clauses.length === 0 ? <Empty title={t("这部规范里没有这个岗位的条款")}>{t("换一个岗位，或选“所有岗位”。")}</Empty> : null}
      {clauses.length === 0 ? null : (
        <Card title={post ? t("{{n}} 条与这个岗位有关", { n: clauses.length }) : undefined}>
          <ol>
            {clauses.map((clause) => (
              <li key={clause.id} className="border-t border-line py-2.5 first:border-0">
                <Link to={clause.to} className="-mx-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control px-2 py-1 text-ink no-underline hover:bg-canvas">
                  <span className="min-w-0 grow basis-60">
                    <span className="block max-w-[38em]">{clause.duty}</span>
                    <span className="block text-sm text-soft">{clause.place}</span>
                  </span>
                  {clause.critical ? <Chip tone="warn">{t("安全关键")}</Chip> : null}
                  {clause.figure ? <span className="shrink-0 font-bold">{clause.figure}</span> : null}
                </Link>
                <CarriedBy carrying={carrying[clause.id]} />
              </li>
            ))}
          </ol>
        </Card>
      )}
    </Page>
  );
}

function CarriedBy({ carrying }: { carrying: Carrying[string] | undefined }) {
  const { t } = useTranslation();
  if (!carrying) return null;
  const { modules, steps, questions } = carrying;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
      {modules.map((one) => <Link key={one.id} to={`/modules/${one.id}/${one.section}`} className="inline-flex min-h-8 items-center border-flame text-flame no-underline">{one.title}</Link>)}
      {questions === null || questions === 0 ? null : <span>{t("{{n}} 道题", { n: questions })}</span>}
      {steps === 0 ? null : <span>{t("{{n}} 个考核步骤", { n: steps })}</span>}
    </p>
  );
}
