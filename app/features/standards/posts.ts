import type { Post } from "./clause.ts";

/** Posts 岗位 as they are shown and as an import file names them. */
export const postNames: Record<Post, string> = {
  technician: "维修技术员",
  "counter-clerk": "营业员",
  "hotline-agent": "热线坐席",
  "ignition-tech": "置换点火员",
  "meter-reader": "抄表员",
  inspector: "安检员",
  "lpg-delivery": "送气员",
  warehouse: "表具仓管",
  sales: "销售",
  manager: "服务经理",
};

/** The Chinese name of a stored post; null for none, and what is no post as it stands. */
export function postNameOf(post: string | null): string | null {
  return Object.entries(postNames).find(([key]) => key === post)?.[1] ?? post;
}
