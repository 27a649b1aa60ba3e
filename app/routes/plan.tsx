import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listMyExams } from "#app/features/exams/attempt-queries.server.ts";
import { planOf } from "#app/features/learning/queries.server.ts";
import { PlanPage } from "#app/features/learning/ui/plan.tsx";
import { signedInFor } from "#app/features/people/guard.server.ts";
import { formatMoment } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip } from "#app/ui/page.tsx";
import { title } from "#app/ui/title.ts";

export const meta = title("我的学习");

/** The plan, and the sitting that comes next: exams stand to the right of learning, so the two meet here. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await signedInFor(args, "learning.own");
  const ahead = (await listMyExams(context)).filter((exam) => exam.step === "running" || exam.step === "start" || exam.step === "wait");
  const next = ahead.sort((a, b) => a.startsAt - b.startsAt)[0];
  const sitting = next && { title: next.title, scheme: next.schemeTitle, room: next.room, minutes: next.minutes, questions: next.questions, startsAt: next.startsAt, step: next.step };
  return { plan: await planOf(context, context.actor.personId), sitting: sitting ?? null };
}

export default function Plan() {
  const { plan, sitting } = useLoaderData<typeof loader>();
  if (!sitting) return <PlanPage plan={plan} />;
  const card = <SittingCard sitting={sitting} />;
  return sitting.step === "wait" ? <PlanPage plan={plan} later={card} /> : <PlanPage plan={plan} now={card} />;
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
