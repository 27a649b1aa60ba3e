import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import { Fragment, isValidElement, type FunctionComponent, type JSXElementConstructor, type ReactNode } from "react";
import remarkGfm from "remark-gfm";
import type { z } from "zod";
import { mdxComponents, type TreeNode } from "#app/features/learning/tree.ts";
import { clausesOfMark, walk } from "#app/features/learning/walk.ts";
import type { Problem } from "./problems.ts";
import { parseYaml, type Located } from "./read-yaml.ts";
import { wrongWithScenario } from "./scenario.ts";

/** A place in a text where a component names a clause, a topic or a question, which other files must have. */
export type Mention = { kind: "clause" | "topic" | "question"; by: string; id: string; line: number };
/** A paragraph, list item, row or line of a text: its words without marks, and the clauses cited in it. */
export type Block = { line: number; text: string; clauses: string[] };
/** A piece of a text at its top level, with the line on which it stands. */
export type Piece = { line: number; node: TreeNode };
export type Text = { pieces: Piece[]; mentions: Mention[]; blocks: Block[] };

/** Reads the head of a text, the YAML between two lines of `---`, and says where the text itself begins. */
export function readHead<S extends z.ZodType>(file: string, source: string, schema: S, problems: Problem[]): { head: Located<z.output<S>>; text: string; linesBefore: number } | null {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!front) {
    problems.push({ file, line: 1, reason: "a text begins with its head between two lines of ---" });
    return null;
  }
  const head = parseYaml(file, front[1] ?? "", schema, problems, 1);
  return head && { head, text: source.slice(front[0].length), linesBefore: front[0].split("\n").length - 1 };
}

type MarkupNode = { type: string; name?: string | null; value?: string; position?: { start: { line: number } }; attributes?: unknown[]; children?: MarkupNode[]; data?: Record<string, unknown> };

