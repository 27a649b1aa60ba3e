import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerField } from "#app/features/learning/ui/self-check.tsx";
import { questionTypeNames } from "#app/features/questions/candidate.ts";
import { formatTime } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import type { findPracticePaper } from "../papers-queries.server.ts";

export type OpenPaper = Extract<Awaited<ReturnType<typeof findPracticePaper>>, { state: "open" }>;

/** A practice paper as a plain form, all questions on one page. Its fields are named `q-<question id>`. */
export function PracticePaperForm({ paper, refused }: { paper: OpenPaper; /** A new object each time it was refused. */ refused: { refusal: string } | undefined }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === "POST";
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button is at the bottom of a long page, what is wrong is said at its top.
    if (refused) notice.current?.scrollIntoView({ block: "center" });
  }, [refused]);
  const { questions } = paper;
  return (
    <Page
      eyebrow={<Link to="/practice" className="inline-flex min-h-10 items-center text-soft">← {t("模拟考")}</Link>}
      title={paper.title}
      intro={t("{{n}} 题，没答的算错。这是模拟考，不计成绩。做到一半离开，答案不会保存。", { n: questions.length })}
    >
      {refused ? <div ref={notice}><Notice tone="bad" title={t(refused.refusal)} /></div> : null}
      <Elapsed paper={paper} />
      <Form method="post" className="flex flex-col gap-4">
        {questions.map(({ slot, question }) => (
          <Card key={slot}>
            <p className="mb-1 text-sm text-soft">{t("第 {{n}} 题 / {{of}}", { n: slot, of: questions.length })} · {t(questionTypeNames[question.type])}</p>
            <h2 id={`stem-${question.id}`} lang="zh-CN" className="mb-3 text-[1.0625rem] leading-relaxed font-semibold">{question.stem}</h2>
            <AnswerField question={question} />
          </Card>
        ))}
        <Elapsed paper={paper} />
        <Button wide disabled={busy} aria-busy={busy}>{t("交卷，看得分和解析")}</Button>
      </Form>
    </Page>
  );
}

/** How long one has been at it, beside what the exam allows; nothing happens when it is over. */
function Elapsed({ paper }: { paper: OpenPaper }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState(Math.floor(paper.elapsedMs / 60_000));
  useEffect(() => {
    // Counted from when the page came, so that a wrong clock on the device does not matter.
    const came = performance.now();
    const timer = setInterval(() => setMinutes(Math.floor((paper.elapsedMs + performance.now() - came) / 60_000)), 10_000);
    return () => clearInterval(timer);
  }, [paper.elapsedMs]);
  const about = { time: formatTime(paper.startedAt), minutes, allowed: paper.minutes };
  return <p className="text-soft">{minutes > paper.minutes ? t("{{time}} 开始，正式考试的 {{allowed}} 分钟已过，仍然可以接着做", about) : t("{{time}} 开始，已用 {{minutes}} 分钟；正式考试给 {{allowed}} 分钟", about)}</p>;
}
