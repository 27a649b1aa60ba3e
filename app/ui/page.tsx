import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** The body of a page: its title, what may be done, its cards. `narrow` for reading and forms on a phone, `wide` for staff tables. */
export function Page({
  title, eyebrow, intro, actions, width = "narrow", children,
}: { title: ReactNode; eyebrow?: ReactNode; intro?: ReactNode; actions?: ReactNode; width?: "narrow" | "wide"; children: ReactNode }) {
  return (
    <main id="main" className={classes("mx-auto flex w-full flex-col gap-4 px-4 py-5 sm:px-6", width === "narrow" ? "max-w-3xl" : "max-w-[1200px]")}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-64">
          {eyebrow ? <p className="text-sm text-soft">{eyebrow}</p> : null}
          <h1>{title}</h1>
          {intro ? <p className="mt-1 text-sm text-soft">{intro}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </main>
  );
}

export function Card({ title, aside, children, className }: { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={classes("rounded-card border border-line bg-paper p-4 sm:p-5", className)}>
      {title || aside ? (
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          {title ? <h2 className="min-w-0 grow">{title}</h2> : null}
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

export type Tone = "plain" | "on" | "ok" | "warn" | "bad";
// A state is told by word and shape, never by colour alone.
const shapes: Record<Tone, string> = { plain: "—", on: "◐", ok: "✓", warn: "▲", bad: "✕" };
const chipTones: Record<Tone, string> = {
  plain: "bg-canvas text-soft",
  on: "bg-flame-tint text-flame-deep",
  ok: "bg-ok-tint text-ok",
  warn: "bg-warn-tint text-warn",
  bad: "bg-bad-tint text-bad",
};

/** A state in a few words, with the shape of its tone. `bare` leaves the shape out where the word is no state. */
export function Chip({ tone = "plain", bare = false, children }: { tone?: Tone; bare?: boolean; children: ReactNode }) {
  return (
    <span className={classes("inline-flex items-center gap-1.5 rounded-full px-2.5 text-[13px] leading-6 whitespace-nowrap", chipTones[tone])}>
      {bare ? null : <span aria-hidden="true">{shapes[tone]}</span>}
      {children}
    </span>
  );
}

const noticeTones: Record<Exclude<Tone, "plain">, string> = {
  on: "border-flame bg-flame-tint",
  ok: "border-ok-line bg-ok-tint text-ok",
  warn: "border-warn-line bg-warn-tint text-warn",
  bad: "border-bad-line bg-bad-tint text-bad",
};

/** A sentence the page has to say. `bad` and `warn` are read out at once. */
export function Notice({ tone, title, children }: { tone: Exclude<Tone, "plain">; title?: ReactNode; children?: ReactNode }) {
  return (
    <div role={tone === "bad" || tone === "warn" ? "alert" : "status"} className={classes("rounded-control border px-4 py-3", noticeTones[tone])}>
      {title ? <p className="font-semibold"><span aria-hidden="true">{shapes[tone]} </span>{title}</p> : null}
      {children ? <div className={title ? "mt-1 text-sm text-ink" : undefined}>{children}</div> : null}
    </div>
  );
}

/** What will appear here, and how to get it there. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="rounded-card border border-dashed border-line-strong px-5 py-8 text-center">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 text-sm text-soft">{children}</div> : null}
    </div>
  );
}

/** Name and value, one under the other on a phone, side by side on wider screens. */
export function Facts({ items }: { items: readonly (readonly [name: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className="grid sm:grid-cols-[max-content_1fr]">
      {items.map(([name, value], index) => (
        <div key={index} className="contents sm:first:*:border-t-0">
          <dt className="pt-2 text-sm text-soft sm:border-t sm:border-line sm:py-2 sm:pr-6">{name}</dt>
          <dd className="border-b border-line pb-2 sm:border-t sm:border-b-0 sm:py-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
