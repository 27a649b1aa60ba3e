import { z } from "zod";
import { catalogue, type ContentStore } from "#app/lib/content.server.ts";
import { versionOf } from "#app/features/standards/versions.server.ts";
import { Checklist, stepsOf } from "./checklist.ts";

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

/** A step of a checklist that carries a clause. */
export type CarryingStep = { checklist: string; step: string; title: string; critical: boolean };

/** By clause id, the steps of this build's checklists that carry it. */
export const stepsAbout = catalogue<ReadonlyMap<string, readonly CarryingStep[]>>((content) => {
  const about = new Map<string, CarryingStep[]>();
  for (const { checklist } of checklistsOf(content).values())
    for (const { id, title, critical, clauses } of stepsOf(checklist))
      for (const clause of clauses) about.set(clause, [...(about.get(clause) ?? []), { checklist: checklist.title, step: id, title, critical }]);
  return about;
});
