import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Chip, type Tone } from "#app/ui/page.tsx";
import { markNames, markShapes } from "../marks.ts";
import type { Mark } from "../states.ts";
import type { JudgedStep } from "../views.ts";

const tones: Record<Mark, Tone> = { done: "ok", missed: "bad", "not-applicable": "plain", "not-observed": "warn" };

/** Every step with its mark and note, section by section; while it is open, each leads back to its step. */
export function JudgedSteps({ steps, practicalId }: { steps: readonly JudgedStep[]; practicalId: string | null }) {
  const { t } = useTranslation();
  const sections = [...new Set(steps.map((step) => step.section))];
  return sections.map((section) => (
    <Card key={section} title={section}>
      <ol className="flex flex-col">
        {steps.filter((step) => step.section === section).map((step) => (
          <li key={step.id} className="grid grid-cols-[1.5rem_1fr_auto] items-start gap-x-3 border-t border-line py-2 first:border-0">
            <span className="text-end text-soft">{step.number}</span>
            <div className="min-w-0">
              {practicalId ? <Link to={`/practicals/${practicalId}?step=${step.number}`} className="text-ink underline decoration-line-strong underline-offset-4">{step.title}</Link> : step.title}
              {" "}
              {step.critical ? <span className="text-sm whitespace-nowrap text-bad">★ {t("关键项")}</span> : null}
              {step.note ? <p className="text-sm text-soft">{t("备注：")}{step.note}</p> : null}
            </div>
            {step.mark ? (
              <Chip tone={step.critical && step.mark === "not-observed" ? "bad" : tones[step.mark]} bare><span aria-hidden="true">{markShapes[step.mark]}</span>{t(markNames[step.mark])}</Chip>
            ) : (
              <Chip tone="on">{t("未记录")}</Chip>
            )}
          </li>
        ))}
      </ol>
    </Card>
  ));
}
