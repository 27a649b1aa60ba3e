import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Response } from "#app/features/questions/response.ts";
import { QuestionField } from "#app/features/questions/ui/question-field.tsx";
import { useAlive } from "#app/ui/alive.ts";

/** An ordered workflow; with an `exercise` the reader may have it mixed up and put it back in order. The list itself is there without JavaScript. */
export function Steps({ titles, exercise, children }: { titles: readonly string[]; exercise: string | null; children: ReactNode }) {
  const { t } = useTranslation();
  const alive = useAlive();
  const [mixed, setMixed] = useState(false);
  const button = "no-print min-h-12 rounded-control border border-line-strong bg-paper px-4 font-semibold text-flame";
  return (
    <div className="my-4">
      {mixed && exercise !== null ? <Exercise titles={titles} exercise={exercise} /> : <ol className="ml-3.5 list-none! p-0! [counter-reset:step]">{children}</ol>}
      {alive && exercise !== null ? <button type="button" className={`${button} mt-3`} onClick={() => setMixed(!mixed)}>{mixed ? t("看正确的顺序") : t("打乱了，我来排")}</button> : null}
    </div>
  );
}

function Exercise({ titles, exercise }: { titles: readonly string[]; exercise: string }) {
  const { t } = useTranslation();
  const stem = useId();
  const [order, setOrder] = useState<Response>(null);
  // Every second one first: never the right order, and the same for everybody.
  const options = [...titles.keys()].sort((a, b) => Number(b % 2 === 1) - Number(a % 2 === 1) || a - b).map((index) => ({ id: String(index), text: titles[index] ?? "" }));
  const wrongAt = Array.isArray(order) ? order.findIndex((id, index) => id !== String(index)) : null;
  return (
    <div className="boxed rounded-card border border-line-strong bg-canvas px-4 py-4">
      <p id={stem} className="mb-3 font-semibold">{exercise}</p>
      <QuestionField question={{ id: stem, type: "ordering", stem: exercise, options, unit: null, lefts: [], parts: [] }} name="steps" labelledBy={stem} value={order} onChange={setOrder} />
      <p role="status" className="mt-3 font-semibold">
        {wrongAt === null ? "" : wrongAt === -1 ? <span className="text-ok"><span aria-hidden="true">✓ </span>{t("顺序全对。")}</span> : <span className="text-warn"><span aria-hidden="true">▲ </span>{t("前 {{n}} 步对，第 {{next}} 步还不是这一项。", { n: wrongAt, next: wrongAt + 1 })}</span>}
      </p>
    </div>
  );
}
