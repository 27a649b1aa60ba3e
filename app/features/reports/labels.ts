import type { Tone } from "#app/ui/page.tsx";
import type { CellState } from "./readiness.ts";

/** A standing in a word and the tone whose shape goes with it. Also what the exported table says. */
export const cellWords: Record<CellState, { word: string; tone: Tone }> = {
  alone: { word: "独立", tone: "ok" },
  supervised: { word: "须带", tone: "on" },
  suspended: { word: "暂停", tone: "bad" },
  revoked: { word: "吊销", tone: "bad" },
  expired: { word: "过期", tone: "bad" },
  "holder-left": { word: "已离职", tone: "plain" },
  none: { word: "无", tone: "plain" },
};
