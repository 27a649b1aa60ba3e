import { expect, test } from "vitest";
import { Company, Regulation } from "./clause.ts";
import { Figure, formatFigure } from "./figure.ts";
import { figureInForce, ownFigureInForce, type Standards } from "./in-force.ts";

const minutes = (value: number) => Figure.parse({ value, unit: "分钟", comparator: "at-most" });
const clause = (id: string, topic: string, figure?: Figure) => ({ id, place: "一", duty: "按时到场", roles: ["all"], topic, figure });
const regulation = (id: string, clauses: object[]) => Regulation.parse({ id, title: id, shortTitle: id, kind: "house", sources: [], clauses });
const own = (value: number, from: string) => ({ topic: "repair-arrival", figure: minutes(value), from, basis: "经理办公会纪要" });

function standards(figures: object[]): Standards {
  return {
    regulations: [regulation("other", [clause("other/arrival", "repair-arrival", minutes(30))]), regulation("house", [clause("house/word", "repair-arrival"), clause("house/arrival", "repair-arrival", minutes(20))])],
    topics: [],
    companies: [Company.parse({ id: "rongan", name: "榕安", adopts: "house", figures })],
    clauses: new Map(),
  };
}

test("without a figure of its own a company is held to the regulation it adopts", () => {
  expect(figureInForce(standards([]), "rongan", "repair-arrival", "2026-11-22")).toEqual(minutes(20));
  expect(figureInForce(standards([]), "rongan", "outage-notice", "2026-11-22")).toBeNull();
  expect(figureInForce(standards([]), "nobody", "repair-arrival", "2026-11-22")).toBeNull();
});

test("a company's own figure holds from its day on, that day included, until a later one", () => {
  const both = standards([own(10, "2027-01-01"), own(15, "2026-06-01")]);
  const on = (day: string) => figureInForce(both, "rongan", "repair-arrival", day)?.value;
  expect([on("2026-05-31"), on("2026-06-01"), on("2026-12-31"), on("2027-01-01")]).toEqual([20, 15, 15, 10]);
  expect(ownFigureInForce(both, "rongan", "repair-arrival", "2026-05-31")).toBeNull();
  expect(ownFigureInForce(both, "rongan", "repair-arrival", "2026-12-31")).toMatchObject({ from: "2026-06-01", basis: "经理办公会纪要" });
});

test("a company's own figure binds nobody else", () => {
  const two = standards([own(10, "2026-01-01")]);
  const withSister = { ...two, companies: [...two.companies, Company.parse({ id: "minan", name: "闽安", adopts: "other" })] };
  expect(figureInForce(withSister, "minan", "repair-arrival", "2026-11-22")?.value).toBe(30);
});

test("figures are written as a person says them", () => {
  const written = ([value, unit, to]: readonly [number, string, number?]) => formatFigure(Figure.parse({ value, unit, to, comparator: to === undefined ? "exactly" : "range" }));
  expect(([[20, "分钟"], [3, "下", 4], [100, "%"], [2, "次/年"], [1, "次/季"], [0.5, "小时"]] as const).map((one) => written(one))).toEqual([
    "20 分钟", "3–4 下", "100%", "每年 2 次", "每季 1 次", "0.5 小时",
  ]);
});

test("a range needs its upper end, and nothing else has one", () => {
  expect(Figure.safeParse({ value: 3, unit: "下", comparator: "range" }).success).toBe(false);
  expect(Figure.safeParse({ value: 3, to: 4, unit: "下", comparator: "exactly" }).success).toBe(false);
});
