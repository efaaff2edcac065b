import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAllowList } from './allow-list';

describe('the allow list', () => {
  it('reads hosts, suffixes, addresses and networks with ports', () => {
    const list = parseAllowList(' Intranet.example. , *.corp.example:8080, 10.0.0.0/8:*, [fd00::/8]:9000, fd01::/16, 192.0.2.7:81 ');
    expect(list.hostAllowed('intranet.example', 443)).toBe(true);
    expect(list.hostAllowed('intranet.example', 8080)).toBe(false);
    expect(list.hostAllowed('a.corp.example', 8080)).toBe(true);
    expect(list.hostAllowed('evilcorp.example', 8080)).toBe(false);
    expect(list.addressAllowed('10.9.9.9', 6000)).toBe(true);
    expect(list.addressAllowed('11.9.9.9', 6000)).toBe(false);
    expect(list.addressAllowed('fd00::5', 9000)).toBe(true);
    expect(list.addressAllowed('fd01::5', 80)).toBe(true);
    expect(list.addressAllowed('192.0.2.7', 80)).toBe(false);
  });

  it.each(['10.0.0.0/33', 'a b', 'http://x/', '10.0.0.1:0', 'x:99999', '10.0.0.0/8/8', '*', '::1]:80', 'fd00::/x'])('names the entry it cannot read: %s', (entry) => {
    expect(() => parseAllowList(entry)).toThrow(/OUTBOUND_ALLOW/);
  });

  it('opens nothing by itself', () => {
    fc.assert(fc.property(fc.ipV4(), fc.integer({ min: 1, max: 65_535 }), (address, port) => {
      const list = parseAllowList(undefined);
      return !list.addressAllowed(address, port) && !list.hostAllowed(address, port);
    }));
  });
});
