import type { Figure } from "../standards/figure.ts";

/** What can be found, in the order in which it is shown. Questions of exams and self-checks are not among it. */
export const kinds = ["clause", "module", "term"] as const;
export type Kind = (typeof kinds)[number];

/** How a sentence is meant where it is no statement: words one must not say, a choice within a made-up case. */
export type Told = "never-say" | "case";
export type Sentence = { text: string; told: Told | null };

/** One thing that can be found: a clause, a section of a module, a word of the glossary. */
export type Entry = {
  /** Tells it from every other, and orders what ranks alike. */
  id: string;
  kind: Kind;
  to: string;
  /** Its own name; of a clause its topic, or nothing. */
  title: string;
  /** Where it stands: the module, the regulation, the English of a word. */
  source: string;
  sentences: readonly Sentence[];
  /** What it sets: the clause's figure, and the one the reader's company is held to instead. */
  figures: readonly Figure[];
  /** As written on the page; `inForce` only where the reader's company is held to another figure. */
  figure: string | null;
  inForce: string | null;
  /** Of a regulation that is not to be leaned on without reading why. */
  caution: boolean;
  /** Of the regulation with this id. */
  regulation: string | null;
};
