import type { Day } from "#app/lib/clock.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import { findClause, standardsOf } from "./catalogue.server.ts";
import type { Audience, Post, Regulation } from "./clause.ts";
import { formatFigure } from "./figure.ts";
import { figureInForce } from "./in-force.ts";
import { postNames } from "./posts.ts";
import { adoptedBy, viewClause, viewTopic } from "./topic-view.ts";
import type { z } from "zod";

const kindOrder: Record<Regulation["kind"], number> = { house: 0, general: 1, peer: 2 };
export const regulationKinds: Record<Regulation["kind"], string> = { house: "本公司规范", general: "行业通识", peer: "其他公司的规范" };

function audienceNames(roles: readonly z.infer<typeof Audience>[]): string[] {
  return roles.map((role) => (role === "all" ? "所有岗位" : postNames[role]));
}

/** All regulations with how many clauses each has: the company's adopted one first, then general knowledge, then what others do. */
export function listRegulations(content: ContentStore, companyKey: string) {
  const standards = standardsOf(content);
  const adopts = adoptedBy(standards, companyKey);
  const rank = (one: Regulation) => (one.id === adopts ? -1 : kindOrder[one.kind]);
  return [...standards.regulations]
    .sort((a, b) => rank(a) - rank(b))
    .map((one) => ({ id: one.id, title: one.title, kind: regulationKinds[one.kind], issued: one.issued ?? null, clauses: one.clauses.length, caution: one.caution ?? null, adopted: one.id === adopts }));
}

/** One regulation with its clauses, or those that bind a post; null when there is none of that id. */
export function findRegulation(content: ContentStore, companyKey: string, id: string, post: Post | null = null) {
  const standards = standardsOf(content);
  const adopts = adoptedBy(standards, companyKey);
  const one = standards.regulations.find((regulation) => regulation.id === id);
  if (!one) return null;
  const { title, kind, issued, note, caution } = one;
  const shown = one.clauses.filter((clause) => post === null || clause.roles.includes("all") || clause.roles.includes(post));
  const clauses = shown.map((clause) => ({ ...viewClause(clause, one, adopts), critical: clause.critical }));
  return { id, title, kind: regulationKinds[kind], issued: issued ?? null, note: note ?? null, caution: caution ?? null, adopted: id === adopts, post, of: one.clauses.length, clauses };
}

/** A clause's page: what it says, whom it is for, what others say on its topic, and the figure that binds the company on a day; null when there is none of that id. */
export function findClausePage(content: ContentStore, companyKey: string, id: string, day: Day) {
  const standards = standardsOf(content);
  const found = findClause(standards, id);
  if (!found) return null;
  const { clause, regulation } = found;
  const topic = clause.topic === undefined ? null : viewTopic(standards, companyKey, clause.topic, day);
  const view = viewClause(clause, regulation, adoptedBy(standards, companyKey));
  const figure = clause.topic === undefined ? null : figureInForce(standards, companyKey, clause.topic, day);
  const inForce = figure && formatFigure(figure);
  return {
    ...view,
    regulationId: regulation.id,
    regulationTitle: regulation.title,
    kind: regulationKinds[regulation.kind],
    audience: audienceNames(clause.roles),
    critical: clause.critical,
    caution: regulation.caution ?? null,
    untestable: clause.untestable ?? null,
    /** Null where nothing binds, and where the clause itself says it. */
    inForce: view.adopted && inForce === view.figure ? null : inForce,
    topic: topic && { ...topic, rows: topic.rows.filter((row) => row.id !== id) },
  };
}
