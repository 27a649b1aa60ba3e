import type { Tone } from "#app/ui/page.tsx";
import type { ClassStage } from "./class.ts";
import type { AttendanceWay, ClassKind } from "./states.ts";

/** Kinds, stages and ways as they are shown. */
export const classKindNames: Record<ClassKind, string> = {
  meeting: "例会",
  patrol: "巡视",
  course: "培训班",
  handout: "资料发放",
  visit: "同行参观",
};

export const classStageNames: Record<ClassStage, { word: string; tone: Tone }> = {
  ahead: { word: "待举行", tone: "plain" },
  open: { word: "可以签到", tone: "on" },
  unclosed: { word: "待结束", tone: "warn" },
  held: { word: "已举行", tone: "ok" },
  cancelled: { word: "已取消", tone: "bad" },
};

export const attendanceWayNames: Record<AttendanceWay, string> = { code: "扫码签到", hand: "培训师登记" };
