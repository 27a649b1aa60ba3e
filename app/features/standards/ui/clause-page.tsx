import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Chip, Facts, Page } from "#app/ui/page.tsx";
import type { findClausePage } from "../queries.server.ts";
import { TopicTable } from "./topic-table.tsx";

type Clause = NonNullable<ReturnType<typeof findClausePage>>;
type Teaching = { id: string; title: string; section: number; sectionTitle: string };

/** One clause: the duty in our words, where it stands, what teaches it, what other regulations say on the matter. */
export function ClausePage({ clause, taughtIn, tested }: { clause: Clause; taughtIn: readonly Teaching[]; tested: { questions: number; steps: number } | null }) {
  const { t } = useTranslation();
  const from = <Link to={`/standards/${clause.regulationId}`} className="inline-flex min-h-10 items-center text-soft">← {clause.regulationTitle}</Link>;
  return (
    <Page eyebrow={from} title={t("条款：{{regulation}}，{{place}}", { regulation: clause.regulation, place: clause.place })}>
      <Card aside={<><Chip tone={clause.adopted ? "on" : "plain"} bare>{clause.adopted ? t("本单位标准") : t(clause.kind)}</Chip>{clause.critical ? <Chip tone="warn">{t("安全关键")}</Chip> : null}</>}>
        <p className="max-w-[38em] text-lg leading-relaxed">{clause.duty}</p>
        <div className="mt-4">
          <Facts
            items={[
              [t("规范"), clause.regulationTitle],
              [t("出处"), clause.place],
              [t("适用岗位"), clause.audience.map((one) => t(one)).join(t("、"))],
              ...(clause.figure ? [[t("数值"), <strong key="figure">{clause.figure}</strong>] as const] : []),
              ...(clause.inForce ? [[t("本单位今天执行"), <strong key="force">{clause.inForce}</strong>] as const] : []),
              ...(tested ? [[t("考查情况"), t("{{questions}} 道题、{{steps}} 个考核步骤", tested)] as const] : []),
            ]}
          />
        </div>
      </Card>
      <Card title={t("在哪里学")}>
        <ul>
          {taughtIn.map((one) => (
            <li key={one.id} className="border-t border-line first:border-0">
              <Link to={`/modules/${one.id}/${one.section}`} className="-mx-2 flex min-h-12 flex-col justify-center rounded-control px-2 py-2 text-ink no-underline hover:bg-canvas">
                <span>{one.title}</span>
                <span className="text-sm text-soft">{t("第 {{n}} 节 · {{title}}", { n: one.section, title: one.sectionTitle })}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      {clause.topic && (clause.topic.rows.length > 0 || clause.topic.own) ? (
        <Card title={t("同一件事，别的规范怎么说")}>
          <TopicTable topic={clause.topic} />
          <p className="text-sm text-soft">{t("题目问到这类数值时，会说明是哪一家；问“本单位”就按本单位今天执行的答。")}</p>
        </Card>
      ) : null}
    </Page>
  );
}
