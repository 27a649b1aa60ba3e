import { z } from "zod";
import type { Day } from "#app/lib/clock.ts";
import { catalogue } from "#app/lib/content.server.ts";
import { Clause, Company, Regulation, Topic } from "./clause.ts";
import type { Figure } from "./figure.ts";
import { figureInForce, type Standards } from "./in-force.ts";

const Compiled = z.object({ regulations: z.array(Regulation), topics: z.array(Topic), companies: z.array(Company) });

/** The clause register, the topics and the company profiles of this build. */
export const standardsOf = catalogue<Standards>((content) => {
  const { regulations, topics, companies } = Compiled.parse(content.json("standards.json"));
  return { regulations, topics, companies, clauses: new Map(regulations.flatMap((one) => one.clauses).map((clause) => [clause.id, clause])) };
});

/** A clause with its regulation; null when there is none of that id. */
export function findClause(standards: Standards, id: string): { clause: Clause; regulation: Regulation } | null {
  const clause = standards.clauses.get(id);
  const regulation = standards.regulations.find((one) => one.id === id.split("/")[0]);
  return clause && regulation ? { clause, regulation } : null;
}

/** The figures of a company on a day by topic: what `<Figure topic>` shows and what topic-bound questions are graded by. */
export function figuresOn(standards: Standards, companyKey: string, day: Day): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  for (const topic of standards.topics) {
    const figure = figureInForce(standards, companyKey, topic.key, day);
    if (figure) figures[topic.key] = figure;
  }
  return figures;
}
