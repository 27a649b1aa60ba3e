import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAlive } from "#app/ui/alive.ts";
import { classes } from "#app/ui/classes.ts";

export type Scene = { id: string; outcome: string | null; body: ReactNode; choices: { to: string; words: ReactNode }[] };

const ends = {
  good: { word: "处理得好", sign: "✓", tone: "border-ok bg-ok-tint" },
  fair: { word: "还差一点", sign: "▲", tone: "border-warn bg-warn-tint" },
  bad: { word: "出了问题", sign: "✕", tone: "border-bad bg-bad-tint" },
} as const;
const choice = "boxed block w-full rounded-control border-[1.5px] border-line-strong bg-paper px-4 py-3 text-start text-[17px] text-ink no-underline";

/**
 * A case that branches. With JavaScript the reader walks it scene by scene and sees what each choice leads to; without it, and on paper,
 * all scenes stand one after the other and the choices are links between them.
 */
export function Scenario({ title, name, scenes }: { title: string; /** Unique on the page; the links within it begin with it. */ name: string; scenes: readonly Scene[] }) {
  const { t } = useTranslation();
  const alive = useAlive();
  const [walked, setWalked] = useState<{ scene: string; chose: number }[]>([]);
  const latest = useRef<HTMLDivElement>(null);
  const steps = walked.length;
  useEffect(() => {
    if (steps > 0) latest.current?.focus();
  }, [steps]);
  const by = (id: string) => scenes.find((scene) => scene.id === id);
  const first = scenes[0];
  const last = walked.at(-1);
  const now = last ? by(by(last.scene)?.choices[last.chose]?.to ?? "") : first;
  const shown = alive ? [...walked.flatMap(({ scene }) => by(scene) ?? []), ...(now ? [now] : [])] : scenes;
  return (
    <section aria-label={t("情景：{{title}}", { title })} className="my-6 rounded-card border border-line-strong bg-paper">
      <div className="rounded-t-card bg-flame-tint px-4 py-2.5">
        <div className="text-[13px] font-bold text-flame-deep">{t("情景 · 您来选")}</div>
        <div className="font-bold">{title}</div>
      </div>
      <div className="flex flex-col gap-4 px-4 py-4">
        {shown.map((scene, index) => {
          const open = !alive || index === steps;
          const chosen = walked[index]?.chose;
          return (
            <div key={alive ? index : scene.id} id={alive ? undefined : `${name}-${scene.id}`} ref={open ? latest : undefined} tabIndex={-1} className={classes("boxed scroll-mt-20 outline-none", index > 0 && "border-t border-line pt-4")}>
              {!alive ? <div className="mb-1 text-sm text-soft">{t("第 {{n}} 幕", { n: index + 1 })}</div> : null}
              {scene.body}
              {open ? (
                <ul className="mt-3 flex list-none! flex-col gap-2.5 p-0!">
                  {scene.choices.map(({ to, words }, at) => (
                    <li key={at} className="m-0!">
                      {alive ? (
                        <button type="button" className={classes(choice, "cursor-pointer hover:border-flame")} onClick={() => setWalked([...walked, { scene: scene.id, chose: at }])}>{words}</button>
                      ) : (
                        <a href={`#${name}-${to}`} className={choice}>{words}<span className="ml-2 text-sm whitespace-nowrap text-soft">→ {t("第 {{n}} 幕", { n: scenes.findIndex((one) => one.id === to) + 1 })}</span></a>
                      )}
                    </li>
                  ))}
                </ul>
              ) : chosen === undefined ? null : (
                <div className="mt-3 border-l-4 border-flame pl-3 text-soft"><div className="text-[13px] font-bold">{t("您选了")}</div>{scene.choices[chosen]?.words}</div>
              )}
              <Ending outcome={scene.outcome} />
            </div>
          );
        })}
        {alive && steps > 0 ? (
          <div className="no-print flex flex-wrap gap-3">
            <button type="button" className="min-h-12 rounded-control border border-line-strong bg-paper px-4 font-semibold text-flame" onClick={() => setWalked(walked.slice(0, -1))}>{t("退回上一步")}</button>
            <button type="button" className="min-h-12 rounded-control border border-line-strong bg-paper px-4 font-semibold text-flame" onClick={() => setWalked([])}>{t("从头再来")}</button>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Ending({ outcome }: { outcome: string | null }) {
  const { t } = useTranslation();
  const end = Object.entries(ends).find(([name]) => name === outcome)?.[1];
  if (!end) return null;
  return <p className={`mt-3 rounded-r-control border-l-4 px-3 py-2 font-bold ${end.tone}`}><span aria-hidden="true">{end.sign} </span>{t("结果：{{word}}", { word: t(end.word) })}</p>;
}
