import type { BankQuestion } from "#app/features/questions/catalogue.server.ts";
import { shuffledIds } from "#app/features/questions/candidate.ts";
import type { Quota, Scheme } from "#app/features/standards/scheme.ts";
import type { Chance } from "#app/lib/random.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Paper } from "./paper.ts";

/** Whether a question of the bank may be drawn for a quota, as one of its critical or of its other questions. */
export function fitsQuota(quota: Quota, { question, module }: Pick<BankQuestion, "question" | "module">, critical: boolean): boolean {
  return question.use === "exam" && module === quota.module && question.critical === critical && (quota.difficulty === undefined || question.difficulty === quota.difficulty);
}

/**
 * Draws a paper: by every quota of the blueprint its number of exam questions of a module and a difficulty, of which so many critical; then mixes the questions
 * and the options of each. The same chance gives the same paper, in whatever order the bank is handed in.
 * Refused as `infeasible` when the bank cannot meet a quota.
 */
export function drawPaper(theory: Pick<Scheme["theory"], "blueprint" | "pointsPerQuestion">, bank: Iterable<BankQuestion>, chance: Chance): Result<Paper, "infeasible"> {
  const left = new Map([...bank].filter(({ question }) => question.use === "exam").map((one) => [one.question.id, one]));
  const drawn: BankQuestion[] = [];
  for (const quota of theory.blueprint) {
    for (const [critical, wanted] of [[true, quota.critical], [false, quota.count - quota.critical]] as const) {
      const pool = [...left.values()].filter((one) => fitsQuota(quota, one, critical));
      pool.sort((a, b) => (a.question.id < b.question.id ? -1 : 1));
      if (wanted < 0 || pool.length < wanted) return refused("infeasible");
      for (const one of chance.shuffle(pool).slice(0, wanted)) {
        drawn.push(one);
        left.delete(one.question.id);
      }
    }
  }
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