/** Puts its line into every element, so that what is wrong is reported where it stands, and refuses whatever would run as code. */
function remarkLines(linesBefore: number, refuse: (line: number, reason: string) => void, components: readonly string[]) {
  return () => (tree: MarkupNode) => {
    const visit = (node: MarkupNode) => {
      const line = (node.position?.start.line ?? 1) + linesBefore;
      if (node.type.startsWith("mdxJsx")) {
        const name = node.name ?? "";
        if (/^[A-Z]/.test(name) && !components.includes(name)) refuse(line, `<${name}> is not a component that may be used here`);
        node.attributes?.push({ type: "mdxJsxAttribute", name: "line", value: String(line) });
      } else if (node.type === "mdxjsEsm" || ((node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") && !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? ""))) {
        refuse(line, "a text holds no code: no import, no export, no { }");
      } else node.data = { ...node.data, hProperties: { line: String(line) } };
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}

/** Components that only carry their name: what they render is decided by the reader. */
const markers: Record<string, FunctionComponent> = Object.fromEntries(
  Object.keys(mdxComponents).map((name) => [name, Object.defineProperty(() => null, "name", { value: name })]),
);

/**
 * Compiles Markdown with our components to data. `elements` are the elements that may occur, `components` ours that may be used.
 * What is wrong goes to `problems` with its line; null then.
 */
export async function readText(
  file: string,
  { text, linesBefore }: { text: string; linesBefore: number },
  allowed: { elements: readonly string[]; components: readonly string[] },
  problems: Problem[],
): Promise<Text | null> {
  const before = problems.length;
  const refuse = (line: number, reason: string) => problems.push({ file, line, reason });
  try {
    const { code } = await bundleMDX({
      source: text,
      mdxOptions: (options: object) => Object.assign(options, { remarkPlugins: [remarkGfm, remarkLines(linesBefore, refuse, allowed.components)] }),
      esbuildOptions: (options) => ({ ...options, minify: false, logLevel: "silent" }),
    });
    if (problems.length > before) return null;
    // The compiled text is a component; rendered one step with markers it is the tree of its elements.
    const mentions: Mention[] = [];
    const blocks: Block[] = [];
    const pieces = fold(getMDXComponent(code)({ components: markers }), { line: linesBefore + 1, elements: allowed.elements, refuse, mentions, blocks, inBlock: false });
    return problems.length > before ? null : { pieces, mentions, blocks };
  } catch (error) {
    const { line, reason } = placeOf(error);
    refuse(line + linesBefore, reason);
    return null;
  }
}

/** Where MDX stumbled, line 0 being the head: the last line of the message is `line:column: reason`, and a tag never closed is `(line:column-line:column)`. */
function placeOf(error: unknown): { line: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const last = message.trim().split("\n").at(-1)?.trim() ?? message;
  const [, line = "0", reason = last] = /^(\d+):[\d:-]+ (.*)$/.exec(last) ?? [];
  const opened = / \((\d+):\d+-\d+:\d+\)$/.exec(reason);
  return { line: Number(opened?.[1] ?? line), reason: opened ? reason.slice(0, opened.index) : reason };
}

type Folding = { line: number; elements: readonly string[]; refuse: (line: number, reason: string) => void; mentions: Mention[]; blocks: Block[]; inBlock: boolean };

const blockNames = ["p", "li", "tr", "h2", "h3", "h4", "Line", "Choice"];

function fold(node: ReactNode, at: Folding): Piece[] {
  if (node === null || node === undefined || typeof node === "boolean") return [];
  if (typeof node === "string" || typeof node === "number") return /^\n+$/.test(String(node)) ? [] : [{ line: at.line, node: String(node) }];
  if (Array.isArray(node)) return node.flatMap((one: ReactNode) => fold(one, at));
  if (!isValidElement<Record<string, unknown> & { children?: ReactNode }>(node)) return [];
  const { children, line, ...rest } = node.props;
  if (node.type === Fragment) return fold(children, at);
  const name = typeof node.type === "string" ? node.type : node.type.name;
  // MDX wraps its content in a component of its own; step inside.
  if (typeof node.type === "function" && !(name in markers)) return fold(stepInto(node.type, node.props), at);
  const here = { ...at, line: typeof line === "string" ? Number(line) : at.line };
  const props: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === "style") continue;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") props[key] = value;
    else here.refuse(here.line, `<${name}> ${key}: only plain text may be given`);
  }
  checkNode(name, props, here);
  const isBlock = !at.inBlock && blockNames.includes(name);
  const folded = { type: name, props, children: fold(children, { ...here, inBlock: at.inBlock || isBlock }).map((piece) => piece.node) };
  if (isBlock) at.blocks.push({ line: here.line, ...wordsOf(folded) });
  if (name === "Scenario") for (const reason of wrongWithScenario(folded)) here.refuse(here.line, reason);
  return [{ line: here.line, node: folded }];
}

function wordsOf(block: TreeNode): Omit<Block, "line"> {
  const nodes = [...walk([block])];
  const clauses = nodes.flatMap((node) => (typeof node === "string" ? [] : node.type === "Clause" ? clausesOfMark(node.props) : typeof node.props.clause === "string" ? [node.props.clause] : []));
  return { text: nodes.filter((node) => typeof node === "string").join(""), clauses };
}

function checkNode(name: string, props: Record<string, string | number | boolean>, { line, elements, refuse, mentions }: Folding) {
  const component = Object.entries(mdxComponents).find(([known]) => known === name)?.[1];
  if (!component) {
    if (!elements.includes(name)) refuse(line, `<${name}> is not an element that may be used here`);
    else if (name === "a" && !/^\/(?!\/)/.test(String(props.href))) refuse(line, "a link leads to a page of this site: it begins with /");
    return;
  }
  const checked = component.safeParse(props);
  if (!checked.success) refuse(line, `<${name}> ${checked.error.issues.map((issue) => [...issue.path.map(String), issue.message].join(": ")).join("; ")}`);
  const clauses = name === "Clause" ? clausesOfMark(props) : typeof props.clause === "string" ? [props.clause] : [];
  for (const id of clauses) mentions.push({ kind: "clause", by: name, id, line });
  if (typeof props.question === "string") mentions.push({ kind: "question", by: name, id: props.question, line });
  if (typeof props.topic === "string") mentions.push({ kind: "topic", by: name, id: props.topic, line });
}

/** What a function component renders. MDX's own are functions of their properties. */
function stepInto(component: string | JSXElementConstructor<never>, props: unknown): ReactNode {
  const rendered: unknown = typeof component === "function" ? Reflect.apply(component, undefined, [props]) : null;
  return isNode(rendered) ? rendered : null;
}

function isNode(value: unknown): value is ReactNode {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean" || Array.isArray(value) || isValidElement(value);
}
