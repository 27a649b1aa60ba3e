import { Form, Link, useNavigation } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Explained, Outcome } from "#app/features/learning/ui/explained.tsx";
import { AnswerField } from "#app/features/learning/ui/self-check.tsx";
import { questionTypeNames } from "#app/features/questions/candidate.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { Card, Chip, Empty, Notice, Page } from "#app/ui/page.tsx";
import type { countReview, findReview, findReviewed } from "../review-queries.server.ts";

type Review = Awaited<ReturnType<typeof findReview>>;
type Reviewed = NonNullable<Awaited<ReturnType<typeof findReviewed>>> & { /** Answered before, by another press or on another device. */ earlier: boolean };

function Back() {
  const { t } = useTranslation();
  return <Link to="/plan" className="inline-flex min-h-10 items-center text-soft">← {t("我的学习")}</Link>;
}

const dueInWords = (t: TFunction, { on, inDays }: { on: string; inDays: number }) =>
  inDays <= 0 ? t("这一题今天还会再问。") : inDays === 1 ? t("这一题明天再问您。") : t("这一题 {{n}} 天后再问您（{{on}}）。", { n: inDays, on });

/** The question of the day's set to answer now, or that there is none; below, the weakest clauses. */
export function ReviewPage({ review, refused }: { review: Review; refused?: { refusal: string } | undefined }) {
  const { t } = useTranslation();
  const { asking, left, answered, all } = review;
  const intro = asking ? t("今天还有 {{n}} 题，答一题看一题的解析。不计入考试成绩。", { n: left }) : undefined;
  return (
    <Page eyebrow={<Back />} title={t("温故")} intro={intro}>
      {refused ? <Notice tone="bad" title={t(refused.refusal)} /> : null}
      {asking ? <Asking key={`${asking.question.id} ${asking.reps}`} asking={asking} place={answered + 1} of={answered + left} /> : null}
      {!asking && all > 0 ? <Done review={review} /> : null}
      {all === 0 ? (
        <Empty title={t("还没有要温故的题")}>
          {t("自测里答错或没答的题会自动到这里，隔几天再问您一次，每天最多 10 题。")}
          <div className="mt-4"><ButtonLink tone="quiet" to="/plan">{t("回到我的学习")}</ButtonLink></div>
        </Empty>
      ) : null}
      <Weakest clauses={review.weakest} folded={asking !== null} />
    </Page>
  );
}

function Asking({ asking, place, of }: { asking: NonNullable<Review["asking"]>; place: number; of: number }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === "POST";
  const { question, hash, reps, module } = asking;
  return (
    <Card>
      <Form method="post" action="/review" className="flex flex-col gap-3">
        <input type="hidden" name="question" value={question.id} />
        <input type="hidden" name="hash" value={hash} />
        <input type="hidden" name="reps" value={reps} />
        <p className="text-sm text-soft">{t("第 {{n}} 题 / {{of}}", { n: place, of })} · {t(questionTypeNames[question.type])} · <span lang="zh-CN">{module.title}</span></p>
        <h2 id={`stem-${question.id}`} lang="zh-CN" className="text-[1.0625rem] leading-relaxed font-semibold">{question.stem}</h2>
        <AnswerField question={question} />
        <Button wide name="intent" value="answer" disabled={busy} aria-busy={busy}>{t("看看对不对")}</Button>
        <Button wide tone="quiet" name="intent" value="give-up" disabled={busy}>{t("不会，看解析")}</Button>
      </Form>
    </Card>
  );
}

/** Nothing left for today, and when it goes on. */
function Done({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { answered, beyond, next } = review;
  const goesOn = beyond > 0 ? t("还有 {{n}} 题排在明天以后，不用赶。", { n: beyond }) : next === null || next.on === null ? null : next.inDays === 1 ? t("明天再来。") : t("下一题在 {{n}} 天后（{{on}}）。", { n: next.inDays, on: next.on });
  return (
    <>
      <Notice tone="ok" title={answered > 0 ? t("今天的 {{n}} 题都做完了", { n: answered }) : t("今天没有要温故的题")}>{goesOn}</Notice>
      <div><ButtonLink to="/plan">{t("回到我的学习")}</ButtonLink></div>
    </>
  );
}

const link = "inline-flex min-h-12 items-center text-flame";

/** `folded` while a question is being asked: a clause may hold its answer. */
function Weakest({ clauses, folded }: { clauses: Review["weakest"]; folded: boolean }) {
  const { t } = useTranslation();
  if (clauses.length === 0) return null;
  const list = <WeakestList clauses={clauses} />;
  return folded ? <Fold summary={t("您最容易错的条款")}>{list}</Fold> : <Card title={t("您最容易错的条款")}>{list}</Card>;
}

function WeakestList({ clauses }: { clauses: Review["weakest"] }) {
  const { t } = useTranslation();
  return (
    <ol>
      {clauses.map((clause) => (
        <li key={clause.to} className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <p lang="zh-CN" className="min-w-0 grow basis-56">{clause.duty}</p>
            <Chip tone="warn">{t("错过 {{n}} 次", { n: clause.misses })}</Chip>
          </div>
          <p className="flex flex-wrap gap-x-4 text-sm">
            <Link to={clause.to} className={link}>{t("{{regulation}}，{{place}}", { regulation: clause.regulation, place: clause.place })}</Link>
            {clause.read ? <Link to={clause.read.to} className={link}>{t("去读：{{title}}", { title: clause.read.title })}</Link> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** An answer explained, and when the question comes again. */
export function ReviewedPage({ reviewed, review }: { reviewed: Reviewed; review: Review }) {
  const { t } = useTranslation();
  const { question, due, earlier } = reviewed;
  return (
    <Page eyebrow={<Back />} title={t("温故")}>
      {earlier ? <Notice tone="on" title={t("这一题已经答过了，以先答的为准。")} /> : null}
      <Card title={<span lang="zh-CN" className="leading-relaxed">{question.stem}</span>} aside={<Outcome outcome={question.outcome} />}>
        <Explained question={question} />
        {due ? <p className="mt-4 border-t border-line pt-3 font-semibold">{dueInWords(t, due)}</p> : null}
      </Card>
      {review.left > 0 ? <ButtonLink wide to="/review">{t("下一题，今天还有 {{n}} 题", { n: review.left })}</ButtonLink> : <Done review={review} />}
    </Page>
  );
}

/** The due count for the plan: nothing while nothing was ever missed. */
export function ReviewCard({ count }: { count: Awaited<ReturnType<typeof countReview>> }) {
  const { t } = useTranslation();
  if (count.all === 0) return null;
  if (count.left === 0)
    return (
      <Card title={t("温故")} aside={<Chip tone={count.answered > 0 ? "ok" : "plain"}>{count.answered > 0 ? t("今天做完了") : t("今天没有题")}</Chip>}>
        <Link to="/review" className={link}>{t("看哪些条款容易错")}</Link>
      </Card>
    );
  return (
    <Card title={t("温故：今天 {{n}} 题", { n: count.left })}>
      <p className="mb-3">{t("自测里错过的题，隔几天再问一次，就记牢了。")}</p>
      <ButtonLink tone="quiet" to="/review">{t("开始温故")}</ButtonLink>
    </Card>
  );
}
