import type { Tone } from "#app/ui/page.tsx";
import type { LicenceEventKind } from "./kinds.ts";
import type { HolderStanding } from "./standing.ts";

/** A standing in a word, and the tone whose shape goes with it. */
export const standingLabels: Record<HolderStanding, { word: string; tone: Tone }> = {
  "not-yet": { word: "未生效", tone: "plain" },
  valid: { word: "有效", tone: "ok" },
  expiring: { word: "即将到期", tone: "warn" },
  expired: { word: "已过期", tone: "bad" },
  suspended: { word: "已暂停", tone: "bad" },
  revoked: { word: "已吊销", tone: "bad" },
  "holder-left": { word: "持证人已离职", tone: "bad" },
};

/** What the public check answers, in one big line. */
export const verdicts: Record<HolderStanding, string> = {
  "not-yet": "真实，但还没有生效",
  valid: "真实，今天有效",
  expiring: "真实，今天有效",
  expired: "真实，但已过期",
  suspended: "真实，但已暂停",
  revoked: "真实，但已吊销",
  "holder-left": "真实，但持证人已离职",
};

export const ledgerLabels: Record<LicenceEventKind, { word: string; tone: Tone }> = {
  issued: { word: "签发", tone: "ok" },
  suspended: { word: "暂停", tone: "warn" },
  reinstated: { word: "恢复", tone: "ok" },
  revoked: { word: "吊销", tone: "bad" },
};

/** Whether the holder may work on a licence of this standing. */
export function isGood(standing: HolderStanding): boolean {
  return standing === "valid" || standing === "expiring";
}
