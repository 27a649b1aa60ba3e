import { Link } from "@remix-run/react";
import { useEffect, useRef, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { markNames, markShapes, type MarkEvent } from "../marks.ts";
import type { Mark } from "../states.ts";
import type { StepView } from "../views.ts";

const tones: Record<Mark, string> = {
  done: "border-ok-line bg-ok-tint text-ok",
  missed: "border-bad-line bg-bad-tint text-bad",
  "not-applicable": "border-line bg-canvas text-soft",
  "not-observed": "border-warn-line bg-warn-tint text-warn",
};

/** All steps as small marks: what was said of each, which is on the screen, which has not reached the server. A row to push sideways on a phone. */
export function StepChips({ steps, marks, waiting, at, follow }: {
  steps: readonly StepView[];
  marks: ReadonlyMap<string, MarkEvent>;
  waiting: readonly MarkEvent[];
  at: number;
  follow: (index: number) => (event: MouseEvent) => void;
}) {
  const { t } = useTranslation();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [at]);
  return (
    <nav aria-label={t("步骤")}>
      <ol className="flex gap-1.5 overflow-x-auto p-1 sm:flex-wrap sm:overflow-visible">
        {steps.map((step, index) => {
          const mark = marks.get(step.id)?.mark;
          const here = waiting.some((one) => one.step === step.id);
          const words = [t("第 {{n}} 步", { n: step.number }), step.critical ? t("关键项") : "", mark ? t(markNames[mark]) : t("未记录"), here ? t("还在本机") : ""];
          return (
            <li key={step.id} ref={index === at ? current : undefined} className="shrink-0">
              <Link
                to={`?step=${index + 1}`}
                onClick={follow(index)}
                aria-label={words.filter(Boolean).join(t("，"))}
                aria-current={index === at ? "step" : undefined}
                className={classes(
                  "flex h-12 min-w-12 items-center justify-center gap-1 rounded-full border px-2 text-sm no-underline",
                  mark ? tones[mark] : "border-line bg-paper text-ink",
                  here && "border-dashed border-warn",
                  index === at && "outline-2 outline-flame font-bold",
                )}
              >
                {step.critical ? <span aria-hidden="true" className="text-xs">★</span> : null}
                {step.number}
                {mark ? <span aria-hidden="true">{markShapes[mark]}</span> : null}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
