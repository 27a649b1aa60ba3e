import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { textSizes, themes, type Look } from "../look.ts";
import { Dot } from "./state.tsx";

export const column = "mx-auto w-full max-w-[43rem] px-5";

export type Contents = readonly { title: string; minutes: number }[];

/** The thin bar over a text: back to the cover, the table of contents, how the text looks. Both drawers open without JavaScript, one at a time. */
export function ReaderBar({ module, section, contents, seen, minutesLeft, look }: {
  module: { id: string; title: string };
  section: number;
  contents: Contents;
  /** Sections read of this version. */
  seen: readonly number[];
  minutesLeft: number;
  look: Look;
}) {
  const { t } = useTranslation();
  const of = contents.length;
  return (
    <nav aria-label={t("所在的模块")} className="no-print sticky top-0 z-10 bg-paper">
      <div className={`${column} flex min-h-12 items-center gap-1 text-sm text-soft`}>
        <Link to={`/modules/${module.id}`} className="-ml-2 flex min-h-12 min-w-0 grow items-center gap-2 px-2 text-soft no-underline hover:text-ink">
          <span aria-hidden="true" className="text-lg">←</span>
          <span className="truncate">{module.title}</span>
        </Link>
        <Drawer key={section} words={<>{t("第 {{n}} / {{of}} 节", { n: section, of })}<span aria-hidden="true">▾</span></>}>
          <ContentsList module={module} section={section} contents={contents} seen={seen} minutesLeft={minutesLeft} />
        </Drawer>
        <Drawer words={<><span aria-hidden="true" className="text-base font-semibold">Aa</span><span className="sr-only">{t("阅读设置")}</span></>}>
          <LookForm look={look} from={`/modules/${module.id}/${section}`} />
        </Drawer>
      </div>
      <div role="progressbar" aria-label={t("第 {{n}} 节，共 {{of}} 节", { n: section, of })} aria-valuenow={section} aria-valuemin={0} aria-valuemax={of} className="h-[3px] bg-line">
        <div className="h-full bg-flame" style={{ width: `${(section / of) * 100}%` }} />
      </div>
    </nav>
  );
}

/** Opens over the text, under the bar. */
function Drawer({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <details name="reader-drawer" className="shrink-0">
      <summary className="flex min-h-12 min-w-12 list-none items-center justify-center gap-1 rounded-control px-2 hover:text-ink [&::-webkit-details-marker]:hidden">{words}</summary>
      <div className="absolute inset-x-0 top-full max-h-[70dvh] overflow-y-auto border-y border-line bg-paper py-3 text-base text-ink shadow-lg">
        <div className={column}>{children}</div>
      </div>
    </details>
  );
}

function ContentsList({ module, section, contents, seen, minutesLeft }: { module: { id: string }; section: number; contents: Contents; seen: readonly number[]; minutesLeft: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="flex items-baseline gap-3">
        <h2 className="grow">{t("目录")}</h2>
        <span className="text-sm text-soft">{minutesLeft === 0 ? t("已完成") : t("还有 {{minutes}} 分钟", { minutes: minutesLeft })}</span>
      </div>
      <ol className="mt-1">
        {contents.map((one, index) => {
          const here = index + 1 === section;
          const read = seen.includes(index + 1);
          return (
            <li key={index} className="border-t border-line first:border-0">
              <Link to={`/modules/${module.id}/${index + 1}`} aria-current={here ? "page" : undefined} className="-mx-2 flex min-h-12 items-center gap-3 rounded-control px-2 py-2 text-ink no-underline hover:bg-canvas">
                <Dot done={read} now={here} number={index + 1} />
                <span className={classes("min-w-0 grow", here && "font-semibold")}>{one.title}</span>
                <span className="shrink-0 text-sm text-soft">{here ? t("正在读") : read ? t("已读") : t("约 {{minutes}} 分钟", { minutes: one.minutes })}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** One tap a choice; kept in a cookie, so that the page comes in this look from the server on. */
function LookForm({ look, from }: { look: Look; from: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action="/reading-look" preventScrollReset className="flex flex-col gap-3">
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="size" value={look.size} />
      <input type="hidden" name="theme" value={look.theme} />
      <Choices title={t("字号")} name="size" choices={textSizes} chosen={look.size} />
      <Choices title={t("底色")} name="theme" choices={themes} chosen={look.theme} />
    </Form>
  );
}

function Choices({ title, name, choices, chosen }: { title: string; name: string; choices: Readonly<Record<string, string>>; chosen: string }) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={title}>
      <div className="mb-1 text-sm font-semibold text-soft">{title}</div>
      <div className="grid auto-cols-fr grid-flow-col gap-2">
        {Object.entries(choices).map(([value, word]) => (
          <button key={value} name={name} value={value} aria-pressed={value === chosen} className={classes("min-h-12 cursor-pointer rounded-control border px-1", value === chosen ? "border-flame bg-flame-tint font-semibold text-flame-deep" : "border-line-strong bg-paper text-ink hover:border-flame")}>
            {value === chosen ? <span aria-hidden="true">✓ </span> : null}{t(word)}
          </button>
        ))}
      </div>
    </div>
  );
}
