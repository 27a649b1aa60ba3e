import { amountsIn, holdsOf, type Amount } from "./amounts.ts";
import type { Entry, Kind, Sentence } from "./entry.ts";
import { contains, normalise, placesOf, type Normal } from "./normal.ts";

/** A word or phrase as typed, and the words it is made of: 报修到场时限 is 报修, 到场, 时限. */
type Term = { text: string; words: readonly string[] };
/** One way to understand what was typed: words alone, or words and amounts. */
type Reading = { terms: readonly Term[]; amounts: readonly string[] };
export type Asked = readonly Reading[];

const longest = 200;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const particle = /^[的了吗呢吧着啊是在]$/;

/** What is asked for. Nothing (no readings) where no letter or digit was typed; what is longer than 200 characters is cut. */
export function readAsked(typed: string): Asked {
  const query = [...typed].slice(0, longest).join("");
  const normal = normalise(query);
  const amounts = amountsIn(normal.text);
  const bounds = amounts.map((one) => ({ from: normal.from[one.from] ?? 0, to: normal.to[one.to - 1] ?? 0 }));
  const literal: Reading = { terms: termsIn(rewritten(query, bounds, (inside) => inside.replaceAll(/\s/g, ""))), amounts: [] };
  const measured: Reading = { terms: termsIn(rewritten(query, bounds, () => " ")), amounts: amounts.map((one) => one.key) };
  const readings = amounts.length > 0 ? [measured, literal] : [literal];
  return readings.filter((one) => one.terms.length + one.amounts.length > 0);
}

function rewritten(text: string, bounds: readonly { from: number; to: number }[], write: (inside: string) => string): string {
  let [out, at] = ["", 0];
  for (const { from, to } of bounds) {
    out += text.slice(at, from) + write(text.slice(from, to));
    at = to;
  }
  return out + text.slice(at);
}

function termsIn(text: string): Term[] {
  const parts = text.normalize("NFKC").split(/[^\p{L}\p{N}\p{M}.%°/~-]+/u).map((part) => normalise(part.replaceAll(/^[./~-]+|[./~-]+$/g, "")).text);
  return [...new Set(parts)].filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => ({ text: part, words: wordsOf(part) }));
}

/** The words of a term. A lone character says too little by itself: it goes with what stands before it, 服务期, 30分钟, 怎么办; particles between words are left out. */
function wordsOf(term: string): string[] {
  const words: string[] = [];
  let open = true; // whether what comes next may join the last word
  for (const { segment } of segmenter.segment(term)) {
    const last = words.length - 1;
    if (particle.test(segment) && last >= 0) open = false;
    else if (open && last >= 0 && ([...segment].length === 1 || [...(words[last] ?? "")].length === 1 || /\d$/.test(words[last] ?? ""))) words[last] += segment;
    else {
      words.push(segment);
      open = true;
    }
  }
  return [...new Set(words)];
}

type Line = { sentence: Sentence; normal: Normal; amounts: readonly Amount[] };
type Prepared = { entry: Entry; title: Normal; source: string; lines: readonly Line[]; figures: ReadonlySet<string>; amounts: ReadonlySet<string> };
/** What can be found, with a list for every character, pair of characters and amount of the entries that hold it. */
export type Index = { prepared: readonly Prepared[]; holding: ReadonlyMap<string, readonly number[]> };

const amountMark = "\0";

/** Adds the characters and the pairs of neighbours of a normalised text. Chinese has no spaces: pairs take the place of words. */
function addGrams(text: string, grams: Set<string>): Set<string> {
  for (let at = 0; at < text.length; at += 1) grams.add(text.charAt(at)).add(text.slice(at, at + 2));
  return grams;
}

/** The pairs of a word; of a single character, itself. */
function pairsOf(word: string): string[] {
  return word.length < 2 ? [word] : [...addGrams(word, new Set())].filter((gram) => gram.length === 2);
}

