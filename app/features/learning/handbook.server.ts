import { z } from "zod";
import type { Actor } from "#app/features/people/access.ts";
import { catalogue, type ContentStore } from "#app/lib/content.server.ts";
import { Guide } from "./handbook.ts";

/** The pages of the handbook of this build, in the order of their files. */
export const guidesOf = catalogue<readonly Guide[]>((content) => z.array(Guide).parse(content.json("handbook.json")));

/** The pages of the handbook: first those written for the actor's roles, then the others; each in its place on the list. */
export function listGuides(content: ContentStore, actor: Actor) {
  const roles = actor.grants.map((grant) => grant.role);
  const guides = guidesOf(content).map(({ id, title, summary, roles: written }) => ({ id, title, summary, mine: written.some((role) => roles.includes(role)) }));
  return [...guides.filter((guide) => guide.mine), ...guides.filter((guide) => !guide.mine)];
}

/** One page of the handbook; null when there is none of that id. */
export function findGuide(content: ContentStore, id: string) {
  const guide = guidesOf(content).find((one) => one.id === id);
  return guide ? { title: guide.title, summary: guide.summary, tree: guide.tree } : null;
}
