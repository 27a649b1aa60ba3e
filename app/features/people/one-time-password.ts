// Without 0 o 1 l i: it is read aloud and typed from paper.
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** A password to be used once, 59 random bits: `k7mp-4w9x-ab3d`. `pick(n)` is a fair whole number from 0 to n − 1. */
export function oneTimePassword(pick: (below: number) => number): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[pick(alphabet.length)]).join("");
  return [group(), group(), group()].join("-");
}