export function indexOf(entries: readonly Entry[]): Index {
  const holding = new Map<string, number[]>();
  const prepared = entries.map((entry, number): Prepared => {
    const lines = entry.sentences.map((sentence): Line => {
      const normal = normalise(sentence.text);
      return { sentence, normal, amounts: amountsIn(normal.text) };
    });
    const [title, source] = [normalise(entry.title), normalise(entry.source).text];
    const figures = new Set(entry.figures.flatMap(holdsOf));
    const amounts = new Set([...lines.flatMap((line) => line.amounts), ...amountsIn(title.text)].flatMap((one) => one.holds));
    const keys = new Set([...figures, ...amounts].map((key) => amountMark + key));
    for (const text of [title.text, source, ...lines.map((line) => line.normal.text)]) addGrams(text, keys);
    for (const key of keys) {
      const list = holding.get(key);
      if (list) list.push(number);
      else holding.set(key, [number]);
    }
    return { entry, title, source, lines, figures, amounts };
  });
  return { prepared, holding };
}

/** A piece of text; what was asked for is marked. */
export type Piece = { text: string; hit: boolean };
export type Hit = Pick<Entry, "id" | "kind" | "to" | "source" | "figure" | "inForce" | "caution"> & { title: Piece[]; sentence: Piece[]; told: Sentence["told"] };
/** What was found of each kind: how many, and the best of them. `partly`: nothing holds all that was asked, these hold at least half of it. */
export type Found = { kinds: Record<Kind, { count: number; hits: Hit[] }>; count: number; partly: boolean };

export const mostOfAKind = 20;

/**
 * Searches. An entry is found when it holds every word and every amount of one reading of what was asked; where none does, those that hold at least half of
 * its pairs. Figures first, then titles, then phrases, then words apart; `prefer` breaks ties, then the id, so that the order of the entries does not matter.
 */
export function search(indexes: readonly Index[], asked: Asked, prefer: (entry: Entry) => boolean): Found {
  const whole = indexes.flatMap((index) => candidatesIn(index, asked).flatMap((one) => rankOf(one, asked, prefer) ?? []));
  if (whole.length > 0) return found(whole, asked, false);
  return found(indexes.flatMap((index) => halfIn(index, asked, prefer)), asked, true);
}

type Ranked = { prepared: Prepared; rank: readonly number[] };

function candidatesIn({ prepared, holding }: Index, asked: Asked): Prepared[] {
  const numbers = new Set(asked.flatMap(({ terms, amounts }) => {
    const keys = [...amounts.map((key) => amountMark + key), ...terms.flatMap((term) => term.words.flatMap(pairsOf))];
    const lists = keys.map((key) => holding.get(key) ?? []).sort((a, b) => a.length - b.length);
    const others = lists.slice(1).map((list) => new Set(list));
    return (lists[0] ?? []).filter((number) => others.every((set) => set.has(number)));
  }));
  return [...numbers].flatMap((number) => prepared[number] ?? []);
}

function rankOf(prepared: Prepared, asked: Asked, prefer: (entry: Entry) => boolean): Ranked | null {
  const ranks = asked.flatMap((reading) => {
    const rank = rankBy(prepared, reading, prefer(prepared.entry));
    return rank ? [rank] : [];
  });
  const rank = ranks.sort(compareRanks)[0];
  return rank ? { prepared, rank } : null;
}

function rankBy({ title, source, lines, figures, amounts }: Prepared, reading: Reading, preferred: boolean): number[] | null {
  let [byFigure, byTitle, byPhrase, bySource] = [0, 0, 0, 0];
  for (const key of reading.amounts) {
    if (figures.has(key)) byFigure += 1;
    else if (amounts.has(key)) byPhrase += 1;
    else return null;
  }
  for (const { text, words } of reading.terms) {
    if (contains(title.text, text)) byTitle += title.text === text ? 2 : 1;
    else if (lines.some((line) => contains(line.normal.text, text))) byPhrase += 1;
    else if (contains(source, text)) bySource += 1;
    else if (!words.every((word) => contains(title.text, word) || contains(source, word) || lines.some((line) => contains(line.normal.text, word)))) return null;
  }
  const together = Math.max(0, ...lines.map((line) => sharedBy(line, reading)));
  return [byFigure, byTitle, byPhrase, bySource, preferred ? 1 : 0, together];
}

/** How much of what was asked stands in one sentence. */
function sharedBy({ normal, amounts }: Line, reading: Reading): number {
  const words = reading.terms.flatMap((term) => (contains(normal.text, term.text) ? [...term.words, ...term.words] : term.words.filter((word) => contains(normal.text, word))));
  return words.length + reading.amounts.filter((key) => amounts.some((one) => one.holds.includes(key))).length;
}

