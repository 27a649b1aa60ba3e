import type { ProgressRow } from "./progress-queries.server.ts";

type Translate = (sentence: string, values: Record<string, string | number>) => string;

/** Why somebody is stuck, in a few words, without naming the module; the same on the page and in the exported file. */
export function stuckWords(t: Translate, stuck: ProgressRow["stuck"][number]): string {
  switch (stuck.why) {
    case "not-begun":
      return t("到岗 {{n}} 天没开始", { n: stuck.days });
    case "idle":
      return t("{{n}} 天没学", { n: stuck.days });
    case "failing":
      return t("自测 {{n}} 次没过", { n: stuck.times });
  }
}
