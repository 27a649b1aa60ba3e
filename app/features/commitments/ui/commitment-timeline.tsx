import { useTranslation } from "react-i18next";
import { Chip } from "#app/ui/page.tsx";
import { PeriodBar } from "#app/ui/progress.tsx";
import { commitmentEventLabels, commitmentLabels, endedEarlyMeaning } from "../labels.ts";
import type { CommitmentWithStanding } from "../queries.server.ts";

/** What an early end means: the rule, who decides, and that the licence is another matter. */
export function EndedEarlyMeaning() {
  const { t } = useTranslation();
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5 text-sm">
      {[endedEarlyMeaning.rule, endedEarlyMeaning.follows, endedEarlyMeaning.licence].map((sentence) => <li key={sentence}>{t(sentence)}</li>)}
    </ul>
  );
}

/** A service commitment as two years with today on them, and what has happened to it. */
export function CommitmentTimeline({ commitment }: { commitment: CommitmentWithStanding }) {
  const { t } = useTranslation();
  const { standing, startsOn, endsOn, months, events } = commitment;
  const { word, tone } = commitmentLabels[standing.state];
  const sentence = {
    "not-yet": t("{{day}} 开始", { day: startsOn }),
    running: standing.left === 0 ? t("今天是服务期最后一天") : t("已服务 {{served}} 天，还剩 {{left}} 天", { served: standing.served, left: standing.left }),
    fulfilled: t("已服务满 {{months}} 个月", { months }),
    "ended-early": t("{{day}} 离职，已服务 {{served}} 天，差 {{left}} 天", { day: standing.endedOn, served: standing.served, left: standing.left }),
    waived: t("这张上岗证不要求服务期"),
  }[standing.state];
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone={tone}>{t(word)}</Chip>
        <span className="font-semibold">{sentence}</span>
      </p>
      {standing.state === "waived" ? null : (
        <PeriodBar value={standing.served / standing.total} label={t("服务期 {{from}} 至 {{to}}：{{sentence}}", { from: startsOn, to: endsOn, sentence })} from={startsOn} to={endsOn} />
      )}
      <ol className="flex flex-col gap-1 text-sm">
        {events.map((event) => (
          <li key={event.seq}>
            <span className="font-semibold">{event.effectiveOn} {t(commitmentEventLabels[event.kind])}</span>
            <span className="text-soft"> · {t("{{reason}}（{{name}}）", { reason: event.reason, name: event.actorName })}</span>
          </li>
        ))}
      </ol>
      {events.some((event) => event.kind === "ended-early") ? <EndedEarlyMeaning /> : null}
    </div>
  );
}
