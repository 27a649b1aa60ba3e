import { z } from "zod";
import { catalogue, type ContentStore } from "#app/lib/content.server.ts";
import { versionOf } from "#app/features/standards/versions.server.ts";
import { Checklist } from "./checklist.ts";

/** A checklist as it stands in this build, with its version. */
export type ChecklistVersion = { checklist: Checklist; hash: string };

/** All checklists 考核表 of this build by id, in the order of their files. */
export const checklistsOf = catalogue<ReadonlyMap<string, ChecklistVersion>>(
  (content) => new Map(z.array(Checklist).parse(content.json("practicals.json")).map((checklist) => [checklist.id, { checklist, hash: versionOf(checklist) }])),
);

/** A checklist with its version; null when this build has none of that id. */
export function findChecklist(content: ContentStore, id: string): ChecklistVersion | null {
  return checklistsOf(content).get(id) ?? null;
}
