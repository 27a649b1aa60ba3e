import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatPercent } from "#app/lib/format.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip, Empty, Notice, Page } from "#app/ui/page.tsx";
import type { listPracticePapers } from "../papers-queries.server.ts";

type Papers = Awaited<ReturnType<typeof listPracticePapers>>;
type Scheme = Papers["schemes"][number];

/** The way to practice papers, in one line: on the plan and beside the exams. */
export function PracticePapersLine() {
  const { t } = useTranslation();
  return (
    <p>
      <Link to="/practice" className="inline-flex min-h-12 items-center font-semibold text-flame underline underline-offset-3">{t("考前练一练：做一份模拟考")}</Link>
    </p>
  );
}

/** The schemes one can practise for, and what earlier papers came to. */
export function PracticePapers({ papers, refusal }: { papers: Papers; refusal: { schemeId: string; text: string } | null }) {
  const { t } = useTranslation();
  return (
    <Page title={t("模拟考")} intro={t("组卷和正式考试一样，题目都出自练习题，交卷就出分、看解析。不限次数，不计成绩。")}>
      {papers.schemes.length === 0 ? <Empty title={t("还没有可以练的模拟考")}>{t("单位把您的岗位登记好以后，这里会出现这个岗位的上岗证。")}</Empty> : null}
      {papers.schemes.map((scheme) => (
        <SchemeCard key={scheme.id} scheme={scheme} refusal={refusal?.schemeId === scheme.id ? refusal.text : null} />
      ))}
      <Card title={t("练过的模拟考")}>
        {papers.past.length === 0 ? <p className="text-soft">{t("交卷以后，每次的得分会留在这里。")}</p> : null}
        <ul className="flex flex-col">
          {papers.past.map((past) => (
            <li key={past.id} className="border-t border-line first:border-0">
              <Link to={`/practice/${past.id}/result`} className="-mx-2 flex min-h-14 items-center gap-3 rounded-control px-2 py-2.5 text-ink no-underline hover:bg-canvas">
                <span className="min-w-0 grow">
                  <span className="block">{past.title}</span>
                  <span className="block text-sm text-soft">{t("{{time}} 交卷", { time: formatMoment(past.handedInAt) })}</span>
                </span>
                <span className="text-lg font-bold">{formatPercent(past.percent)}</span>
                <span className="font-semibold text-flame">{t("看解析")}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

function SchemeCard({ scheme, refusal }: { scheme: Scheme; refusal: string | null }) {
  const { t } = useTranslation();
  const { open } = scheme;
  return (
    <Card title={scheme.title} aside={open ? <Chip tone="on">{t("还没交卷")}</Chip> : null}>
      {refusal ? <div className="mb-3"><Notice tone="bad" title={t(refusal)} /></div> : null}
      <p>{t("正式考试 {{questions}} 题，{{minutes}} 分钟，{{percent}} 及格", { questions: scheme.questions, minutes: scheme.minutes, percent: formatPercent(scheme.passPercent) })}</p>
      {open ? <p className="text-sm text-soft">{t("{{time}} 开始的一份", { time: formatMoment(open.startedAt) })}</p> : null}
      <div className="mt-4">{open ? <ButtonLink to={`/practice/${open.id}`} wide>{t("接着做这份模拟卷")}</ButtonLink> : <StartPaper schemeId={scheme.id} label={t("练一份")} />}</div>
    </Card>
  );
}

/** The button that draws a paper. */
export function StartPaper({ schemeId, label }: { schemeId: string; label: string }) {
  const busy = useNavigation().formMethod === "POST";
  return (
    <Form method="post" action="/practice">
      <input type="hidden" name="schemeId" value={schemeId} />
      <Button wide disabled={busy} aria-busy={busy}>{label}</Button>
    </Form>
  );
}
