import type { Day } from "#app/lib/clock.ts";
import { formatFigure, type Figure } from "../standards/figure.ts";
import type { Standards } from "../standards/in-force.ts";
import { clausePath, viewClause, viewTopic, type TopicView } from "../standards/topic-view.ts";
import { walk, type TreeNode } from "./tree.ts";

/** What the marks of a text stand for, for one reader on one day: worked out on the server, so that the browser only looks it up. */
export type Notes = {
  /** By clause id: the regulation's short title, the place in it, the clause's page. */
  clauses: Record<string, { label: string; place: string; to: string }>;
  /** By topic key (the figure in force for the reader's company) or clause id (the figure of that clause). */
  figures: Record<string, string>;
  topics: Record<string, TopicView>;
};

/** Collects what the `<Clause>`, `<Figure>` and `<Compare>` marks of a text show to a reader of a company on a day. */
export function notesFor(tree: readonly TreeNode[], reader: { standards: Standards; companyKey: string; figures: Record<string, Figure>; day: Day }): Notes {
  const { standards, companyKey, day } = reader;
  const notes: Notes = { clauses: {}, figures: {}, topics: {} };
  for (const node of walk(tree)) {
    if (typeof node === "string") continue;
    const { id, clause, topic } = node.props;
    if (node.type === "Clause" && typeof id === "string") {
      const regulation = standards.regulations.find((one) => one.id === id.split("/")[0]);
      const found = standards.clauses.get(id);
      if (found && regulation) notes.clauses[id] = { label: regulation.shortTitle, place: viewClause(found, regulation, undefined).place, to: clausePath(id) };
    }
    if (node.type === "Figure") {
      const figure = typeof topic === "string" ? reader.figures[topic] : typeof clause === "string" ? standards.clauses.get(clause)?.figure : undefined;
      if (figure) notes.figures[String(topic ?? clause)] = formatFigure(figure);
    }
    if (node.type === "Compare" && typeof topic === "string") {
      const view = viewTopic(standards, companyKey, topic, day);
      if (view) notes.topics[topic] = view;
    }
  }
  return notes;
}
