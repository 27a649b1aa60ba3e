import type { TFunction } from "i18next";
import { classes } from "#app/ui/classes.ts";
import type { Place } from "../places.ts";
import type { Progress } from "../progress.ts";

/** The round mark of a module or section on a list: a tick when it is done, else its number. */
export function Dot({ done, now = false, number }: { done: boolean; now?: boolean; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "grid size-7 shrink-0 place-items-center rounded-full border-2 text-sm leading-none font-semibold",
        done ? "border-ok bg-ok text-white" : now ? "border-flame text-flame" : "border-line-strong text-soft",
      )}
    >
      {done ? "✓" : number}
    </span>
  );
}

/** A module's state in words: what was achieved, or what comes next. */
export function stateInWords(t: TFunction, { progress, nextTitle, minutes, place }: { progress: Progress; nextTitle: string | null; minutes: number; place: Place | null }): string {
  switch (progress.state) {
    case "not-started":
      return place === null ? t("还没开始 · {{minutes}} 分钟", { minutes }) : t("读到“{{section}}” · 还有 {{minutes}} 分钟", { section: nextTitle, minutes });
    case "reading":
      return progress.seen.length > 0
        ? t("读到“{{section}}” · 还有 {{minutes}} 分钟", { section: nextTitle, minutes: progress.minutesLeft })
        : t("自测做过了，正文还没读 · {{minutes}} 分钟", { minutes: progress.minutesLeft });
    case "read":
      return progress.bestPercent === null ? t("读完了，还没做自测") : t("读完了，自测最好 {{percent}}%，还没通过", { percent: progress.bestPercent });
    case "complete":
      return progress.bestPercent === null ? t("已完成") : t("已完成 · 自测 {{percent}}%", { percent: progress.bestPercent });
  }
}
