import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listAhead } from "#app/features/classes/queries.server.ts";
import { ClassesAhead } from "#app/features/classes/ui/ahead-card.tsx";
import { listMyExams } from "#app/features/exams/attempt-queries.server.ts";
import { planOf } from "#app/features/learning/queries.server.ts";
import { PlanPage } from "#app/features/learning/ui/plan.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { PracticePapersLine } from "#app/features/practice/ui/papers.tsx";
import { countReview } from "#app/features/practice/review-queries.server.ts";
import { ReviewCard } from "#app/features/practice/ui/review.tsx";
import { formatMoment } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("我的学习");

/** The plan, what to review today, and the sitting that comes next: practice and exams stand to the right of learning, so they meet here. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const ahead = (await listMyExams(context)).filter((exam) => exam.step === "running" || exam.step === "start" || exam.step === "wait");
  const next = ahead.sort((a, b) => a.startsAt - b.startsAt)[0];
  const sitting = next && { title: next.title, scheme: next.schemeTitle, room: next.room, minutes: next.minutes, questions: next.questions, startsAt: next.startsAt, step: next.step };
  const { personId } = context.actor;
  return { plan: await planOf(context, personId), review: await countReview(context, personId), classes: await listAhead(context, personId), sitting: sitting ?? null };
}

export default function Plan() {
  const { plan, review, classes, sitting } = useLoaderData<typeof loader>();
  const daily = <ReviewCard count={review} />;
  const papers = <>{classes.length > 0 ? <ClassesAhead classes={classes} /> : null}<PracticePapersLine /></>;
  if (!sitting) return <PlanPage plan={plan} daily={daily} later={papers} />;
  const card = <SittingCard sitting={sitting} />;
  return sitting.step === "wait" ? <PlanPage plan={plan} daily={daily} later={<>{card}{papers}</>} announced /> : <PlanPage plan={plan} now={card} daily={daily} later={papers} announced />;
}

function SittingCard({ sitting }: { sitting: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["sitting"]> }) {
  const { t } = useTranslation();
  const { step, startsAt, room, minutes, questions } = sitting;
  return (
    <Card title={t("理论考试 · {{scheme}}", { scheme: sitting.scheme })} aside={<Chip tone={step === "wait" ? "plain" : "warn"} bare={step === "wait"}>{step === "running" ? t("正在考") : step === "start" ? t("可以开始") : formatMoment(startsAt)}</Chip>}>
      <p>{sitting.title}</p>
      <p className="text-sm text-soft">{t("{{when}} · {{room}} · {{questions}} 题 · {{minutes}} 分钟", { when: formatMoment(startsAt), room, questions, minutes })}</p>
      <div className="mt-3"><ButtonLink tone={step === "wait" ? "quiet" : "primary"} to="/exams">{step === "running" ? t("回到考试") : step === "start" ? t("去考试") : t("看我的考试")}</ButtonLink></div>
    </Card>
  );
}
