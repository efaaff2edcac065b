import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isolates, isTooSmall, suppress, suppressShare, type SuppressedTable, suppressTable, THRESHOLD, totalsOf } from './index';

describe('a count of people', () => {
  it('is withheld from 1 to 4', () => expect([0, 1, 4, 5, 12].map((count) => suppress(count))).toEqual([0, null, null, 5, 12]));

  it('is not shown for a group under 5, nor where a difference isolates somebody', () => {
    expect([0, 4, 5].map((people) => isTooSmall(people))).toEqual([true, true, false]);
    expect([isolates(6, 5), isolates(5, 5), isolates(10, 5), isolates(5, 6)]).toEqual([true, false, false, true]);
  });

  it('gives a share only when both those who did and those who did not are enough', () => {
    expect(suppressShare(5, 10)).toEqual({ did: 5, people: 10, share: 0.5 });
    expect([suppressShare(3, 10), suppressShare(8, 10), suppressShare(2, 4), suppressShare(0, 4)]).toEqual([null, null, null, null]);
    expect(suppressShare(0, 6)?.share).toBe(0);
  });
});

/** Everything that plain subtraction tells: each equation with one unknown gives it, again and again. */
function attack({ rows, totals }: SuppressedTable): SuppressedTable {
  const grid = [...rows.map((row, index) => [...row, totals.rows[index] ?? null]), [...totals.columns, totals.grand]];
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const cell = (r: number, c: number) => grid[r]?.[c] ?? null;
  const lines = [
    ...Array.from({ length: height }, (_, r) => Array.from({ length: width }, (__, c) => [r, c] as const)),
    ...Array.from({ length: width }, (_, c) => Array.from({ length: height }, (__, r) => [r, c] as const)),
  ];
  for (let learnt = true; learnt; ) {
    learnt = false;
    for (const line of lines) {
      const unknown = line.filter(([r, c]) => cell(r, c) === null);
      const [only] = unknown;
      if (unknown.length !== 1 || !only) continue;
      const last = line.at(-1);
      const inside = line.slice(0, -1).reduce((sum, [r, c]) => sum + (cell(r, c) ?? 0), 0);
      const isTotal = last?.[0] === only[0] && last[1] === only[1];
      const row = grid[only[0]];
      if (row) row[only[1]] = isTotal ? inside : (cell(last?.[0] ?? 0, last?.[1] ?? 0) ?? 0) - inside;
      learnt = true;
    }
  }
  const margin = grid.pop() ?? [];
  const grand = margin.pop() ?? null;
  return { rows: grid.map((row) => row.slice(0, -1)), totals: { rows: grid.map((row) => row.at(-1) ?? null), columns: margin, grand } };
}

/** Cells that the linear equations determine, by elimination: what the cleverest subtraction can tell. */
function determined({ rows, totals }: SuppressedTable): number {
  const grid = [...rows.map((row, index) => [...row, totals.rows[index] ?? null]), [...totals.columns, totals.grand]];
  const unknowns = grid.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [[r, c] as const] : [])));
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const sign = (index: number, size: number): number => (index === size - 1 ? -1 : 1);
  const matrix = [
    ...Array.from({ length: height }, (_, row) => unknowns.map(([r, c]) => (r === row ? sign(c, width) : 0))),
    ...Array.from({ length: width }, (_, column) => unknowns.map(([r, c]) => (c === column ? sign(r, height) : 0))),
  ];
  let rank = 0;
  for (let column = 0; column < unknowns.length; column += 1) {
    const pivot = matrix.findIndex((line, index) => index >= rank && Math.abs(line[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const lines = [matrix[rank], matrix[pivot]];
    matrix[rank] = lines[1] ?? [];
    matrix[pivot] = lines[0] ?? [];
    const head = matrix[rank] ?? [];
    const scale = head[column] ?? 1;
    for (let index = 0; index < matrix.length; index += 1) {
      if (index === rank) continue;
      const factor = (matrix[index]?.[column] ?? 0) / scale;
      if (factor !== 0) matrix[index] = (matrix[index] ?? []).map((value, at) => value - factor * (head[at] ?? 0));
    }
    rank += 1;
  }
  return matrix.filter((line) => line.filter((value) => Math.abs(value) > 1e-9).length === 1).length;
}

const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.oneof(fc.nat(9), fc.nat(60), fc.constant(0)), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

describe('a table of people', () => {
  it('is left alone when every count is large or zero', () => {
    const rows = [[5, 0, 9], [12, 7, 30]];
    const { rows: shown, totals } = suppressTable(rows);
    expect(shown).toEqual(rows);
    expect(totals).toEqual(totalsOf(rows));
  });

  it('withholds a second cell in the row and in the column, and closes the cycle', () => {
    const { rows, totals } = suppressTable([[3, 20, 30], [40, 8, 50], [60, 70, 80]]);
    expect(rows).toEqual([[null, null, 30], [null, null, 50], [60, 70, 80]]);
    expect(totals).toEqual({ rows: [53, 98, 210], columns: [103, 98, 160], grand: 361 });
  });

  it('does not let two withheld cells add up to a small group', () => {
    const { rows } = suppressTable([[1, 2, 30, 40], [50, 60, 70, 80], [9, 9, 9, 9]]);
    expect(rows[0]?.filter((cell) => cell === null).length).toBeGreaterThanOrEqual(3);
  });

  it('withholds the total of a single small cell', () => {
    expect(suppressTable([[3]])).toEqual({ rows: [[null]], totals: { rows: [null], columns: [null], grand: null } });
  });

  it('takes an empty table, and refuses a ragged one', () => {
    expect(suppressTable([])).toEqual({ rows: [], totals: { rows: [], columns: [], grand: 0 } });
    expect(() => suppressTable([[1, 2], [3]])).toThrow(RangeError);
    expect(() => suppressTable([[1]], { rows: [1], columns: [1, 2], grand: 3 })).toThrow(RangeError);
  });

  it('never shows a small count, nor lets one be derived', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = suppressTable(rows);
        const shown = [...result.rows.flat(), ...result.totals.rows, ...result.totals.columns, result.totals.grand];
        for (const value of shown) expect(value === null || value === 0 || value >= THRESHOLD).toBe(true);
        expect(attack(result)).toEqual(result);
        expect(determined(result)).toBe(0);
        rows.forEach((row, index) => {
          if (result.totals.rows[index] === null) return;
          const withheld = row.filter((_, column) => result.rows[index]?.[column] === null);
          if (withheld.length > 0) expect(withheld.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(THRESHOLD);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is checked by attacks that do find a lone withheld cell, and one that joins two cycles', () => {
    const lone: SuppressedTable = { rows: [[null, 20], [30, 40]], totals: { rows: [23, 70], columns: [33, 60], grand: 93 } };
    expect(attack(lone).rows[0]?.[0]).toBe(3);
    expect(determined(lone)).toBe(1);
    const nulls = (line: string) => [...line].map((mark) => (mark === 'x' ? null : 9));
    const bridge: SuppressedTable = { rows: ['xx..', 'xxx.', '..xx', '..xx'].map(nulls), totals: { rows: [9, 9, 9, 9], columns: nulls('....'), grand: 9 } };
    expect(attack(bridge)).toEqual(bridge);
    expect(determined(bridge)).toBe(1);
  });

  it('shows true figures only', () => {
    fc.assert(
      fc.property(table, (rows) => {
        suppressTable(rows).rows.forEach((row, r) => row.forEach((value, c) => expect(value === null || value === rows[r]?.[c]).toBe(true)));
      }),
    );
  });
});
