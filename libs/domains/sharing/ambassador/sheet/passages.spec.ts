import { describe, expect, it } from '@jest/globals';
import { placePassages } from './passages';

describe('placePassages', () => {
  const passages = [{ passage: 'C’est possible.', colleagues: 3 }, { passage: 'J’en souris.', colleagues: 4 }];

  it('finds a passage wherever the writer moved it', () => {
    expect(placePassages('Oui. C’est possible.', passages)).toEqual([{ passage: 'C’est possible.', colleagues: 3, from: 5, to: 20 }]);
  });

  it('forgets a passage once a word of it has changed', () => {
    expect(placePassages('C’est très possible. J’en ris.', passages)).toEqual([]);
  });
});
