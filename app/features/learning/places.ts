import type { Instant } from "#app/lib/clock.ts";
import type { TreeNode } from "./tree.ts";
import { walk } from "./walk.ts";

// Nothing here asks for zod: the reader in the browser counts paragraphs by these rules too.

/** Where somebody last read in a module, of which version of it, and when by the server's clock. Section and paragraph count from 1. */
export type Place = { hash: string; section: number; paragraph: number; at: Instant };

type Text = { hash: string; sections: readonly { tree: readonly TreeNode[] }[] };

/** How many paragraphs a section has: its blocks at the top level, counted from 1. Stable for a version. */
export function paragraphsIn(tree: readonly TreeNode[]): number {
  return tree.filter((node) => typeof node !== "string").length;
}

/** Whether a module has this paragraph. */
export function isPlaceIn({ sections }: Text, { section, paragraph }: Pick<Place, "section" | "paragraph">): boolean {
  const tree = sections[section - 1]?.tree;
  return tree !== undefined && Number.isInteger(paragraph) && paragraph >= 1 && paragraph <= paragraphsIn(tree);
}

/** Of two places the newer by the server's clock, whatever device it came from; of two at the same moment the one that came later. */
export function newerPlace(kept: Place | null, sent: Place): Place {
  return kept === null || sent.at >= kept.at ? sent : kept;
}

/**
 * Where to read on: the kept place, when it is of the current version and no section was noted as read after it.
 * `readAt` is when a section of this version was last noted; going on without JavaScript keeps no place but notes the section.
 */
export function placeToGoOn(module: Text, kept: Place | null, readAt: Instant | null): Place | null {
  if (kept === null || kept.hash !== module.hash || !isPlaceIn(module, kept)) return null;
  return readAt === null || kept.at >= readAt ? kept : null;
}

/** The address of a paragraph. */
export function pathOf(moduleId: string, { section, paragraph }: Pick<Place, "section" | "paragraph">): string {
  return `/modules/${moduleId}/${section}${paragraph > 1 ? `#p-${paragraph}` : ""}`;
}

/** About how many minutes each section takes: the module's time but for its self-check, which takes about as long as a section, shared out by Chinese characters. */
export function sectionMinutes({ minutes, sections }: { minutes: number; sections: Text["sections"] }): number[] {
  const lengths = sections.map(({ tree }) => charactersIn(tree));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const reading = (minutes * sections.length) / (sections.length + 1);
  return lengths.map((length) => Math.max(1, Math.round(all === 0 ? reading / sections.length : (reading * length) / all)));
}

function charactersIn(tree: readonly TreeNode[]): number {
  return [...walk(tree)].reduce((sum, node) => sum + (typeof node === "string" ? (node.match(/\p{Script=Han}/gu) ?? []).length : 0), 0);
}
