import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDate } from './dates';

const read = (text: string) => parseDate(text)?.toISOString();

describe('dates of feeds', () => {
  it.each([
    ['Mon, 05 Jan 2026 10:20:30 GMT', '2026-01-05T10:20:30.000Z'],
    ['Mon, 5 Jan 2026 10:20:30 +0100', '2026-01-05T09:20:30.000Z'],
    ['05 Jan 26 10:20 EST', '2026-01-05T15:20:00.000Z'],
    ['5 January 2026 10:20:30 Z', '2026-01-05T10:20:30.000Z'],
    ['Mon,05 Jan 2026 10:20:30 -0530', '2026-01-05T15:50:30.000Z'],
    ['Monday, 05-Jan-99 10:20:30 GMT', '1999-01-05T10:20:30.000Z'],
    ['Mon, 05 Jan 2026 10:20:30 GMT+2', '2026-01-05T08:20:30.000Z'],
    ['Mon, 05 Jan 2026', '2026-01-05T00:00:00.000Z'],
    ['Mon, 05 Jan 2026 24:00:00 GMT', '2026-01-06T00:00:00.000Z'],
    ['lun., 5 févr. 2026 10:20:30 +0100', '2026-02-05T09:20:30.000Z'],
    ['lundi 5 août 2024 10:20 CEST', '2024-08-05T08:20:00.000Z'],
    ['Mo, 05 Mär 2026 10:20:30 +0100', '2026-03-05T09:20:30.000Z'],
    ['Mon Jan  5 10:20:30 2026', '2026-01-05T10:20:30.000Z'],
    ['Mon Jan 05 10:20:30 CET 2026', '2026-01-05T09:20:30.000Z'],
    ['January 5, 2026 3:20 PM', '2026-01-05T15:20:00.000Z'],
    ['2026-01-05T10:20:30Z', '2026-01-05T10:20:30.000Z'],
    ['2026-01-05T10:20:30.123456+02:00', '2026-01-05T08:20:30.123Z'],
    ['2026-01-05t10:20:30,5z', '2026-01-05T10:20:30.500Z'],
    ['2026-01-05 10:20:30 +0000', '2026-01-05T10:20:30.000Z'],
    ['2026-01-05T10:20', '2026-01-05T10:20:00.000Z'],
    ['20260105T102030Z', '2026-01-05T10:20:30.000Z'],
    ['20260105', '2026-01-05T00:00:00.000Z'],
    ['2026-01-05', '2026-01-05T00:00:00.000Z'],
    ['2026-01', '2026-01-01T00:00:00.000Z'],
    ['2026', '2026-01-01T00:00:00.000Z'],
    ['1767608430', '2026-01-05T10:20:30.000Z'],
    ['\n  Mon, 05 Jan 2026\t10:20:30 GMT \n', '2026-01-05T10:20:30.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', ' ', 'yesterday', '2026-02-30', '2026-13-01', 'Mon, 32 Jan 2026 10:00:00 GMT', '0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '12:30', '10 Foo 2026', '-1', 'NaN'])('"%s" is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('reads what Date writes, and never throws', () => {
    const date = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(fc.property(date, (moment) => read(moment.toISOString()) === moment.toISOString()));
    fc.assert(fc.property(date, (moment) => parseDate(moment.toUTCString())?.getTime() === Math.floor(moment.getTime() / 1_000) * 1_000));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseDate(text) === undefined || parseDate(text) instanceof Date));
  });
});
