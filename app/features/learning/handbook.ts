import { z } from "zod";
import { Role } from "../people/roles.ts";
import { markdownElements, TreeNode } from "./tree.ts";

/** The head of a page of the handbook: `roles` are those it is written for, none is everybody; `order` is its place on the list. */
export const GuideHead = z.strictObject({
  title: z.string().min(2),
  summary: z.string().min(4),
  order: z.number().int(),
  roles: z.array(Role),
});

/** A page of the handbook as compiled; its id is the name of its file. */
export const Guide = z.object({ ...GuideHead.shape, id: z.string().regex(/^[a-z]+(-[a-z]+)*$/), tree: z.array(TreeNode) });
export type Guide = z.infer<typeof Guide>;

/** What the Markdown of a guide may make: no HTML, no components, links within the site only. */
export const guideElements = [...markdownElements, "h2", "a"] as const;

/** Pages of the handbook that are for engineers and operators: read in the repository, not shown under 帮助. */
export const forEngineers: readonly string[] = ["authoring.md", "measurements.md", "running.md"];
