import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeReturn, signInSearch } from './return';

it('comes back to a page of the app, with its filters', () => {
  expect(safeReturn('/animation/concours?etat=ouvert#rang')).toBe('/animation/concours?etat=ouvert#rang');
});

it('never leaves the app nor loops on the sign-in page', () => {
  for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/connexion', '/connexion/lien?token=x', '/a/..//evil.example', undefined, 3]) {
    expect(safeReturn(path)).toBe('/');
  }
});

it('whatever is asked, the result is a path of the same origin', () => {
  const wild = fc.oneof(fc.string(), fc.webPath(), fc.webUrl(), fc.string().map((tail) => `/${tail}`), fc.string().map((tail) => `/\\${tail}`));
  fc.assert(
    fc.property(wild, (path) => {
      expect(new URL(safeReturn(path), 'https://app.example').origin).toBe('https://app.example');
    }),
  );
});

it('the sign-in page is asked to come back to a page of this app, and to nothing else', () => {
  expect(signInSearch('/moi?vue=tout')).toEqual({ retour: '/moi?vue=tout' });
  for (const here of ['/', '//ailleurs.test', '/connexion', undefined]) expect(signInSearch(here)).toEqual({});
});
