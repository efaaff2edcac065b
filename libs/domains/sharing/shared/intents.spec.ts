import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMastodonInstance, prefillsText, ShareNetwork, shareIntentUrl } from './index';

const URL_TO_SHARE = 'https://orv.fr/r/aB3-dE9_';
const TEXT = 'Je suis fière du chantier 👩‍🚀 : 50 % d’énergie & #TeamOrvane\nLigne 2 + « fin » ?';
const at = (network: ShareNetwork, text = TEXT, url: string | null = URL_TO_SHARE) =>
  new URL(shareIntentUrl(network, { text, url, subject: 'À lire & partager', mastodonInstance: 'mamot.fr' }) ?? 'null:');

describe('share intents', () => {
  it.each([
    [ShareNetwork.LINKEDIN, 'https://www.linkedin.com/feed/'],
    [ShareNetwork.X, 'https://x.com/intent/tweet'],
    [ShareNetwork.FACEBOOK, 'https://www.facebook.com/sharer/sharer.php'],
    [ShareNetwork.WHATSAPP, 'https://wa.me/'],
    [ShareNetwork.BLUESKY, 'https://bsky.app/intent/compose'],
    [ShareNetwork.MASTODON, 'https://mamot.fr/share'],
    [ShareNetwork.THREADS, 'https://www.threads.com/intent/post'],
  ])('%s opens its own composer', (network, endpoint) => {
    const url = at(network);
    expect(url.origin + url.pathname).toBe(endpoint);
    expect([...url.searchParams.values()].join('\n')).toContain(URL_TO_SHARE);
  });

  it('gives the link apart where the network takes it apart', () => {
    for (const network of [ShareNetwork.X, ShareNetwork.THREADS]) {
      expect(Object.fromEntries(at(network).searchParams)).toEqual({ text: TEXT, url: URL_TO_SHARE });
    }
    expect(at(ShareNetwork.BLUESKY).searchParams.get('text')).toBe(`${TEXT}\n\n${URL_TO_SHARE}`);
    expect(at(ShareNetwork.FACEBOOK).searchParams.get('u')).toBe(URL_TO_SHARE);
  });

  it('does not repeat a link that the text holds', () => {
    const text = `À lire : ${URL_TO_SHARE}.`;
    expect(Object.fromEntries(at(ShareNetwork.X, text).searchParams)).toEqual({ text });
    expect(at(ShareNetwork.WHATSAPP, text).searchParams.get('text')).toBe(text);
    expect(at(ShareNetwork.WHATSAPP, `${URL_TO_SHARE}xyz`).searchParams.get('text')).toBe(`${URL_TO_SHARE}xyz\n\n${URL_TO_SHARE}`);
  });

  it('writes an e-mail as RFC 6068 asks: %20 and CRLF', () => {
    const href = shareIntentUrl(ShareNetwork.EMAIL, { text: 'a b\nc', url: URL_TO_SHARE, subject: 'é' });
    expect(href).toBe(`mailto:?subject=%C3%A9&body=a%20b%0D%0Ac%0D%0A%0D%0A${encodeURIComponent(URL_TO_SHARE)}`);
  });

  it('has nothing to open for a copy, the share sheet, an unknown server or Facebook without a link', () => {
    expect(shareIntentUrl(ShareNetwork.COPY, { text: TEXT })).toBeNull();
    expect(shareIntentUrl(ShareNetwork.NATIVE, { text: TEXT })).toBeNull();
    expect(shareIntentUrl(ShareNetwork.MASTODON, { text: TEXT })).toBeNull();
    expect(shareIntentUrl(ShareNetwork.FACEBOOK, { text: TEXT })).toBeNull();
    expect(prefillsText(ShareNetwork.FACEBOOK)).toBe(false);
  });

  it('keeps every text exactly, on every network', () => {
    const piece = fc.oneof(fc.constantFrom('%', '&', '#', '+', '=', '?', '\n', '👩‍🚀', 'é', '%20', '&amp;', ' ', '/', '"'), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = pieces.join('');
        for (const network of [ShareNetwork.LINKEDIN, ShareNetwork.WHATSAPP, ShareNetwork.BLUESKY, ShareNetwork.MASTODON]) {
          expect(at(network, text, null).searchParams.get('text')).toBe(text || null);
        }
        expect(at(ShareNetwork.X, text).searchParams.get('text')).toBe(text || null);
        const mail = at(ShareNetwork.EMAIL, text, null).searchParams.get('body') ?? '';
        expect(mail.replace(/\r\n/gu, '\n')).toBe(text.replace(/\r\n|\r/gu, '\n'));
      }),
    );
  });

  it('survives half an emoji', () => expect(at(ShareNetwork.X, 'a\ud83d').searchParams.get('text')).toBe('a\ufffd'));
});

describe('a Mastodon server', () => {
  it.each(['mastodon.social', 'MAMOT.fr', 'xn--t-bga.fr', 'a.b.c.example'])('may be %s', (host) => expect(isMastodonInstance(host)).toBe(true));

  it.each(['', 'localhost', 'https://mamot.fr', 'mamot.fr/share', 'mamot.fr:8080', 'me@mamot.fr', '127.0.0.1', '[::1]', 'a..fr', '-a.fr', 'a-.fr', 'mamot.fr ', 'été.fr', 'a.fr?x', `${'a'.repeat(64)}.fr`, 'evil.fr\\@b.fr'])(
    'may not be %j',
    (host) => expect(isMastodonInstance(host)).toBe(false),
  );

  it('never lets the host decide more than the host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.ipV4(), fc.emailAddress()), (host) => {
        const href = shareIntentUrl(ShareNetwork.MASTODON, { text: 'a', mastodonInstance: host });
        if (href) expect(href).toBe(`https://${new URL(href).hostname}/share?text=a`);
      }),
    );
  });
});
