import type { TFunction } from "i18next";

/** A number of minutes as hours and minutes: `1 小时 30 分钟`. */
export function durationInWords(t: TFunction, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("{{n}} 分钟", { n: rest });
  return rest === 0 ? t("{{n}} 小时", { n: hours }) : t("{{hours}} 小时 {{minutes}} 分钟", { hours, minutes: rest });
}
