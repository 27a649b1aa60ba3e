import type { Figure } from "../standards/figure.ts";

/**
 * An amount with its unit in a normalised text. `key` is what is asked for when a question says so; `holds` is everything it answers to:
 * 3–4 下 holds 3 下 and 4 下, 每年 2 次 holds 2 次.
 */
export type Amount = { from: number; to: number; key: string; holds: readonly string[] };

const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a number as it is written: 30, 2.5, 三十, 两百, 二〇二六, 半. Null for what is none, or only about one: 三五. */
export function numberOf(written: string): number | null {
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written);
  if (written === "半") return 0.5;
  const each = [...written];
  if (each.length > 0 && each.every((one) => one in digits)) return each.length === 2 ? null : Number(each.map((one) => digits[one]).join(""));
  const [high = "", low, more] = written.split("万");
  if (more !== undefined) return null;
  if (low !== undefined) {
    const [above, below] = [underTenThousand(high), low === "" ? 0 : underTenThousand(low)];
    return above === null || below === null ? null : above * 10_000 + below;
  }
  return underTenThousand(high);
}

function underTenThousand(written: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const one of written) {
    const ten = tens[one];
    if (ten !== undefined) {
      sum += (digit ?? 1) * ten;
      digit = null;
    } else if (one in digits && (digit === null || digit === 0)) digit = digits[one] ?? null;
    else return null;
  }
  return written === "" ? null : sum + (digit ?? 0);
}

/** Units said in several ways, and those of which one is so many of another: 半小时 is 30 分钟, 两年 is 24 个月. */
const sameAs: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  秒钟: ["秒", 1], 分钟: ["秒", 60], 小时: ["秒", 3600], 个小时: ["秒", 3600], 钟头: ["秒", 3600], 个钟头: ["秒", 3600],
  日: ["天", 1], 工作日: ["个工作日", 1], 年: ["个月", 12], 名: ["人", 1], "°c": ["℃", 1], 摄氏度: ["℃", 1],
};

function keyOf(unit: string, value: number, end?: number): string {
  const [base, times] = sameAs[unit] ?? [unit, 1];
  const round = (one: number) => Math.round(one * times * 1e6) / 1e6;
  return end === undefined ? `${base}=${round(value)}` : `${base}=${round(value)}~${round(end)}`;
}

function amount(unit: string, value: number, end?: number): Pick<Amount, "key" | "holds"> {
  const key = keyOf(unit, value, end);
  const units = unit.startsWith("次/") ? [unit, "次"] : [unit];
  const ends = end === undefined ? [value] : [value, end];
  return { key, holds: [...new Set([key, ...units.flatMap((one) => ends.map((each) => keyOf(one, each)))])] };
}

/** What a clause's figure answers to. How it binds (at most, at least) is not asked. */
export function holdsOf(figure: Figure): readonly string[] {
  return amount(figure.unit, figure.value, figure.to).holds;
}

const numeral = /[\d半〇零一二两三四五六七八九十百千万]/;
const number = "(?:\\d+(?:\\.\\d+)?|半|[〇零一二两三四五六七八九十百千万]+)";
const units = "个工作日|工作日|个小时|小时|个钟头|钟头|分钟|秒钟|秒|个月|天|日|年|次/年|次/季|次/月|次/周|次|声|下|步|项|个|人|名|户|%|倍|分|元|度|摄氏度|°c|立方米|米";
/** 每年例行检查二次, 一年至少检查2次, 每季1次. */
const often = new RegExp(`[每一]个?(年|季|月|周)度?[^,.;:。!?]{0,10}?(${number})次`, "g");
const hundredth = new RegExp(`百分之(${number})`, "g");
// An ordinal (第三天) and a date (5月1日) are no amounts.
const plain = new RegExp(`(?<![\\d.第月〇零一二两三四五六七八九十百千万])(${number})(?:[-–—~至到](${number}))?(${units})`, "g");

/** The amounts of a normalised text in the order of their places; none overlaps another. */
export function amountsIn(text: string): Amount[] {
  if (!numeral.test(text)) return [];
  const found: Amount[] = [];
  const put = (match: RegExpMatchArray, unit: string, written: string, end?: string) => {
    const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length];
    const [value, upper] = [numberOf(written), end === undefined ? undefined : numberOf(end)];
    if (value === null || upper === null || found.some((one) => from < one.to && one.from < to)) return;
    found.push({ from, to, ...amount(unit, value, upper) });
  };
  for (const match of text.matchAll(often)) put(match, `次/${match[1] ?? ""}`, match[2] ?? "");
  for (const match of text.matchAll(hundredth)) put(match, "%", match[1] ?? "");
  for (const match of text.matchAll(plain)) {
    const [, value = "", end, unit = ""] = match;
    // 十分满意 and 一度 are words.
    if ((unit === "分" || unit === "度") && !/\d/.test(value)) continue;
    put(match, unit, value, end);
  }
  return found.sort((a, b) => a.from - b.from);
}
