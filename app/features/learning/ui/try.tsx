import { Form, Link, useFetcher, useLocation } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { questionTypeNames, type CandidateQuestion } from "#app/features/questions/candidate.ts";
import type { Response } from "#app/features/questions/response.ts";
import { QuestionField } from "#app/features/questions/ui/question-field.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import type { CheckedQuestion } from "../self-check-queries.server.ts";
import { Explained, Outcome } from "./explained.tsx";

/** A practice question within the text: answered on the spot, explained at once. Without JavaScript the form leads to a page of its own and back. */
export function Try({ question, to }: { question: CandidateQuestion; to: string }) {
  const { t } = useTranslation();
  const stem = useId();
  const fetcher = useFetcher<{ checked: CheckedQuestion }>();
  const [response, setResponse] = useState<Response>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const checked = fetcher.data?.checked;
  useEffect(() => {
    if (checked) outcome.current?.focus({ preventScroll: true });
  }, [checked]);
  return (
    <section aria-labelledby={stem} className="boxed no-print my-6 rounded-card border border-line-strong bg-canvas px-4 py-4">
      <p className="mb-1 text-[13px] font-bold text-flame-deep">{t("想一想")} · {t(questionTypeNames[question.type])}</p>
      <p id={stem} lang="zh-CN" className="mb-3 leading-relaxed font-semibold">{question.stem}</p>
      <fetcher.Form method="post" action={to} className="flex flex-col gap-3">
        <input type="hidden" name="from" value={useLocation().pathname} />
        <QuestionField question={question} name="q" labelledBy={stem} value={response} onChange={setResponse} />
        <Button tone="quiet" disabled={fetcher.state !== "idle"} aria-busy={fetcher.state !== "idle"}>{t("看看对不对")}</Button>
      </fetcher.Form>
      <div ref={outcome} tabIndex={-1} aria-live="polite" className="outline-none">
        {checked ? (
          <div className="mt-4 border-t border-line pt-3">
            <p className="mb-2"><Outcome outcome={checked.outcome} /></p>
            <Explained question={checked} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** The same as a page of its own, for a browser without JavaScript: the question, and once answered what it came to. */
export function TryPage({ question, module, tried }: { question: CandidateQuestion; module: { id: string; title: string }; tried: { checked: CheckedQuestion; section: string | null } | undefined }) {
  const { t } = useTranslation();
  const stem = useId();
  const back = `/modules/${module.id}${tried?.section ? `/${tried.section}` : ""}`;
  return (
    <Page eyebrow={<Link to={back} className="inline-flex min-h-10 items-center text-soft">← {module.title}</Link>} title={t("想一想")} intro={t("这一题不计分，也不留记录。")}>
      <Card title={<span id={stem} className="leading-relaxed">{question.stem}</span>} aside={tried ? <Outcome outcome={tried.checked.outcome} /> : null}>
        {tried ? (
          <Explained question={tried.checked} />
        ) : (
          <Form method="post" className="flex flex-col gap-3">
            <QuestionField question={question} name="q" labelledBy={stem} value={null} />
            <Button>{t("看看对不对")}</Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}
