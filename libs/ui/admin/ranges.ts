/** Part of a text, in UTF-16 offsets, the end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface TextPiece<R extends TextRange> {
  readonly text: string;
  readonly range: R | null;
}

/** Ranges inside the text, in order, without those that are empty or overlap an earlier one. */
export function cleanRanges<R extends TextRange>(ranges: readonly R[], length: number): R[] {
  let free = 0;
  return ranges
    .filter((r) => r.start >= 0 && r.end <= length && r.start < r.end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter((r) => {
      if (r.start < free) return false;
      free = r.end;
      return true;
    });
}

/** The text cut at its ranges; the pieces put end to end are the text again. */
export function cutText<R extends TextRange>(text: string, ranges: readonly R[]): TextPiece<R>[] {
  const pieces: TextPiece<R>[] = [];
  let at = 0;
  for (const range of cleanRanges(ranges, text.length)) {
    if (range.start > at) pieces.push({ text: text.slice(at, range.start), range: null });
    pieces.push({ text: text.slice(range.start, range.end), range });
    at = range.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), range: null });
  return pieces;
}

/** The text with the range replaced; an empty replacement also takes the space that would be doubled. */
export function replaceRange(text: string, range: TextRange, replacement: string): string {
  const before = text.slice(0, range.start);
  const after = text.slice(range.end);
  if (replacement === '' && (before === '' || /\s$/.test(before)) && /^[^\S\n]/.test(after)) return before + after.slice(1);
  return before + replacement + after;
}
