import { useId, type FormEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { Chip } from "#app/ui/page.tsx";
import { markNames, markShapes, type MarkEvent } from "../marks.ts";
import type { Mark } from "../states.ts";
import type { StepView } from "../views.ts";
import { ClauseFold } from "./clause-links.tsx";

const looks: Record<Mark, { off: string; on: string }> = {
  done: { off: "border-ok text-ok hover:bg-ok-tint", on: "border-ok bg-ok text-paper" },
  missed: { off: "border-bad text-bad hover:bg-bad-tint", on: "border-bad bg-bad text-paper" },
  "not-applicable": { off: "border-line-strong text-soft hover:bg-canvas", on: "border-soft bg-soft text-paper" },
  "not-observed": { off: "border-line-strong text-soft hover:bg-canvas", on: "border-warn bg-warn text-paper" },
};

/** One step: what to look for, what to act out, and the buttons. The form is the same with and without JavaScript. */
export function StepCard({ step, count, mark, onSubmit, heading }: {
  step: StepView;
  count: number;
  mark: MarkEvent | undefined;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  heading: RefObject<HTMLHeadingElement>;
}) {
  const { t } = useTranslation();
  const noteId = useId();
  const choices: Mark[] = step.mayNotApply ? ["done", "missed", "not-applicable", "not-observed"] : ["done", "missed", "not-observed"];
  return (
    <section aria-labelledby={`${noteId}-title`} className="flex grow flex-col gap-3 rounded-card border border-line bg-paper p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="text-sm text-soft">{t("第 {{n}} / {{count}} 步", { n: step.number, count })} · {step.section}</p>
        {step.critical ? <Chip tone="bad" bare><span aria-hidden="true">★</span>{t("关键项：失误即不合格")}</Chip> : null}
      </div>
      <h2 ref={heading} id={`${noteId}-title`} tabIndex={-1} className="text-2xl sm:text-[28px]">{step.title}</h2>
      <p><span className="font-semibold">{t("看什么：")}</span>{step.look}</p>
      {step.abnormal ? (
        <p className="rounded-control border border-warn-line bg-warn-tint px-4 py-2"><span className="font-semibold text-warn">{t("异常情形：")}</span>{step.abnormal}</p>
      ) : null}
      <ClauseFold clauses={step.clauses} />
      <form method="post" onSubmit={onSubmit} className="mt-auto flex flex-col gap-3 pt-2">
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="seq" value={(mark?.seq ?? 0) + 1} />
        <div className="flex flex-col gap-1">
          <label htmlFor={noteId} className="text-sm text-soft">{t("记一句（可不填，点下面的按钮时一起保存）")}</label>
          <textarea id={noteId} name="note" rows={1} maxLength={200} defaultValue={mark?.note ?? ""} className="min-h-12 w-full rounded-control border border-line-strong bg-paper px-3.5 py-2.5" />
        </div>
        {/* On a phone the verdict stays under the thumb while the step is read. */}
        <div className={classes("grid gap-2 bg-paper max-sm:sticky max-sm:bottom-0 max-sm:-mx-4 max-sm:px-4 max-sm:py-2 sm:gap-3", step.mayNotApply ? "grid-cols-2 sm:grid-cols-[2fr_2fr_1fr_1fr]" : "grid-cols-[1fr_1fr_auto] sm:grid-cols-[2fr_2fr_1fr]")}>
          {choices.map((choice) => {
            const on = mark?.mark === choice;
            return (
              <button
                key={choice}
                name="mark"
                value={choice}
                aria-pressed={on}
                className={classes(
                  "inline-flex flex-wrap items-center justify-center gap-x-1.5 rounded-card border-2 px-2 leading-tight font-bold",
                  step.mayNotApply ? "min-h-14 sm:min-h-16" : "min-h-16",
                  (choice === "done" || choice === "missed") && "text-lg",
                  on ? looks[choice].on : looks[choice].off,
                )}
              >
                <span aria-hidden="true">{markShapes[choice]}</span>{t(markNames[choice])}
              </button>
            );
          })}
        </div>
      </form>
    </section>
  );
}
