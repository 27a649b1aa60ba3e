import { Form, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { isAnswered } from "#app/features/questions/answered.ts";
import { questionTypeNames } from "#app/features/questions/candidate.ts";
import { responseFromForm } from "#app/features/questions/form-response.ts";
import { QuestionField, type QuestionFieldProps } from "#app/features/questions/ui/question-field.tsx";
import { useAlive } from "#app/ui/alive.ts";
import { Button } from "#app/ui/button.tsx";
import { Flame } from "#app/ui/flame.tsx";
import { Notice } from "#app/ui/page.tsx";
import type { OpenExam } from "../attempt-queries.server.ts";
import { Countdown } from "./countdown.tsx";
import { Navigator, type NavigatorSlot } from "./navigator.tsx";
import { LineNotice, SaveState } from "./save-state.tsx";
import { useAnswers, useRemaining } from "./use-answers.ts";
import { useFlags } from "./use-flags.ts";

const formId = "paper";

/** A paper while it is open. Without JavaScript every button saves the question and moves; with it answers go through the queue and moving needs no network. */
export function ExamPage({ exam, at, refusal, typed }: { exam: OpenExam; at: number; refusal: string | null; typed: QuestionFieldProps["typed"] }) {
  const { t } = useTranslation();
  const alive = useAlive();
  const navigate = useNavigate();
  const saving = useAnswers(exam);
  const { queue, view } = saving;
  const left = useRemaining(saving);
  const { flags, toggle } = useFlags(exam.attemptId);
  const [current, setCurrent] = useState(at);
  const [unsent, setUnsent] = useState(false);
  const stem = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const asked = exam.questions[current - 1];
  const total = exam.questions.length;
  const timeUp = alive && left <= 0;

  // What was ticked before the page came alive is an answer too.
  useEffect(() => {
    const first = exam.questions[at - 1];
    if (!form.current || !first) return;
    const ticked = responseFromForm(first.question, new FormData(form.current), "answer");
    if (ticked !== null) queue.answer(at, ticked);
  }, [at, exam.questions, queue]);
  useEffect(() => {
    if (view.line === "closed") navigate(`/attempts/${exam.attemptId}/receipt`, { replace: true });
  }, [view.line, exam.attemptId, navigate]);

  if (!asked) return null;
  const slots: NavigatorSlot[] = exam.questions.map(({ slot }) => {
    const held = view.held.get(slot);
    return { slot, state: held?.where === "device" ? "device" : isAnswered(held?.response) ? "server" : "none", flagged: flags.has(slot) };
  });
  const onServer = slots.filter((one) => one.state === "server").length;

  function go(slot: number) {
    setCurrent(slot);
    // The address follows without a request: a reload comes back to this question, and no network is needed to move.
    window.history.replaceState(window.history.state, "", `?q=${slot}`);
    requestAnimationFrame(() => {
      window.scrollTo({ top: 0 });
      stem.current?.focus();
    });
  }
  async function check() {
    await queue.flush();
    const { pending, line } = queue.view();
    if (pending > 0 || line !== "idle") setUnsent(true);
    else navigate(`/attempts/${exam.attemptId}/check`);
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (current < total) go(current + 1);
    else void check();
  }

  return (
    <div className="flex min-h-dvh grow flex-col">
      <header className="sticky top-0 z-10 border-b border-line bg-paper">
        <div className="mx-auto flex w-full max-w-[1200px] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
          <h1 className="flex min-w-0 grow items-center gap-2 text-base"><Flame />{exam.title}</h1>
          <div className="lg:hidden"><Countdown left={left} deadlineAt={exam.deadlineAt} alive={alive} /></div>
          <p className="hidden text-sm text-soft sm:block">{exam.room} · {exam.name}</p>
          <SaveState onServer={onServer} view={view} />
        </div>
      </header>
      <main id="main" className="mx-auto grid w-full max-w-[1200px] grow content-start lg:content-stretch lg:grid-cols-[minmax(0,1fr)_320px]">
        <section className="flex flex-col gap-4 px-4 py-5 sm:px-6">
          <LineNotice line={view.line} durable={view.durable} timeUp={timeUp} />
          {refusal ? <Notice tone="bad" title={t(refusal)} /> : null}
          {unsent && view.pending > 0 ? <Notice tone="warn" title={t("还有 {{n}} 题没有存到服务器，现在不能交卷", { n: view.pending })}>{t("正在重试。网络恢复、全部存好之后，再按“检查并交卷”。")}</Notice> : null}
          <Form ref={form} id={formId} method="post" autoComplete="off" onSubmit={submit} className="flex flex-col gap-4">
            <input type="hidden" name="slot" value={current} />
            {/* What the Enter key presses: going on, not back. */}
            <button type="submit" name="go" value={current < total ? current + 1 : "check"} tabIndex={-1} aria-hidden="true" className="sr-only">{t("下一题")}</button>
            <div className="flex items-center gap-3">
              <p className="grow text-sm text-soft">{t("第 {{n}} 题 / {{total}}", { n: current, total })} · {t(questionTypeNames[asked.question.type])} · {t("{{points}} 分", { points: asked.points })}</p>
              {alive ? (
                <button type="button" aria-pressed={flags.has(current)} onClick={() => toggle(current)} className="min-h-12 shrink-0 rounded-control px-3 text-[15px] font-semibold text-flame aria-pressed:bg-flame-tint">
                  <span aria-hidden="true">⚑ </span>{flags.has(current) ? t("取消标记") : t("标记")}
                </button>
              ) : null}
            </div>
            <h2 ref={stem} tabIndex={-1} id="stem" lang="zh-CN" className="text-[1.1875rem] leading-[1.6] outline-none">{asked.question.stem}</h2>
            <QuestionField
              key={current}
              question={asked.question}
              name="answer"
              labelledBy="stem"
              value={view.held.get(current)?.response ?? null}
              onChange={(response) => queue.answer(current, response)}
              typed={current === at ? typed : undefined}
              disabled={timeUp || view.line === "closed"}
            />
            <div className="sticky bottom-0 -mx-4 mt-2 grid grid-cols-2 gap-3 border-t border-line bg-canvas px-4 py-3 sm:static sm:mx-0 sm:flex sm:justify-between sm:border-0 sm:bg-transparent sm:px-0">
              {current > 1 ? <Button tone="quiet" className="sm:min-w-36" name="go" value={current - 1} {...(alive ? { type: "button", onClick: () => go(current - 1) } : {})}>{t("上一题")}</Button> : <span />}
              {current < total ? (
                <Button className="sm:min-w-36" name="go" value={current + 1} {...(alive ? { type: "button", onClick: () => go(current + 1) } : {})}>{t("下一题")}</Button>
              ) : (
                <Button className="sm:min-w-36" name="go" value="check" {...(alive ? { type: "button", onClick: () => void check() } : {})}>{t("检查并交卷")}</Button>
              )}
            </div>
          </Form>
        </section>
        <aside aria-label={t("题号与时间")} className="flex flex-col gap-4 border-line px-4 pb-6 sm:px-6 lg:border-l lg:bg-paper lg:py-5">
          <div className="hidden lg:block"><Countdown left={left} deadlineAt={exam.deadlineAt} alive={alive} large /></div>
          <Navigator slots={slots} current={current} form={formId} onGo={alive ? go : null} />
          <Button tone="quiet" wide form={formId} name="go" value="check" {...(alive ? { type: "button", onClick: () => void check() } : {})}>{t("检查并交卷")}</Button>
        </aside>
      </main>
    </div>
  );
}
