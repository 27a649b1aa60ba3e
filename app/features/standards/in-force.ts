import type { Day } from "#app/lib/clock.ts";
import type { Clause, Company, Regulation, Topic } from "./clause.ts";
import type { Figure } from "./figure.ts";

export type Standards = {
  regulations: readonly Regulation[];
  topics: readonly Topic[];
  companies: readonly Company[];
  clauses: ReadonlyMap<string, Clause>;
};

/**
 * The figure a company is held to on a topic, on a day: its own figure in force, else that of the regulation it adopts; null when neither sets one.
 * A company's own figure is in force from its day on, until a later one of the same topic.
 */
export function figureInForce(standards: Standards, companyKey: string, topic: string, day: Day): Figure | null {
  const company = standards.companies.find((one) => one.id === companyKey);
  if (!company) return null;
  const own = company.figures
    .filter((one) => one.topic === topic && one.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  if (own) return own.figure;
  const adopted = standards.regulations.find((one) => one.id === company.adopts);
  return adopted?.clauses.find((clause) => clause.topic === topic && clause.figure !== undefined)?.figure ?? null;
}
