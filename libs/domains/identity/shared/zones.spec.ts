import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, dayRange, daysBetween, instantAt, isZone, startOfDay, timeOf, weekOf } from './index';

const PARIS = 'Europe/Paris';
const HOUR = 3_600_000;
const hours = (zone: string, date: string) => (dayRange(zone, date).end.getTime() - dayRange(zone, date).start.getTime()) / HOUR;

describe('days in Paris', () => {
  it('lasts 23 hours on 29 March 2026 and 25 on 25 October 2026', () => {
    expect([hours(PARIS, '2026-03-28'), hours(PARIS, '2026-03-29'), hours(PARIS, '2026-10-25')]).toEqual([24, 23, 25]);
    expect(startOfDay(PARIS, '2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay(PARIS, '2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('keeps nine o’clock at nine o’clock across both changes', () => {
    const weekly = ['2026-03-23', '2026-03-30', '2026-10-19', '2026-10-26'].map((date) => instantAt(PARIS, date, '09:00'));
    expect(weekly.map((instant) => timeOf(instant, PARIS))).toEqual(['09:00', '09:00', '09:00', '09:00']);
    expect(weekly.map((instant) => instant.toISOString().slice(11, 16))).toEqual(['08:00', '07:00', '07:00', '08:00']);
  });

  it('moves 02:30 forward when it does not exist, and takes the first when it happens twice', () => {
    expect(timeOf(instantAt(PARIS, '2026-03-29', '02:30'), PARIS)).toBe('03:30');
    expect(instantAt(PARIS, '2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('gives the day that people live in', () => {
    expect(dayOf(new Date('2026-03-28T22:59:59.999Z'), PARIS)).toBe('2026-03-28');
    expect(dayOf(new Date('2026-03-28T23:00:00Z'), PARIS)).toBe('2026-03-29');
    expect(dayOf(new Date('2026-10-24T22:00:00Z'), PARIS)).toBe('2026-10-25');
    expect(dayOf(new Date('2026-10-25T22:59:59Z'), PARIS)).toBe('2026-10-25');
    expect(dayOf(new Date('2026-03-28T23:00:00Z'), 'America/Montreal')).toBe('2026-03-28');
  });

  it('starts a day that has no midnight when it does start', () => {
    expect(startOfDay('America/Santiago', '2026-09-06').toISOString()).toBe('2026-09-06T04:00:00.000Z');
    expect(timeOf(startOfDay('America/Santiago', '2026-09-06'), 'America/Santiago')).toBe('01:00');
  });
});

describe('weeks', () => {
  it.each([
    ['2026-03-29', '2026-W13', '2026-03-23', '2026-03-29'],
    ['2026-03-30', '2026-W14', '2026-03-30', '2026-04-05'],
    ['2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
  ])('%s is in %s', (date, week, monday, sunday) => expect(weekOf(date)).toEqual({ week, monday, sunday }));
});

const zone = fc.constantFrom(PARIS, 'UTC', 'Asia/Tokyo', 'America/Montreal', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu');

describe('any day, any zone', () => {
  it('holds every instant in exactly its own day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2012-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), zone, (instant, name) => {
        const { start, end } = dayRange(name, dayOf(instant, name));
        expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(instant.getTime()).toBeLessThan(end.getTime());
      }),
    );
  });

  it('counts days both ways', () => {
    fc.assert(fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => expect(daysBetween('2026-03-29', addDays('2026-03-29', days))).toBe(days)));
  });

  it('knows zones, and refuses what is none', () => {
    expect([isZone(PARIS), isZone('UTC'), isZone('Europe/Nantes'), isZone(''), isZone('x; drop')]).toEqual([true, true, false, false, false]);
    expect(() => startOfDay(PARIS, '2026-02-30')).toThrow(RangeError);
    expect(() => dayOf(new Date(Number.NaN), PARIS)).toThrow(RangeError);
  });
});
