/** How far something has come, 0 to 1, with the words that say it. */
export function ProgressBar({ value, label }: { value: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-2 overflow-hidden rounded-full bg-line">
      <div className="h-full rounded-full bg-flame" style={{ width: `${percent}%` }} />
    </div>
  );
}

/** A period as a bar with today on it; `value` is the part that has passed, 0 to 1. */
export function PeriodBar({ value, label, from, to }: { value: number; label: string; from: string; to: string }) {
  const percent = Math.min(1, Math.max(0, value)) * 100;
  return (
    <div role="img" aria-label={label}>
      <div className="relative h-3.5 rounded-full bg-line">
        <div className="absolute inset-y-0 left-0 rounded-full bg-flame" style={{ width: `${percent}%` }} />
        <div className="absolute -inset-y-1 w-[3px] -translate-x-1/2 rounded-sm bg-ink" style={{ left: `${percent}%` }} />
      </div>
      <div className="mt-1.5 flex justify-between text-xs text-soft">
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  );
}
