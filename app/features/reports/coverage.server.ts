import { modulesOf, teachingOf } from "#app/features/learning/catalogue.server.ts";
import { stepsAbout } from "#app/features/practicals/catalogue.server.ts";
import { questionTypeNames } from "#app/features/questions/candidate.ts";
import { questionsAbout } from "#app/features/questions/catalogue.server.ts";
import { standardsOf } from "#app/features/standards/catalogue.server.ts";
import { regulationKinds } from "#app/features/standards/queries.server.ts";
import { catalogue, type ContentStore } from "#app/lib/content.server.ts";

/**
 * What carries a clause: the modules that teach it, the checklist steps that show it, and for staff the questions that ask about it.
 * Of a question kept for exams only its number and kind: not even staff see the words of a paper before it is sat. Null questions: not for this reader.
 */
export function carriersOf(content: ContentStore, clauseId: string, reader: { staff: boolean }) {
  const questions = (questionsAbout(content).get(clauseId) ?? []).map(({ question, module }) => ({
    id: question.id,
    type: questionTypeNames[question.type],
    difficulty: question.difficulty,
    critical: question.critical,
    use: question.use,
    stem: question.use === "practice" ? question.stem : null,
    module: modulesOf(content).get(module)?.title ?? module,
  }));
  return { taughtIn: teachingOf(content).get(clauseId) ?? [], steps: stepsAbout(content).get(clauseId) ?? [], questions: reader.staff ? questions : null };
}

/** For each clause of a regulation how much carries it; `questions` only for staff. */
export function carryingIn(content: ContentStore, clauseIds: readonly string[], reader: { staff: boolean }) {
  return Object.fromEntries(
    clauseIds.map((id) => [id, { modules: (teachingOf(content).get(id) ?? []).map((one) => ({ id: one.id, title: one.title, section: one.section })), steps: stepsAbout(content).get(id)?.length ?? 0, questions: reader.staff ? (questionsAbout(content).get(id)?.length ?? 0) : null }]),
  );
}

export type Coverage = {
  modules: { id: string; title: string; clauses: number }[];
  rows: { id: string; title: string; kind: string; clauses: number; taught: number; tested: number; /** By module, in the order of `modules`: how many of its clauses the module teaches. */ cells: number[] }[];
  totals: { clauses: number; taught: number; tested: number };
};

/** How many clauses of each regulation each module teaches, and how many of them are taught and tested at all. */
export const coverageOf = catalogue<Coverage>((content) => {
  const modules = [...modulesOf(content).values()];
  const taught = teachingOf(content);
  const isTested = (id: string) => questionsAbout(content).has(id) || stepsAbout(content).has(id);
  const rows = standardsOf(content).regulations.map(({ id, title, kind, clauses }) => ({
    id,
    title,
    kind: regulationKinds[kind],
    clauses: clauses.length,
    taught: clauses.filter((clause) => taught.has(clause.id)).length,
    tested: clauses.filter((clause) => isTested(clause.id)).length,
    cells: modules.map((module) => clauses.filter((clause) => taught.get(clause.id)?.some((one) => one.id === module.id)).length),
  }));
  const sum = (of: (row: Coverage["rows"][number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    modules: modules.map(({ id, title, clauses }) => ({ id, title, clauses: clauses.length })),
    rows,
    totals: { clauses: sum((row) => row.clauses), taught: sum((row) => row.taught), tested: sum((row) => row.tested) },
  };
});
