import { expect, test } from "vitest";
import { Company, Regulation } from "./clause.ts";
import type { Standards } from "./in-force.ts";
import { viewTopic } from "./topic-view.ts";

const regulation = (id: string, kind: string, place: string, minutes?: number) =>
  Regulation.parse({
    id, kind, title: `${id} 规范`, shortTitle: `${id} 规范`, sources: [],
    clauses: [
      { id: `${id}/arrival`, place, duty: "按时到场", roles: ["all"], topic: "repair-arrival", ...(minutes && { figure: { value: minutes, unit: "分钟", comparator: "at-most" } }) },
      { id: `${id}/other`, place, duty: "与此无关", roles: ["all"] },
    ],
  });
const standards: Standards = {
  regulations: [regulation("peer", "peer", "004 第十三条（七）", 30), regulation("house", "house", "000 第三节 一")],
  topics: [{ key: "repair-arrival", title: "报修到场" }],
  companies: [Company.parse({ id: "rongan", name: "榕安", adopts: "house", figures: [{ topic: "repair-arrival", figure: { value: 15, unit: "分钟", comparator: "at-most" }, from: "2026-06-01", basis: "2026 年第 3 号通知" }] })],
  clauses: new Map(),
};

test("regulations stand side by side on a topic, the company's adopted one first, each with its place", () => {
  expect(viewTopic(standards, "rongan", "repair-arrival", "2026-05-31")).toEqual({
    title: "报修到场",
    own: null,
    rows: [
      { id: "house/arrival", to: "/clauses/house/arrival", regulation: "house 规范", place: "第三节 一", duty: "按时到场", figure: null, adopted: true },
      { id: "peer/arrival", to: "/clauses/peer/arrival", regulation: "peer 规范", place: "第十三条（七）", duty: "按时到场", figure: "30 分钟", adopted: false },
    ],
  });
});

test("the company's own figure is named with its day and basis once it is in force", () => {
  expect(viewTopic(standards, "rongan", "repair-arrival", "2026-06-01")?.own).toEqual({ figure: "15 分钟", from: "2026-06-01", basis: "2026 年第 3 号通知" });
});

test("an unknown topic has no view", () => {
  expect(viewTopic(standards, "rongan", "no-such-topic", "2026-06-01")).toBeNull();
});
