import { Form, useNavigation, useRevalidator, useSubmit } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAlive } from "#app/ui/alive.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import type { findCheck } from "../attempt-queries.server.ts";
import { Countdown } from "./countdown.tsx";
import { LineNotice } from "./save-state.tsx";
import { useAnswers, useRemaining } from "./use-answers.ts";

export type OpenCheck = Extract<Awaited<ReturnType<typeof findCheck>>, { state: "open" }>;

/** What the server holds, question by question, and handing in. What is still on this device is sent first. */
export function CheckPage({ check }: { check: OpenCheck }) {
  const { t } = useTranslation();
  const alive = useAlive();
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  const { revalidate } = useRevalidator();
  const saving = useAnswers(check);
  const { queue, view } = saving;
  const left = useRemaining(saving);
  const [offline, setOffline] = useState(false);
  const before = useRef(0);
  const open = check.slots.filter((one) => !one.answered);
  const done = check.slots.length - open.length;
  const partly = check.slots.filter((one) => one.partly).length;

  // Once something has been sent, or the paper is closed, the server is asked again what it holds.
  useEffect(() => {
    if (view.pending < before.current || view.line === "closed") revalidate();
    before.current = view.pending;
  }, [view.pending, view.line, revalidate]);

  async function handIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    await queue.flush();
    const { pending, line } = queue.view();
    const through = line === "closed" || (line === "idle" && pending === 0);
    setOffline(!through);
    if (through) submit(form);
  }

  return (
    <Page eyebrow={check.title} title={t("检查并交卷")} actions={<Countdown left={left} deadlineAt={check.deadlineAt} alive={alive} />}>
      <LineNotice line={view.line} durable={view.durable} timeUp={alive && left <= 0} />
      {view.pending > 0 ? <Notice tone="warn" title={t("另有 {{n}} 题只在本机，正在存到服务器", { n: view.pending })} /> : null}
      {offline && view.line !== "closed" ? <Notice tone="bad" title={t("还没有交卷：连不上服务器，或还有答案没有存好")}>{t("请等网络恢复后再按一次“确认交卷”。已在服务器上的答案不会丢。")}</Notice> : null}
      <Card title={t("服务器上已有 {{n}} 题的答案，共 {{total}} 题", { n: done, total: check.slots.length })}>
        {open.length > 0 ? <p className="mb-3 font-semibold text-warn"><span aria-hidden="true">▲ </span>{t("还有 {{n}} 题没有答，点题号可以回去作答。", { n: open.length })}</p> : partly === 0 ? <p className="mb-3 text-ok"><span aria-hidden="true">✓ </span>{t("全部答完。")}</p> : null}
        {partly > 0 ? <p className="mb-3 font-semibold text-warn"><span aria-hidden="true">▲ </span>{t("有 {{n}} 题只答了一部分，没答的小题不得分。", { n: partly })}</p> : null}
        <ol className="grid grid-cols-[repeat(auto-fill,minmax(104px,1fr))] gap-2">
          {check.slots.map(({ slot, answered, partly }) => (
            <li key={slot}>
              <a
                href={`/attempts/${check.attemptId}?q=${slot}`}
                className={`flex min-h-12 items-center justify-center gap-1.5 rounded-control border px-2 text-[15px] whitespace-nowrap no-underline ${answered && !partly ? "border-ok-line bg-ok-tint text-ok" : "border-warn-line bg-warn-tint font-semibold text-warn"}`}
              >
                <span>{slot}</span>
                <span>{partly ? t("▲ 没答全") : answered ? t("✓ 已答") : t("▲ 未答")}</span>
              </a>
            </li>
          ))}
        </ol>
      </Card>
      <Card title={t("交卷")}>
        <p className="mb-4">{open.length > 0 ? t("交卷后不能再改，没答的 {{n}} 题不得分。", { n: open.length }) : t("交卷后不能再改。")}</p>
        <Form method="post" onSubmit={handIn} className="flex flex-wrap gap-3">
          <input type="hidden" name="intent" value="hand-in" />
          <ButtonLink to={`/attempts/${check.attemptId}`} tone="quiet" reloadDocument>{t("回去再看看")}</ButtonLink>
          <Button disabled={busy} aria-busy={busy}>{t("确认交卷")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
