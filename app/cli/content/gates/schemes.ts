import { fitsQuota } from "#app/features/exams/draw.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** So many papers that share no question must be possible, or who sits after others has seen it all. */
const draws = 3;

/** What a scheme names exists, and the bank can fill its blueprint several times over. */
export function checkSchemes(source: Source): Problem[] {
  const problems: Problem[] = [];
  for (const file of source.schemes) {
    const { theory, practicals, track, commitment } = file.value;
    if (!source.tracks.some((one) => one.value.id === track)) problems.push({ file: file.file, line: file.lineOf(["track"]), reason: `there is no track ${track}` });
    practicals.forEach((id, index) => {
      if (!source.checklists.some((one) => one.value.id === id)) problems.push({ file: file.file, line: file.lineOf(["practicals", index]), reason: `there is no checklist ${id}` });
    });
    if (!source.regulations.some((one) => one.value.clauses.some((clause) => clause.id === commitment.clause)))
      problems.push({ file: file.file, line: file.lineOf(["commitment", "clause"]), reason: `there is no clause ${commitment.clause}` });
    theory.blueprint.forEach((quota, index) => {
      const bank = source.questions.flatMap((one) => one.value.questions.map((question) => ({ question, module: one.value.module })));
      const line = file.lineOf(["theory", "blueprint", index]);
      for (const [critical, wanted, what] of [[true, quota.critical, "critical"], [false, quota.count - quota.critical, "other"]] as const) {
        const pool = bank.filter((one) => fitsQuota(quota, one, critical)).length;
        if (pool < wanted * draws) problems.push({ file: file.file, line, reason: `${quota.module} has ${pool} ${what} exam questions${quota.difficulty === undefined ? "" : ` of difficulty ${quota.difficulty}`}; the blueprint draws ${wanted}, and the bank must fill it ${draws} times over` });
      }
    });
  }
  return problems;
}
