import { describe, expect, it } from '@jest/globals';
import { languagesOf } from './pages';

describe('languagesOf', () => {
  it('orders the tags of Accept-Language by their weight, then as written', () => {
    expect(languagesOf('de, en-GB;q=0.8, fr;q=0.9, it ; q=0.8')).toEqual(['de', 'fr', 'en-GB', 'it']);
  });

  it('leaves out what is refused or no tag', () => {
    expect(languagesOf('fr;q=0, , en;q=x, es')).toEqual(['es']);
    expect(languagesOf()).toEqual([]);
  });
});
