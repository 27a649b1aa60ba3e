import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Chip, Page } from "#app/ui/page.tsx";
import type { findRegulation, listRegulations } from "../queries.server.ts";

const row = "-mx-2 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 rounded-control px-2 py-2.5 text-ink no-underline hover:bg-canvas";

/** All regulations, the company's own first, grouped by what they are to the reader. */
export function RegulationList({ regulations }: { regulations: ReturnType<typeof listRegulations> }) {
  const { t } = useTranslation();
  const kinds = [...new Set(regulations.map((one) => one.kind))];
  return (
    <Page title={t("规范与条款")} intro={t("模块、题目和考核步骤都出自这些条款。各家说法不一样时，以本单位标准为准。")}>
      {kinds.map((kind) => (
        <Card key={kind} title={t(kind)}>
          <ul>
            {regulations.filter((one) => one.kind === kind).map((one) => (
              <li key={one.id} className="border-t border-line first:border-0">
                <Link to={`/standards/${one.id}`} className={row}>
                  <span className="min-w-0 grow basis-60">{one.title}</span>
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

/** One regulation: its clauses in the order of the source. */
export function RegulationPage({ regulation }: { regulation: NonNullable<ReturnType<typeof findRegulation>> }) {
  const { t } = useTranslation();
  const { title, kind, issued, note, adopted, clauses } = regulation;
  const about = [adopted ? t("本单位标准") : t(kind), issued ? t("{{when}} 发布", { when: issued }) : null, t("{{n}} 条", { n: clauses.length })].filter(Boolean).join(" · ");
  return (
    <Page eyebrow={<Link to="/standards" className="inline-flex min-h-10 items-center text-soft">← {t("规范与条款")}</Link>} title={title} intro={about}>
      {note ? <p className="max-w-[38em] text-sm text-soft">{note}</p> : null}
      <Card>
        <ol>
          {clauses.map((clause) => (
            <li key={clause.id} className="border-t border-line first:border-0">
              <Link to={clause.to} className={row}>
                <span className="min-w-0 grow basis-60">
                  <span className="block max-w-[38em]">{clause.duty}</span>
                  <span className="block text-sm text-soft">{clause.place}</span>
                </span>
                {clause.figure ? <span className="shrink-0 font-bold">{clause.figure}</span> : null}
              </Link>
            </li>
          ))}
        </ol>
      </Card>
    </Page>
  );
}
