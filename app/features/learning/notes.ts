import type { Day } from "#app/lib/clock.ts";
import type { CandidateQuestion } from "../questions/candidate.ts";
import { formatFigure, type Figure } from "../standards/figure.ts";
import type { Standards } from "../standards/in-force.ts";
import { clausePath, viewClause, viewTopic, type TopicView } from "../standards/topic-view.ts";
import type { TreeNode } from "./tree.ts";
import { clausesOfMark, walk } from "./walk.ts";

/** What the marks of a text stand for, for one reader on one day: worked out on the server, so that the browser only looks it up. */
export type Notes = {
  /** By clause id: the regulation's short title, the place in it, the clause's page. */
  clauses: Record<string, { label: string; place: string; to: string }>;
  /** By topic key (the figure in force for the reader's company) or clause id (the figure of that clause). */
  figures: Record<string, string>;
  topics: Record<string, TopicView>;
  /** By question id: the practice question as a candidate sees it, and where its answer goes. */
  checks: Record<string, { question: CandidateQuestion; to: string }>;
};

export type Reader = {
  standards: Standards;
  companyKey: string;
  figures: Record<string, Figure>;
  day: Day;
  /** A practice question as a candidate sees it; null when there is none by that id. */
  practice: (questionId: string) => { question: CandidateQuestion; to: string } | null;
};

/** Collects what the `<Clause>`, `<Figure>`, `<Compare>` and `<Check>` marks of a text show to a reader of a company on a day. */
export function notesFor(tree: readonly TreeNode[], reader: Reader): Notes {
  const { standards, companyKey, day } = reader;
  const notes: Notes = { clauses: {}, figures: {}, topics: {}, checks: {} };
  for (const node of walk(tree)) {
    if (typeof node === "string") continue;
    const { clause, topic, question } = node.props;
    for (const id of node.type === "Clause" ? clausesOfMark(node.props) : []) {
      const regulation = standards.regulations.find((one) => one.id === id.split("/")[0]);
      const found = standards.clauses.get(id);
      if (found && regulation) notes.clauses[id] = { label: regulation.shortTitle, place: viewClause(found, regulation, undefined).place, to: clausePath(id) };
    }
    if (node.type === "Check" && typeof question === "string") {
      const check = reader.practice(question);
      if (check) notes.checks[question] = check;
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
