import { questionTypes } from "#app/features/questions/question.ts";
import type { Source } from "./source.ts";
import { coverage } from "./gates.ts";

/** What the content holds, counted: the output of `npm run content -- --report`. */
export function reportOf(source: Source) {
  const questions = source.questions.flatMap((file) => file.value.questions);
  return {
    modules: source.modules.length,
    regulations: source.regulations.length,
    clauses: source.regulations.reduce((sum, file) => sum + file.value.clauses.length, 0),
    questions: {
      total: questions.length,
      byType: Object.fromEntries(questionTypes.map((type) => [type, questions.filter((one) => one.type === type).length])),
      critical: questions.filter((one) => one.critical).length,
    },
    checklists: source.checklists.length,
    tracks: source.tracks.length,
    schemes: source.schemes.length,
    ...coverage(source),
    perModule: Object.fromEntries(
      source.modules.map(({ module }) => [
        module.id,
        {
          clauses: module.clauses.length,
          questions: source.questions.find((file) => file.value.module === module.id)?.value.questions.length ?? 0,
          characters: module.characters,
        },
      ]),
    ),
  };
}
