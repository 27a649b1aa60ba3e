import { z } from "zod";

/** Units as they are printed. One list, so that a figure of a clause and a figure of a question can be compared. */
export const figureUnits = [
  "秒", "分钟", "小时", "天", "个工作日", "个月", "年",
  "次", "次/年", "次/季", "次/月", "次/周", "声", "下", "步", "项", "个", "人", "户", "%", "倍", "分", "元", "度", "℃", "米", "立方米",
] as const;

/** How the figure binds: 至多、至少、正好、范围. */
export const comparators = ["at-most", "at-least", "exactly", "range"] as const;

/** A number a regulation sets: value, unit and how it binds; `to` is the upper end of a range. */
export const Figure = z
  .strictObject({
    value: z.number(),
    to: z.number().optional(),
    unit: z.enum(figureUnits),
    comparator: z.enum(comparators),
  })
  .refine((figure) => (figure.comparator === "range") === (figure.to !== undefined), {
    message: "`to` goes with comparator `range`, and only with it",
  });
export type Figure = z.infer<typeof Figure>;

/** Writes a figure for a page: `20 分钟`, `3–4 下`, `100%`, `每年 2 次`. The comparator is left to the sentence around it. */
export function formatFigure(figure: Figure): string {
  const amount = figure.to === undefined ? String(figure.value) : `${figure.value}–${figure.to}`;
  if (figure.unit === "%") return `${amount}%`;
  if (figure.unit === "次/年") return `每年 ${amount} 次`;
  if (figure.unit === "次/季") return `每季 ${amount} 次`;
  if (figure.unit === "次/月") return `每月 ${amount} 次`;
  if (figure.unit === "次/周") return `每周 ${amount} 次`;
  return `${amount} ${figure.unit}`;
}
