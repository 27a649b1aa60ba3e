import type { Standards } from "#app/features/standards/in-force.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";
import { checkBank } from "./bank.ts";
import { checkChecks } from "./checks.ts";
import { checkClauses } from "./clauses.ts";
import { checkFigures } from "./figures.ts";
import { checkNames } from "./names.ts";
import { checkProseFigures } from "./prose-figures.ts";
import { checkSchemes } from "./schemes.ts";
import { checkWording } from "./wording.ts";

/** What files must promise each other: ids exist and are used once, clauses are taught and tested, figures resolve, questions are fair, papers can be drawn, words are ours. */
export function checkContent(source: Source): Problem[] {
  const standards = standardsFrom(source);
  return [
    ...checkNames(source),
    ...checkClauses(source, standards),
    ...checkFigures(source, standards),
    ...checkProseFigures(source, standards),
    ...checkBank(source),
    ...checkChecks(source),
    ...checkSchemes(source),
    ...checkWording(source),
  ];
}

export function standardsFrom(source: Source): Standards {
  const regulations = source.regulations.map((one) => one.value);
  return {
    regulations,
    topics: source.topics?.value ?? [],
    companies: source.companies.map((one) => one.value),
    clauses: new Map(regulations.flatMap((one) => one.clauses).map((clause) => [clause.id, clause])),
  };
}
