import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as argon2 from '@node-rs/argon2';

const verified: string[] = [];
let secrets: typeof import('./secrets');
beforeAll(async () => {
  jest.unstable_mockModule('@node-rs/argon2', () => ({
    ...argon2,
    // The real one, counted.
    verify: (stored: string, password: string) => {
      verified.push(stored);
      return argon2.verify(stored, password);
    },
  }));
  secrets = await import('./secrets');
});

describe('a password', () => {
  it('costs one verification of the same strength whether the address is known or not', async () => {
    const stored = await secrets.hashPassword('une phrase de passe');
    expect(await secrets.passwordMatches(stored, 'une phrase de passe')).toBe(true);
    expect(await secrets.passwordMatches(stored, 'une autre')).toBe(false);
    expect(await secrets.passwordMatches(null, 'une phrase de passe')).toBe(false);
    const strength = (hash: string) => hash.split('$').slice(1, 4).join(' ');
    expect(verified.map(strength)).toEqual(Array(3).fill('argon2id v=19 m=19456,t=2,p=1'));
    expect(verified[2]).not.toBe(stored);
  });
});
