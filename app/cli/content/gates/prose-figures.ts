import { figureUnits } from "#app/features/standards/figure.ts";
import type { Standards } from "#app/features/standards/in-force.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** A figure as it is written out in a text. */
type Written = { value: number; unit: string; text: string };

const chinese = "一二三四五六七八九";
/** Units that are counted in Chinese numerals only where a figure is meant; 一个, 两次, 三步 are everyday words. */
const spelledUnits = ["声", "秒", "分钟", "小时", "个工作日", "工作日"];
const units = [...figureUnits.filter((unit) => !unit.includes("/")), "工作日"].sort((a, b) => b.length - a.length);
const digits = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${units.join("|")})`, "g");
const spelled = new RegExp(`([${chinese}两十]+)(${spelledUnits.join("|")})(?![七、和与”])`, "g"); // 三声、七声 are names, not rings
const rate = /每(年|季|月|周)度?\s*(\d+)\s*次/g;

/**
 * A figure that a clause registers is never copied into prose, where it would go stale: it is written through `<Figure>`, or the same
 * paragraph, list item or row cites a clause that sets it.
 */
export function checkProseFigures(source: Source, { clauses }: Standards): Problem[] {
  const registered = new Map<string, string[]>();
  for (const { id, figure } of clauses.values())
    for (const value of figure ? [figure.value, ...(figure.to === undefined ? [] : [figure.to])] : []) {
      const key = `${value} ${figure?.unit}`;
      registered.set(key, [...(registered.get(key) ?? []), id]);
    }
  return source.modules.flatMap(({ file, blocks }) =>
    blocks.flatMap(({ line, text, clauses: cited }) =>
      writtenFigures(text).flatMap((written) => {
        const setBy = registered.get(`${written.value} ${written.unit}`);
        if (!setBy || setBy.some((id) => cited.includes(id))) return [];
        return [{ file, line, reason: `“${written.text}” is a registered figure (${setBy.slice(0, 3).join(", ")}): write <Figure>, or cite the clause here` }];
      }),
    ),
  );
}

/** The figures written out in a text: `24小时`, `三声`, `每年2次`. */
export function writtenFigures(text: string): Written[] {
  const found: Written[] = [];
  const rest = text.replace(rate, (whole, period: string, value: string) => (found.push({ value: Number(value), unit: `次/${period}`, text: whole }), " "));
  for (const [whole, value, unit] of rest.matchAll(digits)) found.push({ value: Number(value), unit: unit === "工作日" ? "个工作日" : (unit ?? ""), text: whole });
  for (const [whole, value, unit] of rest.matchAll(spelled)) {
    const number = numeral(value ?? "");
    if (number !== null) found.push({ value: number, unit: unit === "工作日" ? "个工作日" : (unit ?? ""), text: whole });
  }
  return found;
}

/** 三 → 3, 二十四 → 24; null for what is no number below a hundred. */
function numeral(text: string): number | null {
  const digit = (one: string) => (one === "两" ? 2 : chinese.indexOf(one) + 1);
  const parts = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (parts) return (parts[1] ? digit(parts[1]) : 1) * 10 + (parts[2] ? digit(parts[2]) : 0);
  return text.length === 1 ? digit(text) : null;
}
