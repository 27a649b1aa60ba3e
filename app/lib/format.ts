/** How moments and spans are written on a page. Runs alike on the server and in the browser; days are written as they are. */
const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hourCycle: "h23", ...options });
const dateTime = parts({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const clock = parts({ hour: "2-digit", minute: "2-digit" });

function pick(format: Intl.DateTimeFormat, at: number): Record<string, string> {
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** `2026-11-22 10:42`, Asia/Shanghai. */
export function formatMoment(at: number): string {
  const { year, month, day, hour, minute } = pick(dateTime, at);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** `10:42`, Asia/Shanghai. */
export function formatTime(at: number): string {
  const { hour, minute } = pick(clock, at);
  return `${hour}:${minute}`;
}

/** `2026-11-22T10:42` in Asia/Shanghai, as a datetime-local field wants it. */
export function toLocalField(at: number): string {
  return formatMoment(at).replace(" ", "T");
}

/** A span as a running clock: `36:12`, above an hour `1:02:03`. Never negative. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A percentage with at most one decimal: `92%`, `87.5%`. */
export function formatPercent(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}
