import { suppress, THRESHOLD } from '@portevoix/identity/shared';

export { inWholeGroups, isolates, isTooSmall, suppress, suppressShare, THRESHOLD } from '@portevoix/identity/shared';

export interface Totals {
  rows: readonly number[];
  columns: readonly number[];
  grand: number;
}

/** A table where null means withheld. */
export interface SuppressedTable {
  rows: (number | null)[][];
  totals: { rows: (number | null)[]; columns: (number | null)[]; grand: number | null };
}

/** Margins of a table whose cells add up. RangeError when the rows differ in length. */
export function totalsOf(rows: readonly (readonly number[])[]): Totals {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new RangeError('Every row must have the same number of columns');
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const columns = Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)));
  return { rows: rows.map(sum), columns, grand: sum(columns) };
}

/**
 * A table of people with its totals, from which nobody can be singled out.
 *
 * Primary suppression withholds every count from 1 to threshold - 1, totals included. Complementary suppression then
 * withholds as little more as it can, so that subtracting what is shown from the totals gives neither a withheld cell
 * nor a group of fewer than `threshold` people. A withheld cell of an additive table is determined exactly when it
 * lies on no cycle of the graph that joins each row to each column by their withheld cells, the totals being one more
 * row and column (Gusfield, 1988, "A graph theoretic approach to statistical data security"): each such cell gets the
 * cheapest cycle. RangeError when rows and totals do not have the same shape.
 */
export function suppressTable(rows: readonly (readonly number[])[], totals: Totals = totalsOf(rows), threshold = THRESHOLD): SuppressedTable {
  const width = totalsOf(rows).columns.length;
  if (totals.rows.length !== rows.length || totals.columns.length !== width) throw new RangeError('Totals must have the shape of the table');
  const values = [...rows.map((row, index) => [...row, totals.rows[index] ?? 0]), [...totals.columns, totals.grand]];
  const hidden = values.map((row) => row.map((value) => suppress(value, threshold) === null));
  while (protectCells(values, hidden) || protectSums(values, hidden, threshold)) {
    // Each pass withholds at least one more cell, so this ends.
  }
  const shown = values.map((row, r) => row.map((value, c) => (hidden[r]?.[c] ? null : value)));
  const margin = shown.pop() ?? [];
  const grand = margin.pop() ?? null;
  const ends = shown.map((row) => row.pop() ?? null);
  return { rows: shown, totals: { rows: ends, columns: margin, grand } };
}

type Grid = readonly (readonly number[])[];

/** Puts each withheld cell on a cycle of withheld cells; true when a cell was added. */
function protectCells(values: Grid, hidden: boolean[][]): boolean {
  let changed = false;
  hidden.forEach((line, row) => {
    line.forEach((isHidden, column) => {
      if (!isHidden) return;
      for (const [r, c] of cheapestCycle(values, hidden, row, column)) {
        if (hidden[r]?.[c] !== false) continue;
        hidden[r][c] = true;
        changed = true;
      }
    });
  });
  return changed;
}

/** Withholds one more cell of the first line whose withheld people, known by difference, are too few; true when it did. */
function protectSums(values: Grid, hidden: boolean[][], threshold: number): boolean {
  const height = values.length;
  const width = values[0]?.length ?? 0;
  const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => [row, column] as const));
  const columns = Array.from({ length: width }, (_, column) => Array.from({ length: height }, (__, row) => [row, column] as const));
  for (const line of [...rows, ...columns]) {
    const total = line.at(-1);
    const inside = line.slice(0, -1);
    const withheld = inside.filter(([r, c]) => hidden[r]?.[c]);
    if (!total || withheld.length === 0 || hidden[total[0]]?.[total[1]]) continue;
    const people = withheld.reduce((sum, [r, c]) => sum + (values[r]?.[c] ?? 0), 0);
    if (people >= threshold) continue;
    const candidates = inside.filter(([r, c]) => !hidden[r]?.[c] && (values[r]?.[c] ?? 0) > 0);
    const [r, c] = candidates.sort((a, b) => cost(values, ...a) - cost(values, ...b))[0] ?? total;
    const target = hidden[r];
    if (target) target[c] = true;
    return true;
  }
  return false;
}

/** People lost to the reader; an empty cell protects badly, a total is dear: both come last. */
function cost(values: Grid, row: number, column: number): number {
  const value = values[row]?.[column] ?? 0;
  const isTotal = row === values.length - 1 || column === (values[0]?.length ?? 0) - 1;
  return value + (value === 0 ? 1e9 : 1) + (isTotal ? 1e6 : 0);
}

/**
 * Cells of the cheapest way back from a row to a column without the cell between them (Dijkstra over rows and
 * columns; a cell already withheld costs nothing).
 */
function cheapestCycle(values: Grid, hidden: boolean[][], row: number, column: number): [number, number][] {
  const height = values.length;
  const nodes = height + (values[0]?.length ?? 0);
  const distance = new Array<number>(nodes).fill(Infinity);
  const previous = new Array<number>(nodes).fill(-1);
  const done = new Set<number>();
  distance[row] = 0;
  for (;;) {
    let node = -1;
    for (let other = 0; other < nodes; other += 1) {
      if (!done.has(other) && (distance[other] ?? Infinity) < (node < 0 ? Infinity : (distance[node] ?? Infinity))) node = other;
    }
    if (node < 0 || node === height + column) break;
    done.add(node);
    const [from, to] = node < height ? [height, nodes] : [0, height];
    for (let next = from; next < to; next += 1) {
      const [r, c] = node < height ? [node, next - height] : [next, node - height];
      if (r === row && c === column) continue;
      const reach = (distance[node] ?? Infinity) + (hidden[r]?.[c] ? 0 : cost(values, r, c));
      if (reach >= (distance[next] ?? Infinity)) continue;
      distance[next] = reach;
      previous[next] = node;
    }
  }
  const cells: [number, number][] = [];
  for (let node = height + column; (previous[node] ?? -1) >= 0; node = previous[node] ?? -1) {
    const before = previous[node] ?? 0;
    cells.push(before < height ? [before, node - height] : [node, before - height]);
  }
  return cells;
}
