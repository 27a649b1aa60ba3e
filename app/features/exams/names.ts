import type { Tone } from "#app/ui/page.tsx";
import type { SealCause, SittingState } from "./states.ts";

/** States and causes as they are shown. */
export const sittingStateNames: Record<SittingState, { word: string; tone: Tone }> = {
  planned: { word: "待开考", tone: "plain" },
  open: { word: "考试中", tone: "on" },
  closed: { word: "已关闭，待发布", tone: "warn" },
  released: { word: "成绩已发布", tone: "ok" },
};

export const sealCauseNames: Record<SealCause, string> = {
  "hand-in": "本人交卷",
  "time-out": "到时收卷",
  invigilator: "监考员收卷",
  "room-end": "场次结束收卷",
};
