import type { ReactNode } from "react";

/** Something folded away until it is wanted; opens without JavaScript. */
export function Fold({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group">
      <summary className="flex min-h-12 list-none items-center gap-2 font-semibold text-flame">
        <span aria-hidden="true" className="inline-block transition-transform group-open:rotate-90">›</span>
        {summary}
      </summary>
      {children}
    </details>
  );
}
