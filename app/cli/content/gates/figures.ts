import { askedIn } from "#app/features/questions/question.ts";
import { figuresEverInForce, type Standards } from "#app/features/standards/in-force.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** Every figure that is shown or asked is set by the clause or for every company that would see it. */
export function checkFigures(source: Source, standards: Standards): Problem[] {
  const problems: Problem[] = [];
  for (const { file, mentions } of source.modules)
    for (const { kind, by, id, line } of mentions) {
      if (by !== "Figure") continue;
      if (kind === "clause" && !standards.clauses.get(id)?.figure) problems.push({ file, line, reason: `clause ${id} has no figure to show` });
      for (const company of standards.companies)
        if (kind === "topic" && figuresEverInForce(standards, company.id, id).length === 0) problems.push({ file, line, reason: `company ${company.id} has no figure in force for ${id}` });
    }
  for (const file of source.questions)
    file.value.questions.forEach((question, index) => {
      const say = (reason: string) => problems.push({ file: file.file, line: file.lineOf(["questions", index, "topic"]), reason: `${question.id}: ${reason}` });
      for (const asked of askedIn(question)) for (const reason of wrongKeys(asked, standards)) say(reason);
    });
  return problems;
}

/** A question bound to a topic has a key for every figure each company is or will be held to. */
function wrongKeys(asked: ReturnType<typeof askedIn>[number], standards: Standards): string[] {
  if (!("topic" in asked) || asked.topic === undefined) return [];
  const { topic } = asked;
  return standards.companies.flatMap((company) => {
    const figures = figuresEverInForce(standards, company.id, topic);
    if (figures.length === 0) return [`company ${company.id} has no figure in force for ${topic}`];
    return figures.flatMap((figure) => {
      if (asked.type === "single" && asked.options.filter((option) => option.value === figure.value).length !== 1) return [`for company ${company.id} exactly one option must be ${figure.value}`];
      return asked.type === "numeric" && asked.unit !== figure.unit ? [`the figure in force is in ${figure.unit}`] : [];
    });
  });
}
