import type { Guide } from "../learning/handbook.ts";
import type { Module } from "../learning/module.ts";
import type { TreeNode } from "../learning/tree.ts";
import { walk } from "../learning/walk.ts";
import type { Clause, Regulation } from "../standards/clause.ts";
import { formatFigure, type Figure } from "../standards/figure.ts";
import type { Standards } from "../standards/in-force.ts";
import { clausePath, viewClause } from "../standards/topic-view.ts";
import type { Entry, Sentence, Told } from "./entry.ts";

/** The company whose figures a reader sees: the regulation it adopts, and its figures in force by topic. */
export type Held = { adopts: string | undefined; figures: Readonly<Record<string, Figure>> };

const nothing = { figures: [], figure: null, inForce: null, caution: false, regulation: null } as const;

/** Whether every reader sees the same: the text shows no figure of the reader's own company. */
function sameForAll(tree: readonly TreeNode[]): boolean {
  return ![...walk(tree)].some((node) => typeof node !== "string" && node.type === "Figure" && typeof node.props.topic === "string");
}

/** The sections of the modules, and each module's cover; those which read alike in every company (`held` null), or those which do not. */
export function entriesOfModules(modules: Iterable<Module>, standards: Standards, held: Held | null): Entry[] {
  const figureOf = (props: Record<string, unknown>): string => {
    const figure = typeof props.topic === "string" ? held?.figures[props.topic] : typeof props.clause === "string" ? standards.clauses.get(props.clause)?.figure : undefined;
    return figure ? formatFigure(figure) : "";
  };
  return [...modules].flatMap(({ id, title, summary, goals, sections }) => {
    const cover: Entry = { id: `${id}/00`, kind: "module", to: `/modules/${id}`, title, source: "", sentences: [summary, ...goals].map((text) => ({ text, told: null })), ...nothing };
    const own = sections.flatMap((section, index): Entry[] => {
      if (sameForAll(section.tree) !== (held === null)) return [];
      const number = String(index + 1);
      return [{ id: `${id}/${number.padStart(2, "0")}`, kind: "module", to: `/modules/${id}/${number}`, title: section.title, source: title, sentences: sentencesOf(section.tree, figureOf), ...nothing }];
    });
    return held === null ? [cover, ...own] : own;
  });
}

/** The clauses without a topic, which are the same for everybody (`held` null), or those with one, which show what the reader's company is held to. */
export function entriesOfClauses(standards: Standards, held: Held | null): Entry[] {
  const own = held === null ? new Map<string, string>() : bearersOf(standards, held);
  return standards.regulations.flatMap((regulation) => regulation.clauses.filter((clause) => (clause.topic === undefined) === (held === null)).map((clause) => entryOfClause(clause, regulation, standards, own.has(clause.id) ? held : null)));
}

/** By topic on which the company is held to a figure, the clause that shows it: of its adopted regulation, if that has one. */
function bearersOf(standards: Standards, held: Held): Map<string, string> {
  const clauses = [...standards.clauses.values()];
  const ofAdopted = (clause: Clause) => clause.id.split("/")[0] === held.adopts;
  const bearers = new Map<string, string>();
  for (const topic of Object.keys(held.figures)) {
    const on = clauses.filter((clause) => clause.topic === topic);
    const bearer = on.find((clause) => ofAdopted(clause) && clause.figure) ?? on.find(ofAdopted) ?? on[0];
    if (bearer) bearers.set(bearer.id, topic);
  }
  return bearers;
}

function entryOfClause(clause: Clause, regulation: Regulation, standards: Standards, held: Held | null): Entry {
  const view = viewClause(clause, regulation, undefined);
  const bound = clause.topic === undefined ? undefined : held?.figures[clause.topic];
  const inForce = bound ? formatFigure(bound) : null;
  return {
    id: clause.id,
    kind: "clause",
    to: clausePath(clause.id),
    title: standards.topics.find((topic) => topic.key === clause.topic)?.title ?? "",
    source: `${regulation.title} · ${view.place}`,
    sentences: [{ text: clause.duty, told: null }],
    figures: [clause.figure, bound].filter((one) => one !== undefined),
    figure: view.figure,
    inForce: inForce === view.figure ? null : inForce,
    caution: regulation.caution !== undefined,
    regulation: regulation.id,
  };
}

/** The words of the glossary: the rows of its tables, Chinese, English, meaning. */
export function entriesOfGlossary(glossary: Pick<Guide, "id" | "tree">): Entry[] {
  const rows = [...walk(glossary.tree)].flatMap((node) => (typeof node !== "string" && node.type === "tr" ? [node] : []));
  return rows.flatMap((row): Entry[] => {
    const [word, english, meaning] = row.children.flatMap((cell) => (typeof cell !== "string" && cell.type === "td" ? [plainText(cell.children)] : []));
    if (word === undefined || meaning === undefined) return [];
    return [{ id: `term/${word}`, kind: "term", to: `/help/${glossary.id}`, title: word, source: english ?? "", sentences: [{ text: meaning, told: null }], ...nothing }];
  });
}

function plainText(nodes: readonly TreeNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : plainText(node.children))).join("").trim();
}

/** Elements that stand within a sentence; every other begins a new one. */
const inline: readonly string[] = ["strong", "em", "del", "a"];
const toldAs: Readonly<Record<string, Told>> = { NeverSay: "never-say", Scenario: "case" };
const closing = /(?<=[。！？；!?][”』」）)]?)(?![”』」）)。！？；!?])/u;

/** The sentences of a text as a reader sees them: figures written out, marks left out, and no question. */
export function sentencesOf(tree: readonly TreeNode[], figureOf: (props: Record<string, unknown>) => string): Sentence[] {
  const sentences: Sentence[] = [];
  let written = "";
  const end = (told: Told | null) => {
    for (const text of written.split(closing).map((one) => one.trim())) if (text !== "") sentences.push({ text, told });
    written = "";
  };
  const read = (nodes: readonly TreeNode[], told: Told | null) => {
    for (const node of nodes) {
      if (typeof node === "string") written += node.replaceAll(/\s*\n\s*/g, "");
      else if (node.type === "Figure") written += figureOf(node.props);
      else if (inline.includes(node.type)) read(node.children, told);
      else if (node.type === "td" || node.type === "th") {
        if (written !== "") written += " · ";
        read(node.children, told);
      } else if (node.type !== "Clause" && node.type !== "Check") {
        const within = toldAs[node.type] ?? told;
        end(told);
        for (const name of [node.props.title, node.props.caption]) if (typeof name === "string") sentences.push({ text: name, told: within });
        read(node.children, within);
        end(within);
      }
    }
  };
  read(tree, null);
  end(null);
  return sentences;
}
