import type { Day } from "#app/lib/clock.ts";
import type { Clause, Company, Regulation, Topic } from "./clause.ts";
import type { Figure } from "./figure.ts";

export type Standards = {
  regulations: readonly Regulation[];
  topics: readonly Topic[];
  companies: readonly Company[];
  clauses: ReadonlyMap<string, Clause>;
};

/** A company's own figure on a topic in force on a day, with the day it began and its basis; null when the company set none. */
export function ownFigureInForce(standards: Standards, companyKey: string, topic: string, day: Day): Company["figures"][number] | null {
  const company = standards.companies.find((one) => one.id === companyKey);
  const own = (company?.figures ?? []).filter((one) => one.topic === topic && one.from <= day);
  return own.sort((a, b) => a.from.localeCompare(b.from)).at(-1) ?? null;
}

/**
 * The figure a company is held to on a topic, on a day: its own figure in force, else that of the regulation it adopts; null when neither sets one.
 * A company's own figure is in force from its day on, until a later one of the same topic.
 */
export function figureInForce(standards: Standards, companyKey: string, topic: string, day: Day): Figure | null {
  const own = ownFigureInForce(standards, companyKey, topic, day);
  if (own) return own.figure;
  return adoptedFigure(standards, companyKey, topic);
}

/** Every figure a company is or will be held to on a topic: what a question bound to the topic must be able to be graded by. */
export function figuresEverInForce(standards: Standards, companyKey: string, topic: string): Figure[] {
  const company = standards.companies.find((one) => one.id === companyKey);
  const own = (company?.figures ?? []).filter((one) => one.topic === topic).map((one) => one.figure);
  const adopted = adoptedFigure(standards, companyKey, topic);
  return adopted ? [adopted, ...own] : own;
}

function adoptedFigure(standards: Standards, companyKey: string, topic: string): Figure | null {
  const company = standards.companies.find((one) => one.id === companyKey);
  const adopted = standards.regulations.find((one) => one.id === company?.adopts);
  return adopted?.clauses.find((clause) => clause.topic === topic && clause.figure !== undefined)?.figure ?? null;
}
