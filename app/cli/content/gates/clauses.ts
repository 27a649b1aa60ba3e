import { stepsOf } from "#app/features/practicals/checklist.ts";
import { askedIn } from "#app/features/questions/question.ts";
import type { Standards } from "#app/features/standards/in-force.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** Clause ids that no module teaches, and, among those that can be examined, that neither a question nor a checklist tests. */
export function coverage(source: Source): { untaught: string[]; untested: string[] } {
  const taught = new Set(source.modules.flatMap((one) => one.module.clauses));
  const tested = new Set([
    ...source.questions.flatMap((file) => file.value.questions.flatMap((question) => question.clauses)),
    ...source.checklists.flatMap((file) => stepsOf(file.value).flatMap((step) => step.clauses)),
  ]);
  const all = source.regulations.flatMap((file) => file.value.clauses);
  return {
    untaught: all.filter(({ id }) => !taught.has(id)).map(({ id }) => id),
    untested: all.filter(({ id, untestable }) => untestable === undefined && !tested.has(id)).map(({ id }) => id),
  };
}

/** Clauses and topics that are named exist; every clause is taught, and tested unless it says why it cannot be. */
export function checkClauses(source: Source, { clauses, topics }: Standards): Problem[] {
  const problems: Problem[] = [];
  const needClause = (id: string, file: string, line: number) => {
    if (!clauses.has(id)) problems.push({ file, line, reason: `there is no clause ${id}` });
  };
  const needTopic = (key: string | undefined, file: string, line: number) => {
    if (key !== undefined && !topics.some((topic) => topic.key === key)) problems.push({ file, line, reason: `there is no topic ${key}` });
  };
  for (const { file, mentions } of source.modules)
    for (const { kind, id, line } of mentions) {
      if (kind === "clause") needClause(id, file, line);
      if (kind === "topic") needTopic(id, file, line);
    }
  for (const file of source.questions)
    file.value.questions.forEach((question, index) => {
      for (const id of question.clauses) needClause(id, file.file, file.lineOf(["questions", index, "clauses"]));
      for (const asked of askedIn(question)) if ("topic" in asked) needTopic(asked.topic, file.file, file.lineOf(["questions", index, "topic"]));
    });
  for (const file of source.checklists)
    file.value.sections.forEach((section, at) =>
      section.steps.forEach((step, index) => {
        for (const id of step.clauses) needClause(id, file.file, file.lineOf(["sections", at, "steps", index, "clauses"]));
      }),
    );
  for (const file of source.regulations)
    file.value.clauses.forEach((clause, index) => needTopic(clause.topic, file.file, file.lineOf(["clauses", index, "topic"])));
  const { untaught, untested } = coverage(source);
  for (const file of source.regulations)
    file.value.clauses.forEach((clause, index) => {
      const line = file.lineOf(["clauses", index, "id"]);
      if (untaught.includes(clause.id)) problems.push({ file: file.file, line, reason: `${clause.id} is taught by no module` });
      if (untested.includes(clause.id)) problems.push({ file: file.file, line, reason: `${clause.id} is tested by no question and no checklist` });
    });
  return problems;
}
