import { questionTypes, type Question } from "#app/features/questions/question.ts";
import type { Source } from "./source.ts";
import { coverage } from "./gates/clauses.ts";

/** What the content holds, counted: the output of `npm run content -- --report`. */
export function reportOf(source: Source) {
  const questions = source.questions.flatMap((file) => file.value.questions);
  const clauses = source.regulations.flatMap((file) => file.value.clauses);
  return {
    modules: source.modules.length,
    regulations: source.regulations.length,
    clauses: clauses.length,
    testableClauses: clauses.filter((clause) => clause.untestable === undefined).length,
    questions: {
      total: questions.length,
      byType: Object.fromEntries(questionTypes.map((type) => [type, questions.filter((one) => one.type === type).length])),
      critical: questions.filter((one) => one.critical).length,
    },
    checklists: source.checklists.length,
    tracks: source.tracks.length,
    schemes: source.schemes.length,
    companies: source.companies.length,
    ...coverage(source),
    perModule: Object.fromEntries(
      source.modules.map(({ module }) => [
        module.id,
        {
          clauses: module.clauses.length,
          sections: module.sections.length,
          characters: module.characters,
          ...countOf(source.questions.find((file) => file.value.module === module.id)?.value.questions ?? []),
        },
      ]),
    ),
  };
}

function countOf(questions: readonly Question[]) {
  return { questions: questions.length, forExams: questions.filter((one) => one.use === "exam").length, critical: questions.filter((one) => one.critical).length };
}
