import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Repeatable chance: the same seed gives the same draw for ever, so a paper can be shown as it was drawn. */
export type Chance = { below: (count: number) => number; shuffle: <T>(items: readonly T[]) => T[] };

/** Chance from a seed of any text. `below(n)` is a whole number from 0 to n − 1. */
export function chanceOf(seed: string): Chance {
  const generator = xoroshiro128plus(createHash("sha256").update(seed).digest().readInt32BE(0));
  const below = (count: number) => uniformInt(generator, 0, count - 1);
  return {
    below,
    shuffle(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const [a, b] = [mixed[last], mixed[other]];
        if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
      }
      return mixed;
    },
  };
}
