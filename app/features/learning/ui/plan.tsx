import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fold } from "#app/ui/fold.tsx";
import { Card, Chip, Empty, Page } from "#app/ui/page.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import type { ModuleCard, planOf } from "../queries.server.ts";
import { pathOf } from "../places.ts";
import { Dot, stateInWords } from "./state.tsx";

type Plan = Awaited<ReturnType<typeof planOf>>;

/** What is left, what to go on with, and the person's tracks. `now` and `later` are what other areas have to announce: before everything else, or after it; `daily` is what there is to do each day. */
export function PlanPage({ plan, now, daily, later, announced = false }: { plan: Plan; now?: ReactNode; daily?: ReactNode; later?: ReactNode; /** Whether one of them is a sitting. */ announced?: boolean }) {
  const { t } = useTranslation();
  const about = [plan.name, plan.post && t(plan.post), plan.unitName].filter(Boolean).join(" · ");
  const none = plan.tracks.length === 0;
  const heading = none ? t("我的学习") : plan.left.modules === 0 ? t("该学的都学完了") : t("还剩 {{modules}} 个模块，约 {{minutes}} 分钟", plan.left);
  return (
    <Page eyebrow={about} title={heading}>
      {now}
      {none ? <Empty title={t("还没有安排给您的课程")}>{t("单位把您的岗位登记好以后，这里会出现要学的模块。")}</Empty> : null}
      {plan.goOn ? <GoOn card={plan.goOn} /> : null}
      {!none && !plan.goOn ? <AllDone announced={announced} /> : null}
      {daily}
      {later}
      {plan.tracks.map((track) => (
        <Card key={track.id} title={track.title} aside={track.complete === track.core ? <Chip tone="ok">{t("全部完成")}</Chip> : <span className="text-sm text-soft">{t("完成 {{done}} / {{all}}", { done: track.complete, all: track.core })}</span>}>
          <p className="-mt-2 mb-2 text-sm text-soft">{track.summary}</p>
          <Due track={track} />
          <ol>{track.modules.filter((entry) => entry.kind === "core").map((entry, index) => <Entry key={entry.id} entry={entry} number={index + 1} now={entry.id === plan.goOn?.id} />)}</ol>
          <More title={t("了解即可：读要点，知道找谁")} entries={track.modules.filter((entry) => entry.kind === "aware")} />
          <More title={t("选修")} entries={track.modules.filter((entry) => entry.kind === "optional")} />
        </Card>
      ))}
    </Page>
  );
}

/** By when a track should be learnt, while it is not. */
function Due({ track }: { track: Plan["tracks"][number] }) {
  const { t } = useTranslation();
  if (track.dueOn === null || track.complete === track.core) return null;
  return <p className="mb-2">{track.overdue ? <Chip tone="warn">{t("应在 {{day}} 前学完，已过期", { day: track.dueOn })}</Chip> : <Chip bare>{t("应在 {{day}} 前学完", { day: track.dueOn })}</Chip>}</p>;
}

type Listed = Plan["tracks"][number]["modules"][number];

const row = "-mx-2 flex min-h-14 items-center gap-3 rounded-control px-2 py-2.5 text-ink no-underline hover:bg-canvas";

function Entry({ entry, number, now }: { entry: Listed; number: number; now: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="border-t border-line first:border-0">
      <Link to={`/modules/${entry.id}`} className={row}>
        <Dot done={entry.progress.state === "complete"} now={now} number={number} />
        <span className="min-w-0 grow">
          <span className="block">{entry.title}</span>
          <span className="block text-sm text-soft">{stateInWords(t, entry)}</span>
        </span>
        {entry.unacknowledged && (entry.progress.state === "complete" || entry.progress.state === "read") ? <Chip tone="warn">{t("待确认阅知")}</Chip> : null}
        {entry.progress.olderVersion ? <Chip tone="warn">{t("内容有更新")}</Chip> : null}
      </Link>
    </li>
  );
}

/** Modules that are not examined: folded away, so that what has to be learnt stands out. Aware ones open in their short form. */
function More({ title, entries }: { title: string; entries: readonly Listed[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <div className="border-t border-line">
      <Fold summary={`${title} · ${t("{{n}} 个模块", { n: entries.length })}`}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="border-t border-line">
            <Link to={entry.kind === "aware" ? `/modules/${entry.id}/brief` : `/modules/${entry.id}`} className={row}>
              <span className="min-w-0 grow">{entry.title}</span>
              {entry.progress.state === "complete" ? <Chip tone="ok">{t("已完成")}</Chip> : null}
            </Link>
          </li>
        ))}
      </ul>
      </Fold>
    </div>
  );
}

function GoOn({ card }: { card: ModuleCard }) {
  const { t } = useTranslation();
  const { id, title, minutes, progress, place } = card;
  const { next, seen, sections } = progress;
  const fresh = progress.state === "not-started" && !place;
  const left = next?.kind === "check" ? t("只剩自测") : fresh ? t("共 {{n}} 节", { n: sections }) : t("已读 {{n}} / {{of}} 节", { n: seen.length, of: sections });
  return (
    <Card title={fresh ? t("从这里开始") : t("接着读")} aside={<span className="text-sm text-soft">{left}</span>}>
      <p className="mb-3 text-lg font-semibold">{title}</p>
      <ProgressBar value={seen.length / (sections + 1)} label={t("{{title}} 的进度", { title })} />
      <div className="mt-4">
        {next?.kind === "check" ? (
          <ButtonLink wide to={`/modules/${id}/check`}>{t("去自测")}</ButtonLink>
        ) : (
          <ButtonLink wide to={place ? pathOf(id, place) : `/modules/${id}/${next?.section ?? 1}`} prefetch="intent">
            {fresh ? t("开始，约 {{minutes}} 分钟", { minutes }) : t("继续，还有 {{minutes}} 分钟", { minutes: progress.minutesLeft })}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}

function AllDone({ announced }: { announced: boolean }) {
  const { t } = useTranslation();
  return (
    <Card className="border-ok-line bg-ok-tint">
      <p className="flex items-center gap-3 text-lg font-semibold text-ok"><Dot done number={0} />{t("每个模块都读完了，自测也都通过了。")}</p>
      {announced ? (
        <p className="mt-2">{t("考试前可以随时回来复习，再做几次自测。")}</p>
      ) : (
        <>
          <p className="mt-2">{t("接下来是理论考试和实操考核：培训师安排好场次后，您会收到消息，场次出现在“我的考试”里。在那之前，可以随时回来复习。")}</p>
          <div className="mt-4"><ButtonLink tone="quiet" to="/exams">{t("看我的考试")}</ButtonLink></div>
        </>
      )}
    </Card>
  );
}
