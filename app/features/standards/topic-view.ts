import type { Day } from "#app/lib/clock.ts";
import type { Clause, Regulation } from "./clause.ts";
import { formatFigure } from "./figure.ts";
import { ownFigureInForce, type Standards } from "./in-force.ts";

/** One clause as a page shows it; `to` is its page, `adopted` whether it binds the reader's company. `place` is where the source says it, or for general knowledge its public reference. */
export type ClauseView = { id: string; to: string; regulation: string; place: string; duty: string; figure: string | null; adopted: boolean };
/** What all regulations say on a topic, the adopted one first, with the company's own figure if it set one. */
export type TopicView = { title: string; own: { figure: string; from: Day; basis: string } | null; rows: ClauseView[] };

/** The path of a clause's page. */
export function clausePath(id: string): string {
  return `/clauses/${id}`;
}

/** The id of the regulation a company adopts. */
export function adoptedBy(standards: Standards, companyKey: string): string | undefined {
  return standards.companies.find((one) => one.id === companyKey)?.adopts;
}

/** A clause with its regulation, written out for a page. The number of the source file before a place is the editors' and is left out. */
export function viewClause(clause: Clause, regulation: Regulation, adopts: string | undefined): ClauseView {
  return {
    id: clause.id,
    to: clausePath(clause.id),
    regulation: regulation.shortTitle,
    place: clause.reference ?? clause.place.replace(/^\d{3}\s+/, ""),
    duty: clause.duty,
    figure: clause.figure ? formatFigure(clause.figure) : null,
    adopted: regulation.id === adopts,
  };
}

/** The regulations side by side on one topic, for a company on a day; null when there is no such topic. */
export function viewTopic(standards: Standards, companyKey: string, key: string, day: Day): TopicView | null {
  const topic = standards.topics.find((one) => one.key === key);
  if (!topic) return null;
  const adopts = adoptedBy(standards, companyKey);
  const own = ownFigureInForce(standards, companyKey, key, day);
  const ordered = [...standards.regulations.filter((one) => one.id === adopts), ...standards.regulations.filter((one) => one.id !== adopts)];
  return {
    title: topic.title,
    own: own && { figure: formatFigure(own.figure), from: own.from, basis: own.basis },
    rows: ordered.flatMap((regulation) => regulation.clauses.filter((clause) => clause.topic === key).map((clause) => viewClause(clause, regulation, adopts))),
  };
}
