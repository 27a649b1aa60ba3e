import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "#app/ui/page.tsx";
import type { CheckedQuestion } from "../self-check-queries.server.ts";

const outcomes = {
  right: { tone: "ok", word: "答对" },
  wrong: { tone: "bad", word: "答错" },
  unanswered: { tone: "plain", word: "未作答" },
} as const;

export function Outcome({ outcome }: { outcome: CheckedQuestion["outcome"] }) {
  const { t } = useTranslation();
  const { tone, word } = outcomes[outcome];
  return <Chip tone={tone}>{t(word)}</Chip>;
}

/** An answered question explained: what was given where it was wrong, the key, why, and the clauses it rests on. */
export function Explained({ question }: { question: CheckedQuestion }) {
  const { t } = useTranslation();
  const said = (words: string[]) => (question.judged ? words.map((one) => t(one)) : words);
  return (
    <>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {question.outcome === "wrong" ? <Answer term={t("您的答案")} words={said(question.given)} ordered={question.ordered} /> : null}
        <Answer term={t("正确答案")} words={said(question.key)} ordered={question.ordered} strong />
      </dl>
      {question.explanation.map((paragraph) => <p key={paragraph} className="mt-3 max-w-[38em]">{paragraph}</p>)}
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <span className="text-soft">{t("依据")}</span>
        {question.clauses.map((clause) => <Link key={clause.to} to={clause.to} className="border-b border-dotted border-flame text-flame no-underline">{t("{{regulation}}，{{place}}", { regulation: clause.regulation, place: clause.place })}</Link>)}
      </p>
    </>
  );
}

function Answer({ term, words, ordered, strong = false }: { term: string; words: string[]; ordered: boolean; strong?: boolean }) {
  return (
    <>
      <dt className="text-sm leading-7 text-soft">{term}</dt>
      <dd className={strong ? "font-semibold text-ok" : undefined}>
        {words.length === 1 ? words[0] : ordered ? <ol className="list-decimal pl-5">{words.map((one) => <li key={one}>{one}</li>)}</ol> : <ul className="list-disc pl-5">{words.map((one) => <li key={one}>{one}</li>)}</ul>}
      </dd>
    </>
  );
}
