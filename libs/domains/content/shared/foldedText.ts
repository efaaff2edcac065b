const APOSTROPHES = new Set(['\u2019', '\u2018', '\u02bc', '\uff07', '\u00b4', '`']);
const MARKS = /\p{M}/gu;
const SPACE = /\s/u;

/** A text without case, accents or typographic apostrophes, that still knows where each character came from. */
export interface FoldedText {
  folded: string;
  /** Offset in the original (UTF-16 units) of each folded unit, plus the length of the original at the end. */
  origin: number[];
}

/**
 * Folds a text so that one plain pattern matches every way of typing it: « ÉQUIPE », "équipe" precomposed or
 * decomposed, ’ or '. Line breaks are kept; every other blank becomes a plain space.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const origin: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(offset);
    folded += plain;
    offset += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
}

function foldCharacter(character: string): string {
  if (character === '\n') return character;
  if (APOSTROPHES.has(character)) return "'";
  if (SPACE.test(character)) return ' ';
  if (character < '\u0080') return character.toLowerCase();
  return character.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** Range of the original text that folded [from, to) stands for; a decomposed accent at the end is included. */
export function originalRange(source: FoldedText, from: number, to: number): { start: number; end: number } {
  return { start: source.origin[from] ?? 0, end: source.origin[to] ?? source.origin.at(-1) ?? 0 };
}

const FILLER = '\u0001';
const QUOTES = [/«[^«»]{0,2000}»/gu, /“[^“”]{0,2000}”/gu, /„[^„“”]{0,2000}[“”]/gu, /"[^"\n]{0,2000}"/gu];
const ADDRESSES = [/https?:\/\/[^\s]+/gu, /(?<![\p{L}\p{N}])www\.[^\s]+/gu, /[#@][\p{L}\p{N}_]+/gu];

/**
 * Blanks out what the author does not say in their own voice: quotations, addresses, hashtags and mentions.
 * The length is kept, so offsets stay valid. A text that is one single quotation is not blanked: it is the post itself.
 */
export function ownVoice(folded: string): string {
  const masked = QUOTES.reduce(blank, folded);
  const spoken = /\p{L}/u.test(masked) ? masked : folded;
  return ADDRESSES.reduce(blank, spoken);
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => FILLER.repeat(found.length));
}

/** Escapes a name so that it can stand inside a pattern. */
export function literal(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
