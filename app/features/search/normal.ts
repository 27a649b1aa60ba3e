/** A text as it is compared: width, case and spaces do not count. `from[i]` and `to[i]` are the bounds in the original of what the i-th character came from. */
export type Normal = { text: string; from: number[]; to: number[] };

// Spaces and what cannot be seen (controls, zero-width, halves of characters).
const unseen = /[\s\p{C}]/gu;

/** NFKC and lower case, character by character, so that a hit can be shown in the text as it was written. */
export function normalise(written: string): Normal {
  const normal: Normal = { text: "", from: [], to: [] };
  let at = 0;
  for (const character of written) {
    // Most of a text is common characters, which are what they are.
    const code = character.codePointAt(0) ?? 0;
    const plain = code >= 0x4e00 && code <= 0x9fff ? character : character.normalize("NFKC").toLowerCase().replace(unseen, "");
    for (let unit = 0; unit < plain.length; unit += 1) {
      normal.from.push(at);
      normal.to.push(at + character.length);
    }
    normal.text += plain;
    at += character.length;
  }
  return normal;
}

const numeral = /[\d.]/;

/** Every place where `needle` stands in `text`, both normalised. A number is found whole: 30 is not in 130 or 30.5. */
export function* placesOf(text: string, needle: string): Generator<number> {
  if (needle === "") return;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const [before, after] = [text[at - 1] ?? "", text.slice(at + needle.length, at + needle.length + 2)];
    const cutBefore = /^\d/.test(needle) && numeral.test(before);
    const cutAfter = /\d$/.test(needle) && /^(\d|\.\d)/.test(after);
    if (!cutBefore && !cutAfter) yield at;
  }
}

export function contains(text: string, needle: string): boolean {
  // Asked of every sentence of every candidate: most do not have it.
  return text.includes(needle) && !placesOf(text, needle).next().done;
}
