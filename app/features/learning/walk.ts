import type { TreeNode } from "./tree.ts";

// Apart from the schema, so that the pages that read a text need not carry zod.

/** The clauses a `<Clause>` mark names, the first of them shown by name. */
export function clausesOfMark(props: Record<string, string | number | boolean>): string[] {
  return [props.id, ...String(props.also ?? "").split(/\s+/)].map(String).filter((id) => id !== "");
}

/** Every node of a tree, depth first. */
export function* walk(nodes: readonly TreeNode[]): Generator<TreeNode> {
  for (const node of nodes) {
    yield node;
    if (typeof node !== "string") yield* walk(node.children);
  }
}
