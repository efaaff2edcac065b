const SENTENCE = /[^.!?…\n]*[.!?…]+[\s»”"]*|[^.!?…\n]+\n*|\n+/gu;

/**
 * The longest beginning of a text that `fits`: whole sentences; a single sentence that is too long is cut between two
 * words, with an ellipsis. Empty when not even one word fits.
 */
export function shorten(text: string, fits: (text: string) => boolean): string {
  const whole = text.trim();
  if (fits(whole)) return whole;
  const sentences = whole.match(SENTENCE) ?? [];
  const start = longest(sentences, (kept) => fits(kept.join('').trim()));
  if (start.length) return start.join('').trim();
  const words = (sentences[0] ?? '').trim().split(/\s+/u);
  const ended = (kept: readonly string[]) => `${kept.join(' ').replace(/[\s,;:.!?…]+$/u, '')}…`;
  const kept = longest(words, (some) => fits(ended(some)));
  return kept.length ? ended(kept) : '';
}

function longest(parts: readonly string[], fits: (parts: readonly string[]) => boolean): readonly string[] {
  for (let count = parts.length - 1; count > 0; count -= 1) if (fits(parts.slice(0, count))) return parts.slice(0, count);
  return [];
}
