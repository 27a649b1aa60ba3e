import { askedIn, type Question } from "#app/features/questions/question.ts";
import type { Problem } from "../problems.ts";
import type { Source } from "../source.ts";

const alike = 0.8;

/**
 * A bank is fair: no two stems say nearly the same, and a key cannot be guessed from its place, its length, or from what is usually true.
 * Chance is what guessing would give: one in so many options.
 */
export function checkBank(source: Source): Problem[] {
  const all = source.questions.flatMap((file) => file.value.questions.map((question, index) => ({ question, file: file.file, line: file.lineOf(["questions", index, "id"]) })));
  return [...nearDuplicates(all), ...source.questions.flatMap((file) => guessable(file.value.questions).map((reason) => ({ file: file.file, line: file.lineOf(["questions"]), reason }))), ...guessableBank(all)];
}

type Placed = { question: Question; file: string; line: number };

function nearDuplicates(all: readonly Placed[]): Problem[] {
  const stems = all.flatMap(({ question, ...at }) => [{ ...at, id: question.id, pairs: pairsOf(question.stem) }]);
  return stems.flatMap((one, index) =>
    stems.slice(0, index).flatMap((other) => {
      const share = likeness(one.pairs, other.pairs);
      return share < alike ? [] : [{ file: one.file, line: one.line, reason: `${one.id} asks nearly the same as ${other.id} (${Math.round(share * 100)} % of the stem)` }];
    }),
  );
}

/** The pairs of neighbouring letters and digits of a text, punctuation left out. */
export function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)));
}

/** 0 to 1: twice what two sets share, of both together (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0 || Math.min(a.size, b.size) / Math.max(a.size, b.size) < alike / (2 - alike)) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

type Key = { place: number; of: number; longest: boolean };

/** Single choices with a key of their own, by the place of the key and whether it alone is the longest. Those bound to a figure have no fixed key. */
function keysOf(questions: readonly Question[]): Key[] {
  return questions.flatMap(askedIn).flatMap((asked) => {
    if (asked.type !== "single" || asked.topic !== undefined) return [];
    const lengths = asked.options.map((option) => option.text.length);
    const place = asked.options.findIndex((option) => option.correct === true);
    const longest = lengths.every((length, index) => index === place || length < (lengths[place] ?? 0));
    return [{ place, of: asked.options.length, longest }];
  });
}

const expected = (keys: readonly Key[]) => keys.reduce((sum, key) => sum + 1 / key.of, 0);

/** What two standard deviations of pure chance would still allow, rounded up. */
function bound(keys: readonly Key[]): number {
  const spread = Math.sqrt(keys.reduce((sum, key) => sum + (1 / key.of) * (1 - 1 / key.of), 0));
  return Math.ceil(expected(keys) + 2 * spread);
}

/** What a candidate who knows nothing could go by in these questions, in words. */
export function guessable(questions: readonly Question[]): string[] {
  const keys = keysOf(questions);
  const longest = keys.filter((key) => key.longest).length;
  const places = [0, 1, 2, 3].map((place) => keys.filter((key) => key.place === place).length);
  const answers = questions.flatMap(askedIn).flatMap((asked) => (asked.type === "truefalse" ? [asked.answer] : []));
  return [
    ...(longest > bound(keys) ? [`the key is the longest option in ${longest} of ${keys.length} single choices; chance would give ${expected(keys).toFixed(1)}`] : []),
    ...places.flatMap((count, place) => (count > bound(keys) ? [`the key stands in place ${"abcd"[place]} in ${count} of ${keys.length} single choices`] : [])),
    ...(answers.length > 1 && new Set(answers).size === 1 ? [`all ${answers.length} true/false statements are ${answers[0] ? "true" : "false"}`] : []),
  ];
}

/** Over the whole bank chance leaves no room: the longest option may not be the key more often than guessing would find it. */
function guessableBank(all: readonly Placed[]): Problem[] {
  const keys = keysOf(all.map((one) => one.question));
  const longest = keys.filter((key) => key.longest).length;
  const last = all.at(-1);
  if (!last || keys.length < 40) return [];
  const places = [0, 1, 2, 3].map((place) => keys.filter((key) => key.place === place).length);
  const reasons = [
    ...(longest > expected(keys) ? [`over the whole bank the key is the longest option in ${longest} of ${keys.length} single choices; chance would give ${expected(keys).toFixed(1)}`] : []),
    ...places.flatMap((count, place) => (count > bound(keys) ? [`over the whole bank the key stands in place ${"abcd"[place]} in ${count} of ${keys.length} single choices`] : [])),
  ];
  return reasons.map((reason) => ({ file: "content/questions", line: 1, reason }));
}
