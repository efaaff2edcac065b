export interface DiffLine {
  text: string;
  /** Only on its own side. */
  changed: boolean;
}

/** Two texts line by line, by their longest common subsequence; each side keeps its own lines. O(n·m) in lines. */
export function diffLines(before: string, after: string): { before: DiffLine[]; after: DiffLine[] } {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) table[i]![j] = left[i] === right[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  }
  const common = { left: new Set<number>(), right: new Set<number>() };
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      common.left.add(i++);
      common.right.add(j++);
    } else if (table[i + 1]![j]! >= table[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return {
    before: left.map((text, index) => ({ text, changed: !common.left.has(index) })),
    after: right.map((text, index) => ({ text, changed: !common.right.has(index) })),
  };
}
