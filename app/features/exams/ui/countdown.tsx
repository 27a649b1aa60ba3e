import { useTranslation } from "react-i18next";
import { formatCountdown, formatTime } from "#app/lib/format.ts";
import { classes } from "#app/ui/classes.ts";

const minute = 60_000;

/** The time that is left, and when the paper is closed. Read out when ten, five and one minute are left, not every second. */
export function Countdown({ left, deadlineAt, alive, large = false }: { left: number; deadlineAt: number; alive: boolean; large?: boolean }) {
  const { t } = useTranslation();
  const until = t("{{time}} 收卷", { time: formatTime(deadlineAt) });
  const minutes = [10, 5, 1].find((one) => left <= one * minute && left > (one - 0.5) * minute);
  if (!alive) return <p className="font-semibold">{until}</p>;
  return (
    <div className={large ? undefined : "flex items-baseline gap-2"}>
      <p className="text-sm text-soft">{large ? t("剩余时间（以服务器为准）") : t("剩余")}</p>
      <p role="timer" className={classes("font-bold", large ? "text-3xl" : "text-xl", left < 5 * minute && "text-warn")}>{formatCountdown(left)}</p>
      <p className={large ? "text-sm text-soft" : "sr-only"}>{until}</p>
      <p className="sr-only" aria-live="polite">{minutes === undefined ? "" : t("还剩 {{n}} 分钟", { n: minutes })}</p>
    </div>
  );
}