function halfIn({ prepared, holding }: Index, asked: Asked, prefer: (entry: Entry) => boolean): Ranked[] {
  const wanted = new Set(asked.slice(0, 1).flatMap(({ terms, amounts }) => [...amounts.map((key) => amountMark + key), ...terms.flatMap((term) => pairsOf(term.text))]));
  if (wanted.size < 2) return [];
  const shares = new Map<number, number>();
  for (const key of wanted) for (const number of holding.get(key) ?? []) shares.set(number, (shares.get(number) ?? 0) + 1);
  return [...shares].flatMap(([number, share]) => {
    const one = prepared[number];
    return one && share * 2 >= wanted.size ? [{ prepared: one, rank: [share, prefer(one.entry) ? 1 : 0] }] : [];
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

function found(ranked: readonly Ranked[], asked: Asked, partly: boolean): Found {
  const ordered = [...ranked].sort((a, b) => compareRanks(a.rank, b.rank) || (a.prepared.entry.id < b.prepared.entry.id ? -1 : 1));
  const of = (kind: Kind) => {
    const all = ordered.filter((one) => one.prepared.entry.kind === kind);
    return { count: all.length, hits: all.slice(0, mostOfAKind).map((one) => shown(one, asked, partly)) };
  };
  return { kinds: { clause: of("clause"), module: of("module"), term: of("term") }, count: ordered.length, partly: partly && ordered.length > 0 };
}

/** The sentence that says most of what was asked, with it marked. */
function shown({ prepared }: Ranked, asked: Asked, partly: boolean): Hit {
  const { entry, title, lines } = prepared;
  const loose: Asked = partly ? asked.map(({ terms, amounts }) => ({ amounts, terms: terms.map(({ text }) => ({ text, words: pairsOf(text) })) })) : asked;
  const weight = (line: Line) => Math.max(...loose.map((reading) => sharedBy(line, reading))) - (line.sentence.told ? 0.5 : 0);
  const best = lines.reduce<{ line: Line; weight: number } | null>((kept, line) => (kept === null || weight(line) > kept.weight ? { line, weight: weight(line) } : kept), null)?.line;
  return {
    ...{ id: entry.id, kind: entry.kind, to: entry.to, source: entry.source, figure: entry.figure, inForce: entry.inForce, caution: entry.caution },
    title: piecesOf(entry.title, hitsIn(title, amountsIn(title.text), loose), Infinity),
    sentence: best ? piecesOf(best.sentence.text, hitsIn(best.normal, best.amounts, loose), sentenceLength) : [],
    told: best?.sentence.told ?? null,
  };
}

type Span = { from: number; to: number };

/** The places of what was asked, in the text as it was written; they neither overlap nor touch. */
function hitsIn({ text, from, to }: Normal, amounts: readonly Amount[], asked: Asked): Span[] {
  const needles = new Set(asked.flatMap((reading) => reading.terms.flatMap((term) => (contains(text, term.text) ? [term.text] : term.words))));
  const keys = asked.flatMap((reading) => reading.amounts);
  const spans = [
    ...[...needles].flatMap((needle) => [...placesOf(text, needle)].map((at) => ({ from: at, to: at + needle.length }))),
    ...amounts.filter((one) => one.holds.some((key) => keys.includes(key))),
  ].sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ from: span.from, to: span.to });
  }
  return joined.map((span) => ({ from: from[span.from] ?? 0, to: to[span.to - 1] ?? 0 }));
}

const sentenceLength = 120;

/** A text in pieces, the spans marked; of a long one the part around the first of them. */
function piecesOf(text: string, spans: readonly Span[], most: number): Piece[] {
  const start = text.length <= most ? 0 : Math.max(0, Math.min((spans[0]?.from ?? 0) - 30, text.length - most));
  const end = Math.min(text.length, start + most);
  const pieces: Piece[] = start > 0 ? [{ text: "…", hit: false }] : [];
  let at = start;
  const put = (until: number, hit: boolean) => {
    if (until > at) pieces.push({ text: text.slice(at, until), hit });
    at = Math.max(at, until);
  };
  for (const span of spans.filter((one) => one.from < end && one.to > start)) {
    put(Math.min(span.from, end), false);
    put(Math.min(span.to, end), true);
  }
  put(end, false);
  return end < text.length ? [...pieces, { text: "…", hit: false }] : pieces;
}
