import { readFileSync } from "node:fs";
import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import { Fragment, isValidElement, type FunctionComponent, type JSXElementConstructor, type ReactNode } from "react";
import remarkGfm from "remark-gfm";
import { parse as parseYaml } from "yaml";
import { ModuleHead, type Module } from "#app/features/learning/module.ts";
import { markdownElements, mdxComponents, walk, type TreeNode } from "#app/features/learning/tree.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import type { Problem } from "./problems.ts";

/** A place in a module where something is named that other files must have. */
export type Mention = { kind: "clause" | "topic"; id: string; line: number };
export type ReadModule = { file: string; module: Module; mentions: Mention[] };

type MarkupNode = { type: string; name?: string | null; position?: { start: { line: number } }; attributes?: unknown[]; children?: MarkupNode[] };

/** Puts the line of each component into a `line` property, so that a wrong id is reported where it stands. */
function remarkLines(offset: number) {
  return () => (tree: MarkupNode) => {
    const visit = (node: MarkupNode) => {
      if (node.type.startsWith("mdxJsx") && node.attributes && node.position)
        node.attributes.push({ type: "mdxJsxAttribute", name: "line", value: String(node.position.start.line + offset) });
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}

/** Components that only carry their name: what they render is decided by the reader. */
const markers: Record<string, FunctionComponent> = Object.fromEntries(
  Object.keys(mdxComponents).map((name) => [name, Object.defineProperty(() => null, "name", { value: name })]),
);

/** Compiles one MDX module to data. What is wrong goes to `problems` with its line; null then. */
export async function readModule(file: string, problems: Problem[]): Promise<ReadModule | null> {
  const source = readFileSync(file, "utf8");
  const front = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!front) {
    problems.push({ file, line: 1, reason: "a module begins with its head between two lines of ---" });
    return null;
  }
  let matter: unknown;
  try {
    matter = parseYaml(front[1] ?? "");
  } catch (error) {
    problems.push({ file, line: 2, reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) });
    return null;
  }
  const head = ModuleHead.safeParse(matter);
  if (!head.success) {
    for (const issue of head.error.issues) problems.push({ file, line: 2, reason: `${issue.path.join(".")}: ${issue.message}` });
    return null;
  }
  const offset = front[0].split("\n").length - 1;
  let root: ReactNode;
  try {
    const { code } = await bundleMDX({
      source: source.slice(front[0].length),
      mdxOptions: (options: object) => Object.assign(options, { remarkPlugins: [remarkGfm, remarkLines(offset)] }),
      esbuildOptions: (options) => ({ ...options, minify: false, logLevel: "silent" }),
    });
    // The compiled module is a component; rendered one step with markers it is the tree of its elements.
    root = getMDXComponent(code)({ components: markers });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /(?:_mdx_bundler_entry_point[^:]*:|^)(\d+):\d+/m.exec(message)?.[1];
    problems.push({ file, line: line ? Number(line) + offset : 1, reason: message.split("\n").find((one) => one.trim().length > 0 && !one.startsWith("Build failed")) ?? message });
    return null;
  }
  const mentions: Mention[] = [];
  const before = problems.length;
  const tree = fold(root, { file, line: 1, problems, mentions });
  const sections: Module["sections"] = [];
  for (const node of tree) {
    if (typeof node !== "string" && node.type === "h2") sections.push({ title: textOf([node]), tree: [] });
    else if (sections.length === 0) problems.push({ file, line: offset + 1, reason: "text before the first `## ` heading belongs to no section" });
    else sections.at(-1)?.tree.push(node);
  }
  for (const section of sections) {
    for (const node of walk(section.tree)) {
      if (typeof node !== "string" && !(node.type in mdxComponents) && !markdownElements.some((name) => name === node.type))
        problems.push({ file, line: 1, reason: `<${node.type}> is not an element a module may use` });
    }
  }
  if (sections.length === 0) problems.push({ file, line: offset + 1, reason: "a module has at least one `## ` section" });
  if (problems.length > before) return null;
  const ids = (kind: Mention["kind"]) => [...new Set(mentions.filter((one) => one.kind === kind).map((one) => one.id))];
  const characters = (textOf(sections.flatMap((section) => section.tree)).match(/\p{Script=Han}/gu) ?? []).length;
  const body = { ...head.data, sections };
  return { file, mentions, module: { ...body, hash: hashOf(body), clauses: ids("clause"), topics: ids("topic"), characters } };
}

type Reading = { file: string; line: number; problems: Problem[]; mentions: Mention[] };

function fold(node: ReactNode, reading: Reading): TreeNode[] {
  if (node === null || node === undefined || typeof node === "boolean") return [];
  if (typeof node === "string" || typeof node === "number") return /^\n+$/.test(String(node)) ? [] : [String(node)];
  if (Array.isArray(node)) return node.flatMap((one: ReactNode) => fold(one, reading));
  if (!isValidElement<Record<string, unknown> & { children?: ReactNode }>(node)) return [];
  const { children, line, ...rest } = node.props;
  if (node.type === Fragment) return fold(children, reading);
  const name = typeof node.type === "string" ? node.type : node.type.name;
  // MDX wraps its content in a component of its own; step inside.
  if (typeof node.type === "function" && !(name in markers)) return fold(stepInto(node.type, node.props), reading);
  const at = { ...reading, line: typeof line === "string" ? Number(line) : reading.line };
  const props: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === "style") continue;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") props[key] = value;
    else at.problems.push({ file: at.file, line: at.line, reason: `<${name}> ${key}: only plain text may be given` });
  }
  const known = Object.entries(mdxComponents).find(([component]) => component === name);
  if (known) {
    const checked = known[1].safeParse(props);
    if (!checked.success) at.problems.push({ file: at.file, line: at.line, reason: `<${name}> ${checked.error.issues.map((issue) => issue.message).join("; ")}` });
    const clause = name === "Clause" ? props.id : props.clause;
    if (typeof clause === "string") at.mentions.push({ kind: "clause", id: clause, line: at.line });
    if (typeof props.topic === "string") at.mentions.push({ kind: "topic", id: props.topic, line: at.line });
  }
  return [{ type: name, props, children: fold(children, at) }];
}

/** What a function component renders. MDX's own are functions of their properties. */
function stepInto(component: string | JSXElementConstructor<never>, props: unknown): ReactNode {
  const rendered: unknown = typeof component === "function" ? Reflect.apply(component, undefined, [props]) : null;
  return isNode(rendered) ? rendered : null;
}

function isNode(value: unknown): value is ReactNode {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean" || Array.isArray(value) || isValidElement(value);
}

/** The text of a tree without its markup. */
function textOf(nodes: readonly TreeNode[]): string {
  return [...walk(nodes)].filter((node) => typeof node === "string").join("");
}
