import { guidesOf } from "#app/features/learning/handbook.server.ts";
import { modulesOf } from "#app/features/learning/catalogue.server.ts";
import { findLearner } from "#app/features/learning/learner.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { standardsOf } from "#app/features/standards/catalogue.server.ts";
import { formatFigure } from "#app/features/standards/figure.ts";
import { adoptedBy } from "#app/features/standards/topic-view.ts";
import { catalogue } from "#app/lib/content.server.ts";
import { entriesOfClauses, entriesOfGlossary, entriesOfModules, type Held } from "./entries.ts";
import { indexOf, readAsked, search, type Found, type Index } from "./search.ts";

/** What is the same for everybody, indexed at first use of a build. */
const commonIndex = catalogue<Index>((content) => {
  const standards = standardsOf(content);
  const glossary = guidesOf(content).filter((guide) => guide.id === "glossary");
  return indexOf([...entriesOfClauses(standards, null), ...entriesOfModules(modulesOf(content).values(), standards, null), ...glossary.flatMap(entriesOfGlossary)]);
});

/** What shows a company's own figures, by the figures in force: a handful, since they change on a few days only. */
const companyIndexes = catalogue<Map<string, Index>>(() => new Map());

function companyIndex(content: Context["content"], held: Held): Index {
  const known = companyIndexes(content);
  const key = JSON.stringify(held);
  const standards = standardsOf(content);
  const index = known.get(key) ?? indexOf([...entriesOfClauses(standards, held), ...entriesOfModules(modulesOf(content).values(), standards, held)]);
  if (known.size >= 50) known.clear();
  known.set(key, index);
  return index;
}

/**
 * Searches modules, clauses and the glossary as one person reads them today. `found` is null when nothing that can be looked for was typed;
 * `examples` are topics and figures of the person's own company, worth trying.
 */
export async function searchContent(context: Pick<Context, "store" | "content" | "now">, personId: string, typed: string): Promise<{ found: Found | null; examples: string[] }> {
  const { content } = context;
  const { companyKey, figures } = await findLearner(context, personId);
  const adopts = adoptedBy(standardsOf(content), companyKey);
  const asked = readAsked(typed);
  // Made even when nothing is asked yet: whoever opens the page is about to.
  const indexes = [commonIndex(content), companyIndex(content, { adopts, figures })];
  const found = asked.length === 0 ? null : search(indexes, asked, (entry) => entry.regulation !== null && entry.regulation === adopts);
  return { found, examples: found && found.count > 0 ? [] : examplesOf(content, figures) };
}

function examplesOf(content: Context["content"], figures: Held["figures"]): string[] {
  const topics = ["repair-arrival", "inspection-frequency-residential"].flatMap((key) => standardsOf(content).topics.find((one) => one.key === key) ?? []);
  return topics.flatMap(({ key, title }) => [title, ...(figures[key] ? [formatFigure(figures[key])] : [])]);
}
