import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatPercent, formatTime } from "#app/lib/format.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip, Empty, Notice } from "#app/ui/page.tsx";
import type { listMyExams } from "../attempt-queries.server.ts";

export type MyExam = Awaited<ReturnType<typeof listMyExams>>[number];
/** A signed practical, as the page puts it beside the theory. */
type OwnPractical = { id: string; title: string; schemeTitle: string; outcome: "passed" | "failed"; signedAt: number };

const link = "inline-flex min-h-12 items-center font-semibold text-flame underline underline-offset-3";

/** What the candidate can do now or is waiting for. */
export function NextExams({ exams, refusal }: { exams: readonly MyExam[]; refusal: { sittingId: string; text: string } | null }) {
  const { t } = useTranslation();
  if (exams.length === 0) return <Empty title={t("现在没有要考的场次")}>{t("培训师把您安排进场次之后，时间和考场会显示在这里，也会发一条消息给您。")}</Empty>;
  return exams.map((exam) => (
    <Card key={exam.id} title={exam.title} aside={<StepChip exam={exam} />}>
      {refusal?.sittingId === exam.id ? <div className="mb-3"><Notice tone="bad" title={t(refusal.text)} /></div> : null}
      <p>{exam.schemeTitle} · {exam.room}</p>
      <p className="text-soft">{t("{{from}} 至 {{to}}", { from: formatMoment(exam.startsAt), to: formatTime(exam.endsAt) })} · {t("{{n}} 题，{{minutes}} 分钟", { n: exam.questions, minutes: exam.minutes })}</p>
      {exam.step === "running" ? <div className="mt-4"><ButtonLink to={`/attempts/${exam.attemptId}`} wide prefetch="none">{t("继续考试，还剩 {{n}} 分钟", { n: Math.ceil(exam.leftMs / 60_000) })}</ButtonLink></div> : null}
      {exam.step === "start" ? (
        <Form method="post" className="mt-4 flex flex-col gap-3">
          <input type="hidden" name="sittingId" value={exam.id} />
          <p>{t("按下“开始考试”就开始计时，每人只有一份卷。断网、换设备都可以接着答，时间不停。")}</p>
          <Button wide>{t("开始考试")}</Button>
        </Form>
      ) : null}
      {exam.step === "wait" ? <p className="mt-3">{exam.inTime ? t("等监考员开考，开考后这里会出现“开始考试”。") : t("到时间、监考员开考以后，这里会出现“开始考试”。")}</p> : null}
    </Card>
  ));
}

function StepChip({ exam }: { exam: MyExam }) {
  const { t } = useTranslation();
  if (exam.step === "running") return <Chip tone="on">{t("考试中")}</Chip>;
  if (exam.step === "start") return <Chip tone="on">{t("可以开始")}</Chip>;
  return <Chip>{t("还没开考")}</Chip>;
}

/** What is behind: receipts, released results, sittings missed. */
export function PastExams({ exams }: { exams: readonly MyExam[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("考过的理论考试")}>
      {exams.length === 0 ? <p className="text-soft">{t("交卷后，回执和成绩会留在这里。")}</p> : null}
      <ul className="flex flex-col">
        {exams.map((exam) => (
          <li key={exam.id} className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <p className="min-w-0 grow font-semibold">{exam.title}</p>
              {exam.step !== "done" ? <Chip>{t("没有参加")}</Chip> : exam.result ? <Chip tone={exam.result.passed ? "ok" : "bad"}>{exam.result.passed ? t("通过") : t("未通过")} · {formatPercent(exam.result.percent)}</Chip> : <Chip tone="on">{t("已收卷，等成绩发布")}</Chip>}
            </div>
            <p className="text-sm text-soft">{exam.step === "done" && exam.sealedAt !== null ? t("{{time}} 收卷 · 回执 {{receipt}}", { time: formatMoment(exam.sealedAt), receipt: exam.receipt }) : formatMoment(exam.startsAt)}</p>
            {exam.step === "done" ? (
              <p className="flex flex-wrap gap-x-5">
                {exam.result ? <Link to={`/results/${exam.attemptId}`} className={link}>{t("看成绩")}</Link> : null}
                <Link to={`/attempts/${exam.attemptId}/receipt`} className={link}>{t("看回执")}</Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The candidate's signed practicals, beside the theory. */
export function PastPracticals({ practicals }: { practicals: readonly OwnPractical[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("实操考核")}>
      {practicals.length === 0 ? <p className="text-soft">{t("实操考核由考评员现场进行，双方签字后记录会留在这里。")}</p> : null}
      <ul className="flex flex-col">
        {practicals.map((practical) => (
          <li key={practical.id} className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <p className="min-w-0 grow font-semibold">{practical.title}</p>
              <Chip tone={practical.outcome === "passed" ? "ok" : "bad"}>{practical.outcome === "passed" ? t("合格") : t("不合格")}</Chip>
            </div>
            <p className="text-sm text-soft">{practical.schemeTitle} · {t("{{time}} 签字", { time: formatMoment(practical.signedAt) })}</p>
            <Link to={`/practicals/${practical.id}/record`} className={link}>{t("看考核记录")}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
