import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { questionTypeNames, type CandidateQuestion } from "#app/features/questions/candidate.ts";
import type { Response } from "#app/features/questions/response.ts";
import { QuestionField } from "#app/features/questions/ui/question-field.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import type { findSelfCheck, findTakenCheck } from "../self-check-queries.server.ts";
import { Explained, Outcome } from "./explained.tsx";

type SelfCheck = NonNullable<ReturnType<typeof findSelfCheck>>;
type Taken = NonNullable<Awaited<ReturnType<typeof findTakenCheck>>>;

const back = (id: string, title: string) => <Link to={`/modules/${id}`} className="inline-flex min-h-10 items-center text-soft">← {title}</Link>;

/** The self-check as a plain form, all questions on one page. Its fields are named `q-<question id>`; `question` lists what was asked. */
export function SelfCheckForm({ check, refused }: { check: SelfCheck; /** A new object each time it was refused. */ refused?: { refusal: string } | undefined }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === "POST";
  const { module, questions, needed } = check;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button is at the bottom of a long page, what is wrong is said at its top.
    if (refused) notice.current?.scrollIntoView({ block: "center" });
  }, [refused]);
  return (
    <Page eyebrow={back(module.id, module.title)} title={t("自测")} intro={t("{{asked}} 题，答对 {{needed}} 题就通过。不限次数，交了就看解析。", { asked: questions.length, needed })}>
      {refused ? <div ref={notice}><Notice tone="bad" title={t(refused.refusal)} /></div> : null}
      <Form method="post" className="flex flex-col gap-4">
        {questions.map((question, index) => (
          <Card key={question.id}>
            <input type="hidden" name="question" value={question.id} />
            <p className="mb-1 text-sm text-soft">{t("第 {{n}} 题 / {{of}}", { n: index + 1, of: questions.length })} · {t(questionTypeNames[question.type])}</p>
            <h2 id={`stem-${question.id}`} lang="zh-CN" className="mb-3 text-[1.0625rem] leading-relaxed font-semibold">{question.stem}</h2>
            <AnswerField question={question} />
          </Card>
        ))}
        <Button wide disabled={busy} aria-busy={busy}>{t("交自测，看解析")}</Button>
      </Form>
    </Page>
  );
}

/** The answer part of one question in a plain form; its fields are named `q-<question id>`, its stem has the id `stem-<question id>`. */
export function AnswerField({ question }: { question: CandidateQuestion }) {
  // An order counts as given only once it was touched or confirmed; the other fields keep their own state, typed before the page was alive or after.
  const [order, setOrder] = useState<Response>(null);
  const ordering = question.type === "ordering" ? { value: order, onChange: setOrder } : { value: null };
  return <QuestionField question={question} name={`q-${question.id}`} labelledBy={`stem-${question.id}`} {...ordering} />;
}

/** What a self-check came to: the score, what is still missing for the module, and every question explained. */
export function TakenCheck({ taken }: { taken: Taken }) {
  const { t } = useTranslation();
  const { module, correct, total, passed, progress, questions } = taken;
  const unread = progress.next?.kind === "section" ? progress.next.section : null;
  const score = t("答对 {{correct}} / {{total}} 题，{{percent}}%", { correct, total, percent: Math.round((correct / total) * 100) });
  return (
    <Page eyebrow={back(module.id, module.title)} title={passed ? t("自测通过") : t("这次还没通过")}>
      <Notice tone={passed ? "ok" : "warn"} title={score}>
        {!passed ? t("看看下面的解析，再做一次。不限次数，也不计入考试成绩。") : progress.olderVersion ? t("您完成的是旧版，完成仍然有效；把新版各节读完，记录就更新到新版。") : unread === null ? t("各节都读过，自测也通过了，本模块已完成。") : t("再把没读过的几节读完，本模块就算完成。")}
      </Notice>
      <div className="flex flex-wrap gap-3">
        {!passed ? (
          <>
            <ButtonLink to={`/modules/${module.id}/check`}>{t("再做一次")}</ButtonLink>
            <ButtonLink tone="quiet" to={`/modules/${module.id}`}>{t("回去再读")}</ButtonLink>
          </>
        ) : unread === null ? (
          <ButtonLink to="/plan">{t("回到我的学习")}</ButtonLink>
        ) : (
          <ButtonLink to={`/modules/${module.id}/${unread}`}>{t("读第 {{section}} 节", { section: unread })}</ButtonLink>
        )}
      </div>
      {correct < total ? (
        <p className="flex flex-wrap items-center gap-x-3">{t("答错和没答的 {{n}} 题进了“温故”，隔几天再问您。", { n: total - correct })}<Link to="/review" className="inline-flex min-h-12 items-center text-flame">{t("去温故")}</Link></p>
      ) : null}
      {questions.map((question, index) => (
        <Card key={question.id} title={<span className="leading-relaxed">{index + 1}. {question.stem}</span>} aside={<Outcome outcome={question.outcome} />}>
          <Explained question={question} />
        </Card>
      ))}
    </Page>
  );
}
