const SHINGLE = 3;
/** Under this many shingles containment says little: three words inside a long text would be a full copy. */
const SHORT = 6;
const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;
const SCHEME = /(?:https?:\/\/|www\.)\S*/giu;
const BARE_ADDRESS = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}\/\S*$/u;

/**
 * A text reduced to its words: compatibility forms, case, accents, punctuation, emoji, addresses and hashtags gone,
 * one space between words. Two texts that a reader would call the same normalise to the same string.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SCHEME, ' ')
    .replace(HASHTAG, ' ')
    .split(/\s+/u)
    .filter((token) => !BARE_ADDRESS.test(token))
    .join(' ')
    .toUpperCase()
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function shinglesOf(text: string): Set<string> {
  const words = normaliseText(text).split(' ').filter(Boolean);
  if (words.length === 0) return new Set();
  if (words.length <= SHINGLE) return new Set([words.join(' ')]);
  const shingles = new Set<string>();
  for (let index = 0; index + SHINGLE <= words.length; index += 1) shingles.add(words.slice(index, index + SHINGLE).join(' '));
  return shingles;
}

function compare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  if (small.size === 0) return large.size === 0 ? 1 : 0;
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  return small.size < SHORT ? common / (small.size + large.size - common) : common / small.size;
}

/**
 * How much of one text is the other, 0 to 1, the same in both directions.
 *
 * Shingles of three words; containment in the larger text (Broder, 1997, "On the resemblance and containment of
 * documents"), taken from the smaller side so that it is symmetric: a colleague's text with a sentence added is still
 * that text. Texts of fewer than 6 shingles are compared by Jaccard resemblance. Time grows with the length.
 */
export function similarity(left: string, right: string): number {
  return compare(shinglesOf(left), shinglesOf(right));
}

export interface ComparedText {
  id: string;
  text: string;
}

/** Texts at or over the threshold, the nearest first (then by id). Blank texts are nobody's copy. */
export function nearDuplicates(text: string, others: readonly ComparedText[], threshold = 0.8): { id: string; similarity: number }[] {
  const shingles = shinglesOf(text);
  if (shingles.size === 0) return [];
  return others
    .map((other) => ({ id: other.id, similarity: compare(shingles, shinglesOf(other.text)) }))
    .filter((found) => found.similarity >= threshold)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
}

export interface SharedPassage {
  /** UTF-16 offsets in the text, end excluded. */
  start: number;
  end: number;
  passage: string;
  /** How many others kept this sentence word for word. */
  colleagues: number;
}

/**
 * Sentences of the text that at least `minColleagues` others kept word for word (whatever their case, accents and
 * punctuation). Sentences of fewer than 4 words are common property. Each id counts once.
 */
export function sharedPassages(text: string, others: readonly ComparedText[], minColleagues = 3): SharedPassage[] {
  const owners = new Map<string, Set<string>>();
  for (const other of others) {
    for (const { words } of sentencesOf(other.text)) {
      const known = owners.get(words) ?? new Set<string>();
      owners.set(words, known.add(other.id));
    }
  }
  return sentencesOf(text)
    .map(({ start, end, words }) => ({ start, end, passage: text.slice(start, end), colleagues: owners.get(words)?.size ?? 0 }))
    .filter(({ colleagues }) => colleagues >= Math.max(1, minColleagues));
}

const MIN_WORDS = 4;
// The lookbehind keeps a long run of dots from being tried again at each of them.
const SENTENCE_END = /(?<![.!?…])[.!?…]+(?=[\s»”"]|$)|\n+/gu;

function sentencesOf(text: string): { start: number; end: number; words: string }[] {
  const sentences: { start: number; end: number; words: string }[] = [];
  let from = 0;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const end = from + raw.trimEnd().length;
    from = to;
    const words = normaliseText(raw);
    if (words.split(' ').length >= MIN_WORDS) sentences.push({ start, end, words });
  };
  for (const match of text.matchAll(SENTENCE_END)) close(match.index + match[0].length);
  close(text.length);
  return sentences;
}
