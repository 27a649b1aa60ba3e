import { Link } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/page.tsx";
import { stepsLeft } from "../marks.ts";
import type { Assessing } from "../views.ts";
import { AssessBar } from "./assess-bar.tsx";
import { StepCard } from "./step-card.tsx";
import { StepChips } from "./step-chips.tsx";
import { isMark } from "./tablet.ts";
import { useTablet } from "./use-tablet.ts";

/**
 * The assessing screen: one step at a time, one tap a step. As plain forms it goes from page to page (`?step=n`);
 * once alive it stays on one page, and marks reach the server in the background.
 */
export function AssessScreen({ practical, first, now, refusal }: { practical: Assessing; first: number; now: number; refusal: string | null }) {
  const { id, steps } = practical;
  const { t } = useTranslation();
  const tablet = useTablet(id, practical.marks);
  // Behind the last step lies the end, where nothing is judged any more.
  const [at, setAt] = useState(first);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);
  const goTo = (index: number) => {
    moved.current = true;
    const next = Math.min(Math.max(index, 0), steps.length);
    setAt(next);
    // A reload comes back to this step; nothing is fetched, because there may be no network.
    window.history.replaceState(window.history.state, "", next < steps.length ? `?step=${next + 1}` : window.location.pathname);
  };
  const follow = (index: number) => (event: MouseEvent) => {
    // A new tab is asked for on purpose; it gets the page of that step.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(index);
  };

  const step = steps[at];
  const left = stepsLeft(steps, tablet.marks);
  const allSent = tablet.waiting.length === 0;

  function judge(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const mark = submitter instanceof HTMLButtonElement ? submitter.value : null;
    if (!step || !isMark(mark)) return;
    event.preventDefault();
    const note = new FormData(event.currentTarget).get("note");
    tablet.mark(step.id, mark, typeof note === "string" ? note : null);
    goTo(at + 1);
  }

  const conflicts = steps.filter((one) => tablet.conflicts.includes(one.id));
  return (
    <main id="main" className="dark-able flex grow flex-col bg-canvas text-ink">
      <AssessBar practical={practical} now={now} line={tablet.line} waiting={tablet.waiting.length} />
      <div className="mx-auto flex w-full max-w-4xl grow flex-col gap-3 px-4 py-3 sm:px-6">
        {refusal ? <Notice tone="bad" title={t(refusal)} /> : null}
        {tablet.line === "refused" && tablet.refusal ? (
          <Notice tone="bad" title={t(tablet.refusal)}>
            {t("还有 {{n}} 条记录在本机，没有被服务器接收。", { n: tablet.waiting.length })} <Link to={`/practicals/${id}/review`} reloadDocument>{t("查看最新情况")}</Link>
          </Notice>
        ) : null}
        {tablet.line === "signed-out" ? (
          <Notice tone="warn" title={t("登录已过期，{{n}} 条记录还在本机", { n: tablet.waiting.length })}>
            <a href={`/sign-in?next=${encodeURIComponent(`/practicals/${id}`)}`}>{t("重新登录")}</a>{t("之后会自动送到服务器。不要关闭这个标签页。")}
          </Notice>
        ) : null}
        {conflicts.length > 0 ? (
          <Notice tone="warn" title={t("第 {{list}} 步在另一台设备上有不同的记录，请核对后再点一次", { list: conflicts.map((one) => one.number).join(t("、")) })} />
        ) : null}
        <StepChips steps={steps} marks={tablet.marks} waiting={tablet.waiting} at={at} follow={follow} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="grow text-sm text-soft">
            {left.open > 0 ? t("还有 {{n}} 步，其中关键项 {{critical}}", { n: left.open, critical: left.critical }) : t("{{n}} 步都已记录", { n: steps.length })}
          </p>
          {step ? <ToReview id={id} ready={allSent} quiet>{t("复核与结束")}</ToReview> : null}
        </div>
        {step ? (
          <StepCard key={step.id} step={step} count={steps.length} mark={tablet.marks.get(step.id)} onSubmit={judge} heading={heading} />
        ) : (
          <section className="flex flex-col items-start gap-4 rounded-card border border-line bg-paper p-5">
            <h2 ref={heading} tabIndex={-1} className="text-xl">{left.open > 0 ? t("还有 {{n}} 步没有记录", { n: left.open }) : t("全部记完了")}</h2>
            <p className="text-soft">{left.open > 0 ? t("点上方没有记录的步骤补记；没看到的记“未观察”。") : t("复核每一步，确认无误后结束考核，再请学员签字。")}</p>
            <ToReview id={id} ready={allSent}>{t("复核与结束")}</ToReview>
          </section>
        )}
        <nav aria-label={t("步骤之间")} className="grid grid-cols-[1fr_2fr] gap-3 pb-2">
          {at > 0 ? <ButtonLink tone="quiet" to={`?step=${at}`} onClick={follow(at - 1)}>{t("上一步")}</ButtonLink> : <span />}
          {at < steps.length - 1 ? (
            <ButtonLink tone="quiet" to={`?step=${at + 2}`} onClick={follow(at + 1)}>{t("下一步")}</ButtonLink>
          ) : at === steps.length - 1 ? (
            <ButtonLink tone="quiet" to="review" onClick={follow(steps.length)}>{t("下一步")}</ButtonLink>
          ) : null}
        </nav>
      </div>
    </main>
  );
}

/** The way to the review: shut while marks are on their way, so that nothing is ended without them. */
function ToReview({ id, ready, quiet = false, children }: { id: string; ready: boolean; quiet?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  if (!ready) return <span className="inline-flex min-h-12 items-center gap-1 text-sm text-warn"><span aria-hidden="true">▲</span>{t("记录全部到达服务器后才能结束")}</span>;
  return <ButtonLink to={`/practicals/${id}/review`} tone={quiet ? "quiet" : "primary"}>{children}</ButtonLink>;
}
