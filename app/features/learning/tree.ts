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
  /** `also`: further clauses that say the same, ids apart by spaces. */
  Clause: z.strictObject({ id: z.string(), also: z.string().optional() }),
  Figure: z.union([z.strictObject({ topic: z.string() }), z.strictObject({ clause: z.string() })]),
  Compare: z.strictObject({ topic: z.string() }),
  SayThis: z.strictObject({}),
  NeverSay: z.strictObject({}),
  Dialogue: z.strictObject({ title: z.string() }),
  Line: z.strictObject({ who: z.string() }),
  /** `exercise` asks the reader to put the steps in order, in words. */
  Steps: z.strictObject({ exercise: z.string().min(4).optional() }),
  Step: z.strictObject({ title: z.string() }),
  /** A case that branches: its scenes, the first of which begins it. */
  Scenario: z.strictObject({ title: z.string().min(2) }),
  /** With choices it goes on, with an `outcome` it ends. */
  Scene: z.strictObject({ id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), outcome: z.enum(["good", "fair", "bad"]).optional() }),
  Choice: z.strictObject({ to: z.string() }),
  /** A practice question of this module's bank, answered on the spot. */
  Check: z.strictObject({ question: z.string() }),
  /** A Markdown table with its caption. */
  Table: z.strictObject({ caption: z.string().min(2) }),
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
