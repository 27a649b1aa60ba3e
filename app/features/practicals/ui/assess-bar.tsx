import { useTranslation } from "react-i18next";
import { formatCountdown } from "#app/lib/format.ts";
import { Chip } from "#app/ui/page.tsx";
import type { Assessing } from "../views.ts";
import type { TabletState } from "./tablet.ts";
import { useElapsed } from "./use-tablet.ts";

/** Who is assessed by whom in what, whether everything has reached the server, and the time since the start. */
export function AssessBar({ practical, now, line, waiting }: { practical: Assessing; now: number; line: TabletState["line"]; waiting: number }) {
  const { t } = useTranslation();
  const { candidate, assessor, minutes } = practical;
  const elapsed = useElapsed(practical.startedAt, now);
  return (
    <div className="border-b border-line bg-paper">
      <div className="mx-auto flex w-full max-w-4xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <div className="min-w-0 grow basis-60">
          <h1 className="text-base">{t("实操考核 · {{title}}", { title: practical.title })}</h1>
          <p className="text-sm text-soft">{candidate.name} {candidate.staffNo} · {t("考评员")} {assessor.name}</p>
        </div>
        <div role="status"><Line line={line} waiting={waiting} /></div>
        <p className="text-end">
          <span className="sr-only">{t("已用时")} </span>
          <span className="text-xl font-bold">{formatCountdown(elapsed)}</span>
          <span className="text-sm text-soft"> / {t("{{n}} 分钟", { n: minutes })}</span>
        </p>
      </div>
    </div>
  );
}

/** What has not reached the server, and why. */
function Line({ line, waiting }: { line: TabletState["line"]; waiting: number }) {
  const { t } = useTranslation();
  if (waiting === 0) return <Chip tone="ok">{t("记录都在服务器")}</Chip>;
  if (line === "unreachable") return <Chip tone="warn">{t("无网络，{{n}} 条记录在本机", { n: waiting })}</Chip>;
  if (line === "signed-out" || line === "refused") return <Chip tone="bad">{t("{{n}} 条记录只在本机", { n: waiting })}</Chip>;
  return <Chip tone="on">{t("正在送出 {{n}} 条", { n: waiting })}</Chip>;
}
