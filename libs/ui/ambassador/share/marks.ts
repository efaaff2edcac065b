/** Passage of the text to mark, in UTF-16 units, end excluded. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** Cuts a text into plain and marked pieces, in order. */
export function markedPieces(text: string, marks: readonly TextSpan[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  const push = (from: number, to: number, marked: boolean) => {
    if (to <= from) return;
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), marked });
  };
  let at = 0;
  for (const span of [...marks].sort((a, b) => a.from - b.from)) {
    const from = Math.min(Math.max(span.from, at), text.length);
    const to = Math.min(span.to, text.length);
    if (to <= from) continue;
    push(at, from, false);
    push(from, to, true);
    at = to;
  }
  push(at, text.length, false);
  return pieces;
}
