import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Chip, Notice, Page } from "#app/ui/page.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import type { findCover } from "../queries.server.ts";
import { pathOf } from "../places.ts";
import { AcknowledgeCard } from "./acknowledge.tsx";
import { Dot } from "./state.tsx";

type Cover = NonNullable<Awaited<ReturnType<typeof findCover>>>;

/** A module's cover: what it is about, what one will be able to do, how far one is, and one way on. */
export function CoverPage({ cover, needed, asked, refusal = null }: { cover: Cover; /** Right answers that pass, of how many. */ needed: number; asked: number; /** Why it could not be acknowledged just now. */ refusal?: string | null }) {
  const { t } = useTranslation();
  const { id, progress } = cover;
  const complete = progress.state === "complete";
  return (
    <Page eyebrow={<Link to="/plan" className="inline-flex min-h-10 items-center text-soft">← {t("我的学习")}</Link>} title={cover.title} intro={t("{{minutes}} 分钟 · {{sections}} 节 · 自测 {{asked}} 题", { minutes: cover.minutes, sections: cover.sections.length, asked })}>
      {progress.olderVersion ? <Notice tone="warn" title={t("您完成的是旧版，内容后来有更新")}>{t("完成仍然有效。建议把新版读一遍，再做一次自测。")}</Notice> : null}
      <Card>
        <p>{cover.summary}</p>
        <h2 className="mt-4 mb-1">{t("学完以后，您能")}</h2>
        <ul className="list-disc pl-5">{cover.goals.map((goal) => <li key={goal}>{goal}</li>)}</ul>
        <div className="mt-5"><ProgressBar value={complete ? 1 : progress.seen.length / (progress.sections + 1)} label={t("{{title}} 的进度", { title: cover.title })} /></div>
        <div className="mt-4"><Onward cover={cover} /></div>
      </Card>
      <Card title={t("目录")} aside={<Link to={`/modules/${id}/print`} className="-my-2 inline-flex min-h-10 items-center text-sm text-flame">{t("打印全文")}</Link>}>
        <ol>
          {cover.sections.map(({ title, minutes }, index) => {
            const read = progress.seen.includes(index + 1);
            const next = progress.next?.kind === "section" && progress.next.section === index + 1;
            return (
              <li key={index} className="border-t border-line first:border-0">
                <Link to={`/modules/${id}/${index + 1}`} className="-mx-2 flex min-h-12 items-center gap-3 rounded-control px-2 py-2 text-ink no-underline hover:bg-canvas">
                  <Dot done={read} now={next} number={index + 1} />
                  <span className="min-w-0 grow">{title}</span>
                  <span className="shrink-0 text-sm text-soft">{read ? t("已读") : next && progress.seen.length > 0 ? t("接着读") : t("约 {{minutes}} 分钟", { minutes })}</span>
                </Link>
              </li>
            );
          })}
        </ol>
      </Card>
      {cover.acknowledgement ? <AcknowledgeCard acknowledgement={cover.acknowledgement} ready={progress.seen.length === progress.sections} refusal={refusal} /> : null}
      <Card title={t("自测")} aside={progress.checkPassed ? <Chip tone="ok">{t("已通过")}</Chip> : progress.bestPercent === null ? <Chip>{t("还没做")}</Chip> : <Chip tone="warn">{t("还没通过")}</Chip>}>
        <p>{t("{{asked}} 题，答对 {{needed}} 题就通过。不限次数，每次都有解析，不计入考试成绩。", { asked, needed })}</p>
        {progress.bestPercent === null ? null : <p className="mt-1 text-soft">{t("最好成绩 {{percent}}%", { percent: progress.bestPercent })}</p>}
        <p className="mt-1 text-sm text-soft">{t("各节都读过、自测通过，本模块就算完成。")}</p>
        {progress.next?.kind === "check" ? null : <div className="mt-3"><ButtonLink tone="quiet" to={`/modules/${id}/check`}>{progress.bestPercent === null ? t("做自测") : t("再做一次自测")}</ButtonLink></div>}
      </Card>
    </Page>
  );
}

function Onward({ cover: { id, progress, minutes, place } }: { cover: Cover }) {
  const { t } = useTranslation();
  if (progress.next?.kind === "check") return <ButtonLink wide to={`/modules/${id}/check`}>{t("去自测")}</ButtonLink>;
  if (progress.next?.kind === "section") {
    const section = place?.section ?? progress.next.section;
    return (
      <>
        {place ? <p className="mb-2 text-sm text-soft">{t("上次读到第 {{n}} 节", { n: section })}</p> : null}
        <ButtonLink wide to={place ? pathOf(id, place) : `/modules/${id}/${section}`} prefetch="intent">{progress.seen.length === 0 && !place ? t("开始，约 {{minutes}} 分钟", { minutes }) : t("接着读第 {{section}} 节，还有 {{minutes}} 分钟", { section, minutes: progress.minutesLeft })}</ButtonLink>
      </>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Chip tone="ok">{t("已完成")}</Chip>
      <ButtonLink tone={progress.olderVersion ? "primary" : "quiet"} to={`/modules/${id}/1`}>{progress.olderVersion ? t("读新版") : t("再读一遍")}</ButtonLink>
    </div>
  );
}
