import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Chip, Facts, Page } from "#app/ui/page.tsx";
import type { findClausePage } from "../queries.server.ts";
import { TopicTable } from "./topic-table.tsx";

type Clause = NonNullable<ReturnType<typeof findClausePage>>;
/** What carries a clause, as its page lists it; questions null where the reader may not see them. */
type Carriers = {
  taughtIn: readonly { id: string; title: string; section: number; sectionTitle: string }[];
  steps: readonly { checklist: string; step: string; title: string; critical: boolean }[];
  questions: readonly { id: string; type: string; difficulty: number; critical: boolean; use: "exam" | "practice"; stem: string | null; module: string }[] | null;
};

const difficulties = ["容易", "中等", "较难"];

/** One clause: the duty in our words, where it stands, what teaches and tests it, what other regulations say on the matter. */
export function ClausePage({ clause, carriers }: { clause: Clause; carriers: Carriers }) {
  const { t } = useTranslation();
  const from = <Link to={`/standards/${clause.regulationId}`} className="inline-flex min-h-10 items-center text-soft">← {clause.regulationTitle}</Link>;
  const { taughtIn, steps, questions } = carriers;
  return (
    <Page eyebrow={from} title={t("条款：{{regulation}}，{{place}}", { regulation: clause.regulation, place: clause.place })}>
      <Card aside={<><Chip tone={clause.adopted ? "on" : "plain"} bare>{clause.adopted ? t("本单位标准") : t(clause.kind)}</Chip>{clause.critical ? <Chip tone="warn">{t("安全关键")}</Chip> : null}</>}>
        <p className="max-w-[38em] text-lg leading-relaxed">{clause.duty}</p>
        {clause.caution ? <p className="mt-3 max-w-[38em] border-l-4 border-warn bg-warn-tint px-3 py-2"><span aria-hidden="true">▲ </span>{clause.caution}</p> : null}
        <div className="mt-4">
          <Facts
            items={[
              [t("规范"), clause.regulationTitle],
              [t("出处"), clause.place],
              [t("适用岗位"), clause.audience.map((one) => t(one)).join(t("、"))],
              ...(clause.figure ? [[t("数值"), <strong key="figure">{clause.figure}</strong>] as const] : []),
              ...(clause.inForce ? [[t("本单位今天执行"), <strong key="force">{clause.inForce}</strong>] as const] : []),
              ...(clause.untestable ? [[t("不考的原因"), clause.untestable] as const] : []),
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
      {steps.length > 0 ? (
        <Card title={t("实操怎么考")}>
          <ul>
            {steps.map((one) => (
              <li key={`${one.checklist}-${one.step}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2.5 first:border-0">
                <span className="min-w-0 grow basis-60">{one.title}<span className="block text-sm text-soft">{t("考核表：{{checklist}}", { checklist: one.checklist })}</span></span>
                {one.critical ? <Chip tone="warn">{t("关键项")}</Chip> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {questions ? (
        <Card title={t("题库里的题")} aside={<span className="text-sm text-soft">{t("{{n}} 道", { n: questions.length })}</span>}>
          {questions.length === 0 ? <p className="text-soft">{t("没有题目问到这一条。")}</p> : null}
          <ul>
            {questions.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2.5 first:border-0">
                <span className="min-w-0 grow basis-60">
                  <span className="block">{one.stem ?? t("{{id}} · 题干在考试前不显示", { id: one.id })}</span>
                  <span className="block text-sm text-soft">{[one.stem ? one.id : null, t(one.type), t(difficulties[one.difficulty - 1] ?? ""), one.module].filter(Boolean).join(" · ")}</span>
                </span>
                <Chip bare tone={one.use === "exam" ? "on" : "plain"}>{one.use === "exam" ? t("考试用") : t("练习用")}</Chip>
                {one.critical ? <Chip tone="warn">{t("关键题")}</Chip> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {clause.topic && (clause.topic.rows.length > 0 || clause.topic.own) ? (
        <Card title={t("同一件事，别的规范怎么说")}>
          <TopicTable topic={clause.topic} />
          <p className="text-sm text-soft">{t("题目问到这类数值时，会说明是哪一家；问“本单位”就按本单位今天执行的答。")}</p>
        </Card>
      ) : null}
    </Page>
  );
}
