import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { BandPosition, bandPosition, carrierOf, changeOf, clicksFinding, networksFinding, sharesOf, type NetworkFigures } from './index';

const row = (network: string, declared: number, measured = 0, opened = 0): NetworkFigures => ({ network, opened, declared, measured });

describe('the title of the networks', () => {
  it('says tenths only when they are true', () => {
    expect(networksFinding([row('LINKEDIN', 100, 130, 44), row('X', 95)])).toEqual({ kind: 'TENTHS', network: 'LINKEDIN', tenths: 7, shares: 230, total: 325 });
    expect(networksFinding([row('LINKEDIN', 66), row('X', 34)])).toEqual({ kind: 'MOST', network: 'LINKEDIN', shares: 66, total: 100 });
    expect(networksFinding([row('LINKEDIN', 40), row('X', 35), row('EMAIL', 25)])).toEqual({ kind: 'SPREAD', total: 100 });
    expect(networksFinding([row('LINKEDIN', 12)])).toEqual({ kind: 'ALL', network: 'LINKEDIN', total: 12 });
    expect(networksFinding([row('LINKEDIN', 7), row('X', 2)])).toEqual({ kind: 'FEW', total: 9 });
  });

  it('never counts an intention', () => {
    expect(networksFinding([row('LINKEDIN', 0, 0, 50)])).toEqual({ kind: 'NONE' });
  });

  it('is borne by the figures', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ network: fc.constantFrom('A', 'B', 'C'), opened: fc.nat(50), declared: fc.nat(200), measured: fc.nat(200) }), { maxLength: 3 }), (rows) => {
        const finding = networksFinding(rows);
        const total = rows.reduce((sum, one) => sum + sharesOf(one), 0);
        if (finding.kind === 'TENTHS') expect(Math.abs(finding.shares / total - finding.tenths / 10)).toBeLessThanOrEqual(0.02);
        if (finding.kind === 'MOST') expect(finding.shares * 2).toBeGreaterThan(total);
      }),
    );
  });
});

test('the title of the clicks says one in n, or the part', () => {
  const figures = (raw: number, valid: number) => clicksFinding({ raw, valid, bots: raw - valid, duplicates: 0, own: 0 });
  expect(figures(3917, 1284)).toEqual({ kind: 'ONE_IN', in: 3 });
  expect(figures(100, 42)).toEqual({ kind: 'PART', percent: 42 });
  expect(figures(100, 0)).toEqual({ kind: 'PART', percent: 0 });
  expect(figures(5, 5)).toEqual({ kind: 'ALL' });
  expect(figures(0, 0)).toEqual({ kind: 'NONE' });
});

test('a change is a percentage from ten on, else a difference, else nothing', () => {
  expect(changeOf(325, 275)).toEqual({ kind: 'PERCENT', percent: 18 });
  expect(changeOf(5, 4)).toEqual({ kind: 'COUNT', by: 1 });
  expect(changeOf(5, 0)).toEqual({ kind: 'NEW', value: 5 });
  expect(changeOf(1000, 1001)).toEqual({ kind: 'SAME' });
  expect(changeOf(null, 4)).toEqual({ kind: 'NONE' });
});

test('a network carries a growth when half of it is its own', () => {
  expect(carrierOf([row('LINKEDIN', 50), row('X', 12)], [row('LINKEDIN', 30), row('X', 10)])).toBe('LINKEDIN');
  expect(carrierOf([row('LINKEDIN', 35), row('X', 15)], [row('LINKEDIN', 30), row('X', 10)])).toBeNull();
  expect(carrierOf([row('LINKEDIN', 20)], [row('LINKEDIN', 30)])).toBeNull();
});

test('the usual band holds its ends', () => {
  expect([0.29, 0.3, 0.5, 0.7, 0.71].map((share) => bandPosition(share))).toEqual([BandPosition.BELOW, BandPosition.IN, BandPosition.IN, BandPosition.IN, BandPosition.ABOVE]);
});
