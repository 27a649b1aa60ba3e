import { z } from "zod";
import { Figure } from "./figure.ts";

/** Posts 岗位 a norm, a module or a track is for; `all` is everybody. */
export const posts = [
  "technician", "counter-clerk", "hotline-agent", "ignition-tech", "meter-reader", "inspector",
  "lpg-delivery", "warehouse", "sales", "manager",
] as const;
export const Post = z.enum(posts);
export type Post = z.infer<typeof Post>;
export const Audience = z.enum(["all", ...posts]);

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A clause id is `regulation/clause`, both lower-case words joined by hyphens: `anran/repair-arrival`. */
export const ClauseId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
/** The key under which regulations disagree, section 5 of the curriculum map: `repair-arrival`. */
export const TopicKey = z.string().regex(slug);

/**
 * One norm of a regulation: a duty a person can be told, shown or asked.
 * `place` is where the source says it; `duty` is in our own words; `topic` is the key under which regulations disagree;
 * `general` clauses carry a public `reference` and never a figure of the seeds.
 * `untestable` says why nobody can be examined on it (a repealed text, an aim without a behaviour): it is taught, not asked.
 */
export const Clause = z.strictObject({
  id: ClauseId,
  place: z.string().min(1),
  duty: z.string().min(4),
  roles: z.array(Audience).min(1),
  topic: TopicKey.optional(),
  figure: Figure.optional(),
  critical: z.boolean().default(false),
  reference: z.string().optional(),
  untestable: z.string().min(4).optional(),
});
export type Clause = z.infer<typeof Clause>;

/** One regulation, one file: `house` is the company's own, `peer` another company's, `general` what every gas operator teaches. */
export const Regulation = z.strictObject({
  id: z.string().regex(slug),
  title: z.string().min(2),
  shortTitle: z.string().min(2).max(14),
  kind: z.enum(["house", "peer", "general"]),
  issued: z.string().optional(),
  sources: z.array(z.string()),
  note: z.string().optional(),
  /** What a reader must know before leaning on it: repealed, unverified, not a regulation. Shown wherever the regulation is. */
  caution: z.string().min(4).optional(),
  clauses: z.array(Clause).min(1),
});
export type Regulation = z.infer<typeof Regulation>;

/** A matter on which regulations differ; a question about it names the regulation or 本单位. */
export const Topic = z.strictObject({ key: TopicKey, title: z.string().min(2), ask: z.string().optional() });
export type Topic = z.infer<typeof Topic>;

/** A company's profile: the regulation it adopts and its own figures, each in force from a day on (Asia/Shanghai). */
export const Company = z.strictObject({
  id: z.string().regex(slug),
  name: z.string().min(2),
  adopts: z.string().regex(slug),
  figures: z
    .array(
      z.strictObject({
        topic: TopicKey,
        figure: Figure,
        from: z.iso.date(),
        basis: z.string().min(2),
      }),
    )
    .default([]),
});
export type Company = z.infer<typeof Company>;
