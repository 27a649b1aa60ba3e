import { z } from "zod";

/**
 * A module's text as data: an HTML element or one of our MDX components by name, its plain properties, its children.
 * Made at build time from MDX, so nothing is evaluated on the server or in the browser.
 */
export type TreeNode = string | { type: string; props: Record<string, string | number | boolean>; children: TreeNode[] };
export const TreeNode: z.ZodType<TreeNode> = z.union([
  z.string(),
  z.object({
    type: z.string(),
    props: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    children: z.array(z.lazy(() => TreeNode)),
  }),
]);

/** The components an MDX author may use, with the properties each takes. One list: the compiler refuses anything else, the reader renders these. */
export const mdxComponents = {
  Clause: z.strictObject({ id: z.string() }),
  Figure: z.union([z.strictObject({ topic: z.string() }), z.strictObject({ clause: z.string() })]),
  Compare: z.strictObject({ topic: z.string() }),
  SayThis: z.strictObject({}),
  NeverSay: z.strictObject({}),
  Dialogue: z.strictObject({ title: z.string() }),
  Line: z.strictObject({ who: z.string() }),
  Steps: z.strictObject({}),
  Step: z.strictObject({ title: z.string() }),
  Warning: z.strictObject({}),
  KeyPoints: z.strictObject({}),
  General: z.strictObject({ reference: z.string() }),
  CompanyProcedure: z.strictObject({ title: z.string() }),
} as const;
export type MdxComponent = keyof typeof mdxComponents;

/** Elements Markdown makes; anything else is refused by the compiler. */
export const markdownElements = [
  "p", "h3", "h4", "ul", "ol", "li", "strong", "em", "del", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "br",
] as const;

/** Every node of a tree, depth first. */
export function* walk(nodes: readonly TreeNode[]): Generator<TreeNode> {
  for (const node of nodes) {
    yield node;
    if (typeof node !== "string") yield* walk(node.children);
  }
}
