import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composeShare, networkLimits, ShareNetwork, shareLength } from './index';

const url = 'https://orv.fr/r/aB3-dE9_';
const disclosure = '#TeamOrvane';
const compose = (text: string, mention: string | null = disclosure, link: string | null = url) => composeShare({ text, disclosure: mention, url: link }, ShareNetwork.LINKEDIN);

describe('the mandatory mention', () => {
  it('is added, then the link', () => {
    expect(compose('Je suis fière.')).toEqual({
      text: 'Je suis fière.\n\n#TeamOrvane',
      body: 'Je suis fière.\n\n#TeamOrvane\n\nhttps://orv.fr/r/aB3-dE9_',
      length: 54,
      limit: 3_000,
      excess: 0,
    });
  });

  it.each([
    ['kept where the member put it', 'Merci à la #TeamOrvane !', 'Merci à la #TeamOrvane !'],
    ['written as the organisation writes it', 'Merci #teamorvane', 'Merci #TeamOrvane'],
    ['written once', '#TeamOrvane bonjour #TeamOrvane', '#TeamOrvane bonjour'],
    ['not mistaken for a longer hashtag', '#TeamOrvaneLyon', '#TeamOrvaneLyon\n\n#TeamOrvane'],
    ['not hidden in an address', 'https://a.fr/x#TeamOrvane', 'https://a.fr/x#TeamOrvane\n\n#TeamOrvane'],
    ['not fooled by an invisible character', '#Team\u200bOrvane', '#Team\u200bOrvane\n\n#TeamOrvane'],
    ['alone under an empty text', '  ', '#TeamOrvane'],
  ])('is %s', (_name, text, expected) => expect(compose(text).text).toBe(expected));

  it('may be a sentence, broken differently', () => {
    expect(compose('Je travaille\nchez Orvane', 'Je travaille chez Orvane').text).toBe('Je travaille chez Orvane');
  });

  it('is not invented', () => expect(compose('Bonjour', null, null)).toMatchObject({ text: 'Bonjour', body: 'Bonjour' }));

  it.each(['https://a.fr/' + '.'.repeat(200_000) + 'a', '#TeamOrvane '.repeat(20_000), ' '.repeat(200_000) + 'a', '#'.repeat(200_000)])('is found in a very long text', (text) => {
    expect(compose(`a ${text}`).text.match(/#TeamOrvane/gu)).toHaveLength(1);
  });

  it('is there exactly once whatever the text', () => {
    const word = fc.constantFrom(disclosure, '#teamorvane', '#Team', 'Orvane', 'TeamOrvane', 'a', ' ', '\n', '#', '.', '👩‍🚀', url);
    fc.assert(
      fc.property(fc.oneof(fc.array(word).map((words) => words.join('')), fc.string()), fc.constantFrom(...Object.values(ShareNetwork)), (text, network) => {
        const { body, text: composed } = composeShare({ text, disclosure, url }, network);
        const free = body.replace(/https?:\/\/\S+/gu, 'link');
        expect(free.match(/(?<![\p{L}\p{N}_#@])#TeamOrvane(?![\p{L}\p{N}_])/giu)).toEqual([disclosure]);
        expect(composeShare({ text: composed, disclosure, url }, network).text).toBe(composed);
      }),
    );
  });
});

describe('the length of a post', () => {
  it('counts what the eye sees', () => {
    expect(shareLength(ShareNetwork.BLUESKY, { text: '👩‍🚀👨‍👩‍👧e\u0301🇫🇷' })).toBe(4);
  });

  it('counts any link as 23 on X and Mastodon', () => {
    for (const network of [ShareNetwork.X, ShareNetwork.MASTODON]) {
      expect(shareLength(network, { text: 'abc', url })).toBe(3 + 2 + 23);
      expect(shareLength(network, { text: `abc https://exemple.fr/${'x'.repeat(300)}.` })).toBe(4 + 23 + 1);
    }
    expect(shareLength(ShareNetwork.THREADS, { text: 'abc', url })).toBe(3 + 2 + url.length);
  });

  it('says by how much it is too long', () => {
    const draft = { text: 'a'.repeat(300), disclosure: null, url: null };
    expect(composeShare(draft, ShareNetwork.X)).toMatchObject({ length: 300, limit: 280, excess: 20 });
    expect(composeShare(draft, ShareNetwork.EMAIL)).toMatchObject({ limit: null, excess: 0 });
    expect(networkLimits[ShareNetwork.LINKEDIN].limit).toBe(3_000);
  });
});
