import { expect, test } from '@jest/globals';
import { rank } from '@portevoix/contests/shared';
import fc from 'fast-check';
import { Board, MAX_PLACES, type Standing } from './board';

const NOBODY = 'nobody';
const idOf = (index: number): string => `p${String(index).padStart(3, '0')}`;
const naive = (people: readonly Standing[]) => rank(people.filter(({ ranked }) => ranked).map((person) => ({ ...person, reachedAt: person.reachedAt === null ? null : new Date(person.reachedAt) })));

function check(board: Board, people: readonly Standing[], except: string): void {
  const others = people.filter(({ id }) => id !== except);
  const expected = naive(others);
  expect(board.people(except)).toBe(expected.length);
  for (const first of [1, 3, MAX_PLACES]) expect(board.first(first, except)).toEqual(expected.slice(0, first).map(({ id }) => id));
  for (const points of [0, 3, 7, 100]) expect(board.rankOf(points, except)).toBe(1 + expected.filter((person) => person.points > points).length);
}

const standing = (people: number) =>
  fc.array(fc.record({ points: fc.nat(9), reachedAt: fc.option(fc.nat(4)), ranked: fc.boolean() }), { maxLength: people }).map((rows) => rows.map((row, index): Standing => ({ ...row, id: idOf(index), version: 1 })));
const change = (people: number) =>
  fc.oneof(fc.record({ who: fc.nat(people - 1), ranked: fc.boolean() }), fc.record({ who: fc.nat(people - 1), points: fc.nat(9), reachedAt: fc.option(fc.nat(4)), version: fc.integer({ min: 1, max: 6 }) }));

test.each([6, 260])('says what sorting everybody says, whatever changed (%i people)', (count) => {
  fc.assert(
    fc.property(standing(count), fc.array(change(count), { maxLength: 40 }), fc.nat(count), fc.nat(20), (rows, changes, except, asked) => {
      const board = new Board();
      const people = new Map(rows.map((row) => [row.id, { ...row }]));
      changes.slice(0, 2).forEach(({ who, ...rest }) => board.apply({ contestId: 'c', personId: idOf(who), ...rest }));
      board.fill(rows);
      changes.forEach(({ who, ...rest }, index) => {
        const id = idOf(who);
        const person = people.get(id) ?? { id, points: 0, reachedAt: null, version: 0, ranked: false };
        people.set(id, person);
        if ('ranked' in rest) person.ranked = rest.ranked;
        else if (rest.version > person.version) Object.assign(person, rest);
        if (index >= 2) board.apply({ contestId: 'c', personId: id, ...rest });
        // What is kept in order is looked at early, so that later changes meet it.
        if (index > asked) board.first(MAX_PLACES, NOBODY);
      });
      check(board, [...people.values()], NOBODY);
      check(board, [...people.values()], idOf(except));
    }),
    { numRuns: count > 100 ? 40 : 300 },
  );
});

test('a message that comes twice or late changes nothing', () => {
  const board = new Board();
  board.fill([{ id: 'a', points: 5, reachedAt: 1, version: 3, ranked: true }]);
  board.apply({ contestId: 'c', personId: 'a', points: 2, reachedAt: 0, version: 2 });
  board.apply({ contestId: 'c', personId: 'a', ranked: true });
  expect([board.rankOf(4, NOBODY), board.people(NOBODY)]).toEqual([2, 1]);
});
