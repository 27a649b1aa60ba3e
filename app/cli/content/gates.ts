import { figuresEverInForce, type Standards } from "#app/features/standards/in-force.ts";
import { stepsOf } from "#app/features/practicals/checklist.ts";
import type { Source } from "./source.ts";
import type { Problem } from "./problems.ts";

/** What files must promise each other: ids exist and are used once, clauses are taught and tested, figures resolve, papers can be drawn. */
export function checkContent(source: Source): Problem[] {
  const standards = standardsFrom(source);
  return [
    ...checkNames(source),
    ...checkClauses(source, standards),
    ...checkFigures(source, standards),
    ...checkSchemes(source),
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

/** Clause ids that no module teaches, and that neither a question nor a checklist tests. */
export function coverage(source: Source): { untaught: string[]; untested: string[] } {
  const taught = new Set(source.modules.flatMap((one) => one.module.clauses));
  const tested = new Set([
    ...source.questions.flatMap((file) => file.value.questions.flatMap((question) => question.clauses)),
    ...source.checklists.flatMap((file) => stepsOf(file.value).flatMap((step) => step.clauses)),
  ]);
  const ids = source.regulations.flatMap((file) => file.value.clauses.map((clause) => clause.id));
  return { untaught: ids.filter((id) => !taught.has(id)), untested: ids.filter((id) => !tested.has(id)) };
}

function checkNames(source: Source): Problem[] {
  const problems: Problem[] = [];
  const once = (seen: Map<string, string>, id: string, file: string, line: number) => {
    const before = seen.get(id);
    if (before) problems.push({ file, line, reason: `${id} is already used in ${before}` });
    else seen.set(id, file);
  };
  const named = (file: string, id: string, line: number) => {
    const base = file.split("/").at(-1)?.replace(/\.(yaml|mdx)$/, "");
    if (base !== id) problems.push({ file, line, reason: `the file is called ${base}, its id is ${id}` });
  };
  const clauses = new Map<string, string>();
  for (const file of source.regulations) {
    named(file.file, file.value.id, file.lineOf(["id"]));
    file.value.clauses.forEach((clause, index) => {
      once(clauses, clause.id, file.file, file.lineOf(["clauses", index, "id"]));
      if (!clause.id.startsWith(`${file.value.id}/`)) problems.push({ file: file.file, line: file.lineOf(["clauses", index, "id"]), reason: `${clause.id} does not begin with ${file.value.id}/` });
      if (file.value.kind === "general" && !clause.reference) problems.push({ file: file.file, line: file.lineOf(["clauses", index]), reason: `${clause.id}: general knowledge names its public reference` });
    });
  }
  for (const { file, module, lineOf } of source.modules) named(file, module.id, lineOf(["id"]));
  const questions = new Map<string, string>();
  for (const file of source.questions) {
    named(file.file, file.value.module, file.lineOf(["module"]));
    if (!source.modules.some((one) => one.module.id === file.value.module)) problems.push({ file: file.file, line: file.lineOf(["module"]), reason: `there is no module ${file.value.module}` });
    file.value.questions.forEach((question, index) => once(questions, question.id, file.file, file.lineOf(["questions", index, "id"])));
  }
  for (const file of [...source.checklists, ...source.companies, ...source.tracks, ...source.schemes]) named(file.file, file.value.id, file.lineOf(["id"]));
  for (const file of source.tracks)
    file.value.modules.forEach((entry, index) => {
      if (!source.modules.some((one) => one.module.id === entry.id)) problems.push({ file: file.file, line: file.lineOf(["modules", index, "id"]), reason: `there is no module ${entry.id}` });
    });
  return problems;
}

function checkClauses(source: Source, { clauses, topics }: Standards): Problem[] {
  const problems: Problem[] = [];
  const needClause = (id: string, file: string, line: number) => {
    if (!clauses.has(id)) problems.push({ file, line, reason: `there is no clause ${id}` });
  };
  const needTopic = (key: string | undefined, file: string, line: number) => {
    if (key !== undefined && !topics.some((topic) => topic.key === key)) problems.push({ file, line, reason: `there is no topic ${key}` });
  };
  for (const { file, mentions } of source.modules)
    for (const mention of mentions) (mention.kind === "clause" ? needClause : needTopic)(mention.id, file, mention.line);
  for (const file of source.questions)
    file.value.questions.forEach((question, index) => {
      for (const id of question.clauses) needClause(id, file.file, file.lineOf(["questions", index, "clauses"]));
      if ("topic" in question) needTopic(question.topic, file.file, file.lineOf(["questions", index, "topic"]));
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

function checkFigures(source: Source, standards: Standards): Problem[] {
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
      if (!("topic" in question) || question.topic === undefined) return;
      const line = file.lineOf(["questions", index, "topic"]);
      const say = (reason: string) => problems.push({ file: file.file, line, reason: `${question.id}: ${reason}` });
      for (const company of standards.companies) {
        const figures = figuresEverInForce(standards, company.id, question.topic);
        if (figures.length === 0) say(`company ${company.id} has no figure in force for ${question.topic}`);
        for (const figure of figures) {
          if (question.type === "single" && question.options.filter((option) => option.value === figure.value).length !== 1) say(`for company ${company.id} exactly one option must be ${figure.value}`);
          if (question.type === "numeric" && question.unit !== figure.unit) say(`the figure in force is in ${figure.unit}`);
        }
      }
    });
  return problems;
}

function checkSchemes(source: Source): Problem[] {
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
      const pool = (source.questions.find((one) => one.value.module === quota.module)?.value.questions ?? []).filter((question) => question.use === "exam");
      const critical = pool.filter((question) => question.critical).length;
      const line = file.lineOf(["theory", "blueprint", index]);
      if (critical < quota.critical || pool.length - critical < quota.count - quota.critical)
        problems.push({ file: file.file, line, reason: `${quota.module} has ${critical} critical and ${pool.length - critical} other exam questions; the blueprint draws ${quota.critical} and ${quota.count - quota.critical}` });
    });
  }
  return problems;
}
