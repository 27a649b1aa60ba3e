import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

/** Every id is used once, begins as its file is called, and what is named exists. */
export function checkNames(source: Source): Problem[] {
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
