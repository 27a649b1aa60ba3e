import { z } from "zod";
import { Audience, ClauseId, Post, TopicKey } from "../standards/clause.ts";
import { TreeNode } from "./tree.ts";

/** The head of a module's MDX file. The clauses it teaches are read from its `<Clause>` marks, not listed twice. */
export const ModuleHead = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(2),
  minutes: z.number().int().positive(),
  audience: z.array(Audience).min(1),
  /** Everyone who learns it confirms 已阅知 of every version that they have read it. */
  acknowledge: z.literal(true).optional(),
  summary: z.string().min(10).max(120),
  goals: z.array(z.string().min(4)).min(2).max(6),
});
export type ModuleHead = z.infer<typeof ModuleHead>;

/** Core modules are learnt whole and examined; of aware ones a short form is read (what to know, whom to hand over to); optional ones are free. */
export const moduleKinds = ["core", "aware", "optional"] as const;

/** A track 岗位课程: which modules a post learns, and how far. */
export const Track = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(2),
  summary: z.string().min(4),
  /** Empty means every post. */
  posts: z.array(Post),
  /** Within so many days of taking up the post it should be learnt; for everybody's track, of joining. Company policy; left out: no date. */
  dueDays: z.number().int().positive().optional(),
  modules: z.array(z.strictObject({ id: z.string(), kind: z.enum(moduleKinds) })).min(1),
});
export type Track = z.infer<typeof Track>;

/** A module as compiled: its head, its text in sections, the clauses it teaches, its version. */
export const Module = z.object({
  ...ModuleHead.shape,
  hash: z.string(),
  sections: z.array(z.object({ title: z.string(), tree: z.array(TreeNode) })).min(1),
  clauses: z.array(ClauseId),
  topics: z.array(TopicKey),
  /** Chinese characters of body text. */
  characters: z.number().int(),
});
export type Module = z.infer<typeof Module>;

/** What a module's version is the hash of: its head and its text. Kept with the records that name the version. */
export function contentOf({ id, title, minutes, audience, acknowledge, summary, goals, sections }: Module): Omit<Module, "hash" | "clauses" | "topics" | "characters"> {
  return { id, title, minutes, audience, ...(acknowledge ? { acknowledge } : {}), summary, goals, sections };
}
