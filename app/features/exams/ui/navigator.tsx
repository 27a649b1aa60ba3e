import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";

export type SlotState = "server" | "device" | "none";
export type NavigatorSlot = { slot: number; state: SlotState; flagged: boolean };

const looks: Record<SlotState, string> = {
  server: "border-ok-line bg-ok-tint text-ok",
  device: "border-warn-line bg-warn-tint text-warn",
  none: "border-line-strong bg-paper text-ink",
};
const shapes: Record<SlotState, string> = { server: "✓", device: "▲", none: "" };

/** All questions of a paper, each with where its answer is. Before JavaScript every number saves the open question and goes there. */
export function Navigator({ slots, current, form, onGo }: { slots: readonly NavigatorSlot[]; current: number; form: string; onGo: ((slot: number) => void) | null }) {
  const { t } = useTranslation();
  const words: Record<SlotState, string> = { server: t("已在服务器"), device: t("只在本机"), none: t("未答") };
  return (
    <nav aria-label={t("题号")}>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(48px,1fr))] gap-2">
        {slots.map(({ slot, state, flagged }) => (
          <li key={slot}>
            <button
              type={onGo ? "button" : "submit"}
              form={form}
              name="go"
              value={slot}
              onClick={onGo ? () => onGo(slot) : undefined}
              aria-current={slot === current ? "true" : undefined}
              aria-label={[t("第 {{n}} 题", { n: slot }), words[state], flagged ? t("已标记") : ""].filter(Boolean).join(t("，"))}
              className={classes("relative flex h-12 w-full items-center justify-center rounded-control border text-[15px] font-semibold", looks[state], slot === current && "outline-3 outline-offset-1 outline-flame")}
            >
              {slot}
              <span aria-hidden="true" className="absolute right-1 bottom-0 text-[10px] leading-4">{shapes[state]}</span>
              {flagged ? <span aria-hidden="true" className="absolute top-0 right-1 text-[11px] leading-4">⚑</span> : null}
            </button>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-soft">{t("✓ 已在服务器 · ▲ 只在本机 · 无标记：未答")}</p>
    </nav>
  );
}
