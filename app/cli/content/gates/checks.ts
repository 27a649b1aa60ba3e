import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** A question asked within a module's text is one of that module's own and set apart for practice, so that no exam question is burnt. */
export function checkChecks(source: Source): Problem[] {
  return source.modules.flatMap(({ file, module, mentions }) => {
    const own = source.questions.find((one) => one.value.module === module.id)?.value.questions ?? [];
    return mentions.flatMap(({ kind, id, line }) => {
      if (kind !== "question") return [];
      const question = own.find((one) => one.id === id);
      if (!question) return [{ file, line, reason: `the module's bank has no question ${id}` }];
      return question.use === "practice" ? [] : [{ file, line, reason: `${id} is kept for exams and may not stand in a text` }];
    });
  });
}
