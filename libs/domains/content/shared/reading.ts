/**
 * The published reading rule. Speed: 238 words a minute, silent reading of non-fiction by adults (Brysbaert, 2019,
 * "How many words do we read per minute?", Journal of Memory and Language 109). A reader skims, so 40 % of that time
 * is asked, between 5 and 60 seconds, and 60 % of the content scrolled into view.
 */
export const READING_RULE = { version: 1, wordsPerMinute: 238, part: 0.4, minActiveMs: 5_000, maxActiveMs: 60_000, depth: 0.6 } as const;

export interface ReadingNeed {
  /** Milliseconds with the page visible and the reader active. */
  activeMs: number;
  /** Deepest part of the content seen, 0 to 1. */
  depth: number;
}

export interface ReadingProgress {
  activeMs: number;
  depth: number;
}

/** Words of a text, as runs of letters and digits (an elision or a hyphen does not split: « l’équipe » is one). */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

/** What it takes to have really read a content of that many words; a count that is not a positive number asks the minimum. */
export function readingNeed(words: number): ReadingNeed {
  const { wordsPerMinute, part, minActiveMs, maxActiveMs, depth } = READING_RULE;
  const wanted = words > 0 ? (words / wordsPerMinute) * 60_000 * part : 0;
  return { activeMs: Math.round(Math.min(maxActiveMs, Math.max(minActiveMs, wanted))), depth };
}

export function isRead(progress: ReadingProgress, need: ReadingNeed): boolean {
  return progress.activeMs >= need.activeMs && progress.depth >= need.depth;
}

/**
 * The active time that the server believes, in whole milliseconds: what the browser reports, never more than has
 * really passed since the content was opened. Anything that is not a finite positive number is 0.
 */
export function acceptActiveMs(reported: number, elapsedServerMs: number): number {
  if (!Number.isFinite(reported) || !(elapsedServerMs > 0)) return 0;
  return Math.floor(Math.max(0, Math.min(reported, elapsedServerMs)));
}

/** The depth that the server believes: 0 to 1, 0 for anything else than a number. */
export function acceptDepth(reported: number): number {
  return Number.isFinite(reported) ? Math.min(1, Math.max(0, reported)) : 0;
}
