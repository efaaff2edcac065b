import { describe, expect, it } from '@jest/globals';
import { defineDomain, navOf, slotOf } from '../domain';
import { defineCatalogue } from '../i18n/catalogue';
import { longestMatch } from './nav';
import { countVisit, forgetInvitation, mayInvite } from './visits';

const HALF_HOUR = 30 * 60_000;

function device() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

describe('invitation to install', () => {
  it('comes with the second visit, half an hour after the first at the earliest', () => {
    const storage = device();
    countVisit(storage, HALF_HOUR);
    countVisit(storage, HALF_HOUR + 60_000);
    expect(mayInvite(storage)).toBe(false);
    countVisit(storage, 3 * HALF_HOUR);
    expect(mayInvite(storage)).toBe(true);
  });

  it('never comes again after a no, nor without storage', () => {
    const storage = device();
    countVisit(storage, HALF_HOUR);
    countVisit(storage, 3 * HALF_HOUR);
    forgetInvitation(storage);
    countVisit(storage, 9 * HALF_HOUR);
    expect(mayInvite(storage)).toBe(false);
    expect(mayInvite({ getItem: () => { throw new Error('refused'); }, setItem: () => undefined })).toBe(false);
  });
});

describe('navigation', () => {
  const page = () => null;
  const catalogue = defineCatalogue('nav-spec', { fr: { a: 'A', b: 'B' }, en: { a: 'A', b: 'B' } });
  const first = defineDomain({
    id: 'first',
    catalogue,
    nav: [{ section: 'animation', label: 'a', to: '/a' }, { section: 'animation', label: 'b', to: '/b', permission: 'b:manage', order: 1 }],
    slots: { 'admin.today': [{ component: page, order: 200 }] },
  });
  const second = defineDomain({ id: 'second', catalogue, nav: [{ section: 'results', label: 'a', to: '/r' }], slots: { 'admin.today': [{ component: page }, { component: page, order: 1, permission: 'b:manage' }] } });

  it('shows what the person may open, in order', () => {
    expect(navOf([first, second], 'animation', () => true).map(({ to }) => to)).toEqual(['/b', '/a']);
    expect(navOf([first, second], 'animation', () => false).map(({ to }) => to)).toEqual(['/a']);
    expect(slotOf([first, second], 'admin.today', () => true).map(({ domain, order }) => [domain.id, order])).toEqual([['second', 1], ['second', undefined], ['first', 200]]);
    expect(slotOf([first, second], 'admin.today', () => false)).toHaveLength(2);
  });

  it('marks the deepest entry above the page', () => {
    const paths = ['/', '/moi', '/moi/reglages', '/concours'];
    expect([longestMatch('/', paths), longestMatch('/moi/reglages/x', paths), longestMatch('/moitie', paths), longestMatch('/concours/3', paths)]).toEqual(['/', '/moi/reglages', undefined, '/concours']);
  });
});
