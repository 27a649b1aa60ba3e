import type { BankQuestion } from "#app/features/questions/catalogue.server.ts";
import { shuffledIds } from "#app/features/questions/candidate.ts";
import type { Paper } from "#app/features/exams/paper.ts";
import type { Quota, Scheme } from "#app/features/standards/scheme.ts";
import type { Chance } from "#app/lib/random.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";

type Wish = { quota: Quota; critical: boolean; left: number };
type Fit = (wish: Wish, one: BankQuestion) => boolean;

/** How well a practice question meets a wish of the blueprint, best first: in all it says, in its difficulty, or in its module alone. */
const inModule: Fit = ({ quota }, one) => one.module === quota.module;
const inDifficulty: Fit = (wish, one) => inModule(wish, one) && (wish.quota.difficulty === undefined || one.question.difficulty === wish.quota.difficulty);
const inAll: Fit = (wish, one) => inDifficulty(wish, one) && one.question.critical === wish.critical;

/**
 * Draws a practice paper by the blueprint of an exam, from the practice part of the bank alone, so that no exam question is burnt. Every module
 * gives its number of questions as far as they go; difficulty and critical questions are wishes, filled from the same module where they cannot be met.
 * The same chance gives the same paper, in whatever order the bank is handed in. Refused as `no-questions` when not one could be drawn.
 */
export function drawPracticePaper(theory: Pick<Scheme["theory"], "blueprint" | "pointsPerQuestion">, bank: Iterable<BankQuestion>, chance: Chance): Result<Paper, "no-questions"> {
  const practice = [...bank].filter(({ question }) => question.use === "practice").sort((a, b) => (a.question.id < b.question.id ? -1 : 1));
  const left = new Map(practice.map((one) => [one.question.id, one]));
  const wishes = theory.blueprint.flatMap((quota): Wish[] => [{ quota, critical: true, left: quota.critical }, { quota, critical: false, left: quota.count - quota.critical }]);
  const drawn: BankQuestion[] = [];
  // What fits exactly is given out before anything is filled up, so that no wish takes what another one needs.
  for (const fits of [inAll, inDifficulty, inModule]) {
    for (const wish of wishes) {
      for (const one of chance.shuffle([...left.values()].filter((one) => fits(wish, one))).slice(0, wish.left)) {
        drawn.push(one);
        left.delete(one.question.id);
        wish.left -= 1;
      }
    }
  }
  if (drawn.length === 0) return refused("no-questions");
  return ok(
    chance.shuffle(drawn).map(({ question, module, hash }, index) => ({
      slot: index + 1,
      questionId: question.id,
      hash,
      module,
      order: chance.shuffle(shuffledIds(question)),
      points: theory.pointsPerQuestion,
      critical: question.critical,
    })),
  );
}

/** By module of a blueprint, in its order: how many questions the exam asks, and how many this paper has. */
export function countsByModule(blueprint: readonly Quota[], paper: Paper): { module: string; wanted: number; given: number }[] {
  return [...new Set(blueprint.map((quota) => quota.module))].map((module) => ({
    module,
    wanted: blueprint.filter((quota) => quota.module === module).reduce((sum, quota) => sum + quota.count, 0),
    given: paper.filter((slot) => slot.module === module).length,
  }));
}

/**
 * Where to read on after a missed question: the sections that teach its clauses, each once; those of the module it was asked from where there are
 * such, and at most three.
 */
export function sectionsToRead<T extends { id: string; section: number }>(module: string, taught: readonly T[]): T[] {
  const once = taught.filter((one, index) => taught.findIndex((other) => other.id === one.id && other.section === one.section) === index);
  const own = once.filter((one) => one.id === module);
  return (own.length > 0 ? own : once).slice(0, 3);
}
