import { cloneElement, createElement, isValidElement, type ReactNode } from "react";
import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Notes } from "../notes.ts";
import type { TreeNode } from "../tree.ts";
import { walk } from "../walk.ts";
import { blocks } from "./blocks.tsx";

type Reading = { notes: Notes; /** By how many levels headings move up, where the page's own title takes the place of one. */ up: number };

/**
 * A compiled text with our components. Nothing is evaluated: names are looked up, marks are replaced by what the server worked out.
 * With `places` its blocks at the top level are found by `#p-1`, `#p-2` …, counted as `paragraphsIn` counts them.
 */
export function Text({ tree, notes, up = 0, places = false }: { tree: readonly TreeNode[]; notes: Notes; up?: number; places?: boolean }) {
  if (!places) return <>{render(tree, { notes, up })}</>;
  const blocks = tree.filter((node) => typeof node !== "string");
  return <>{blocks.map((node, index) => <Node key={index} node={node} reading={{ notes, up }} id={`p-${index + 1}`} />)}</>;
}

export const noNotes: Notes = { clauses: {}, figures: {}, topics: {}, checks: {} };

function render(nodes: readonly TreeNode[], reading: Reading): ReactNode[] {
  return nodes.map((node, index) => (typeof node === "string" ? node : <Node key={index} node={node} reading={reading} />));
}

function Node({ node, reading, id }: { node: Exclude<TreeNode, string>; reading: Reading; id?: string }) {
  const { t } = useTranslation();
  const shown = show(node, reading, t);
  if (id === undefined) return shown;
  return isValidElement<{ id?: string }>(shown) && typeof shown.type === "string" ? cloneElement(shown, { id }) : <div id={id}>{shown}</div>;
}

function show(node: Exclude<TreeNode, string>, reading: Reading, t: TFunction): ReactNode {
  const { type, props } = node;
  const children = node.children.length > 0 ? render(node.children, reading) : undefined;
  const block = Object.entries(blocks).find(([name]) => name === type)?.[1];
  if (block) return block({ props, node, children, notes: reading.notes, t, render: (nodes) => render(nodes, reading) });
  if (type === "table") return <div tabIndex={0} role="region" aria-label={t("表格：{{columns}}，从“{{first}}”起", tableNames(node))} className="table-scroll"><table>{children}</table></div>;
  // A mark of several clauses folds open, and HTML lets nothing fold within a paragraph.
  if (type === "p" && [...walk(node.children)].some((one) => typeof one !== "string" && one.type === "Clause" && one.props.also !== undefined)) return <div className="paragraph">{children}</div>;
  if (type === "a") return <Link to={String(props.href)}>{children}</Link>;
  if (type === "th") return <th scope="col">{children}</th>;
  if (/^h[2-4]$/.test(type)) return createElement(`h${Number(type.slice(1)) - reading.up}`, null, children);
  return createElement(type, type === "ol" && props.start !== undefined ? { start: props.start } : null, children);
}

/** What tells one table of a page from another: its columns and its first cell. */
function tableNames(table: TreeNode): { columns: string; first: string } {
  const cells = (type: string) => within(table, type).map(textOf);
  return { columns: cells("th").join("、"), first: cells("td")[0] ?? "" };
}

function within(node: TreeNode, type: string): TreeNode[] {
  if (typeof node === "string") return [];
  return node.type === type ? [node] : node.children.flatMap((child) => within(child, type));
}

export function textOf(node: TreeNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}
