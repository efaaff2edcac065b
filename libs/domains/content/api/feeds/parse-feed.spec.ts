import { describe, expect, it } from '@jest/globals';
import { FeedError } from './feed-error';
import type { Feed } from './feed';
import { parseFeed } from './parse-feed';

const URL_ = 'https://example.org/dir/feed.xml';
const read = (text: string | Buffer, contentType?: string): Feed => parseFeed(typeof text === 'string' ? Buffer.from(text) : text, contentType, URL_);
const rss = (items: string, attributes = '') => `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Le blog</title><link>https://example.org/</link><language>fr</language>${items}</channel></rss>`;
const atom = (entries: string, attributes = '') => `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Blog</title><link href="/"/>${entries}</feed>`;
const code = (action: () => unknown): string => {
  try {
    action();
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(FeedError);
    return (error as FeedError).code;
  }
};

describe('formats', () => {
  it('reads RSS 2.0 with its extensions', () => {
    const feed = read(rss(
      `<item><title>L’été &amp;amp; &lt;b&gt;nous&lt;/b&gt;</title><link>/a?utm_source=rss</link><guid isPermaLink="false">id-1</guid><pubDate>Mon, 05 Jan 2026 10:20:30 +0100</pubDate>
       <description>Court</description><content:encoded><![CDATA[<p>Long <img src="i.png"><script>x</script></p>]]></content:encoded><dc:creator>Anne Martin</dc:creator></item>`,
      'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ));
    expect(feed).toEqual({
      title: 'Le blog',
      siteUrl: 'https://example.org/',
      items: [{
        externalId: 'id-1', url: 'https://example.org/a?utm_source=rss', title: 'L’été & nous', summary: 'Court', html: '<p>Long <img src="https://example.org/dir/i.png" loading="lazy" /></p>',
        imageUrl: 'https://example.org/dir/i.png', publishedAt: new Date('2026-01-05T09:20:30Z'), author: 'Anne Martin', language: 'fr',
      }],
    });
  });

  it('takes a guid for the link, dc:title and itunes for the title', () => {
    const feed = read(rss(
      `<item><guid>https://example.org/g</guid><dc:title>Par dc</dc:title></item><item><guid isPermaLink="true">https://example.org/h</guid><itunes:title>Par itunes</itunes:title><itunes:summary>Résumé</itunes:summary></item>`,
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    ));
    expect(feed.items).toMatchObject([{ url: 'https://example.org/g', title: 'Par dc' }, { url: 'https://example.org/h', title: 'Par itunes', summary: 'Résumé' }]);
  });

  it('reads RSS 0.91 and 1.0', () => {
    const old = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><item><title>T</title><link>http://example.org/1</link></item></channel></rss>';
    expect(read(old)).toMatchObject({ title: 'Old', items: [{ url: 'http://example.org/1' }] });
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://example.org/"><title>Rdf</title><link>http://example.org/</link></channel>
      <item rdf:about="http://example.org/1"><title>T</title><link>http://example.org/1</link><dc:date>2026-01-05</dc:date></item></rdf:RDF>`;
    expect(read(rdf)).toMatchObject({ title: 'Rdf', items: [{ externalId: 'http://example.org/1', publishedAt: new Date('2026-01-05T00:00:00Z') }] });
  });

  it('reads Atom, with xml:base, xhtml and types', () => {
    const feed = read(atom(
      `<entry xml:base="post/"><id>urn:1</id><title type="text">1 &lt;b&gt; 2</title><link rel="self" href="self"/><link rel="alternate" href="one"/><updated>2026-01-06T00:00:00Z</updated><published>2026-01-05T00:00:00Z</published>
       <author><name>Zoé</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Texte <a href="x">x</a></p></div></content></entry>`,
      'xml:base="https://base.example/blog/" xml:lang="fr-fr"',
    ));
    expect(feed).toMatchObject({ siteUrl: 'https://base.example/', items: [{
      externalId: 'urn:1', url: 'https://base.example/blog/post/one', title: '1 <b> 2', summary: 'Texte x', author: 'Zoé', language: 'fr-FR', publishedAt: new Date('2026-01-05T00:00:00Z'),
      html: '<p>Texte <a href="https://base.example/blog/post/x" rel="noopener nofollow">x</a></p>',
    }] });
  });

  it('reads Atom 0.3', () => {
    const text = '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old atom</title><entry><title>T</title><link rel="alternate" type="text/html" href="http://example.org/1"/><id>tag:1</id><issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14T08:29:29Z</modified></entry></feed>';
    expect(read(text)).toMatchObject({ title: 'Old atom', items: [{ externalId: 'tag:1', url: 'http://example.org/1', publishedAt: new Date('2003-12-13T12:29:29Z') }] });
  });

  it('reads JSON Feed', () => {
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', home_page_url: 'https://example.org', language: 'fr', items: [
      { id: '1', url: '/1', title: 'T', content_html: '<p>x</p>', image: '/i.png', date_published: '2026-01-05T00:00:00Z', authors: [{ name: 'A' }] }, { id: 'https://example.org/2', content_text: 'Seulement du texte' },
    ] });
    expect(read(`\ufeff${text}`, 'application/feed+json')).toMatchObject({ title: 'J', items: [
      { externalId: '1', url: 'https://example.org/1', imageUrl: 'https://example.org/i.png', author: 'A', language: 'fr' }, { url: 'https://example.org/2', title: 'Seulement du texte' },
    ] });
  });

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${rss('<item><title>é</title><link>/1</link></item>')}`), 'text/xml; charset=iso-8859-1'],
    ['the header', Buffer.from(rss('<item><title>é</title><link>/1</link></item>'), 'latin1'), 'text/xml; charset=ISO-8859-1'],
    ['the declaration', Buffer.from(rss('<item><title>é</title><link>/1</link></item>').replace('"1.0"?', '"1.0" encoding="windows-1252"?'), 'latin1'), undefined],
    ['nothing, and latin-1', Buffer.from(rss('<item><title>é</title><link>/1</link></item>'), 'latin1'), undefined],
    ['a header that lies', Buffer.from(rss('<item><title>é</title><link>/1</link></item>')), 'text/xml; charset=iso-8859-1'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${rss('<item><title>é</title><link>/1</link></item>')}`, 'utf16le'), undefined],
    ['UTF-16 big-endian without', Buffer.from(rss('<item><title>é</title><link>/1</link></item>'), 'utf16le').swap16(), undefined],
    ['an unknown charset', Buffer.from(rss('<item><title>é</title><link>/1</link></item>')), 'text/xml; charset=klingon'],
  ])('tells the encoding by %s', (_by, body, contentType) => {
    expect(read(body, contentType).items[0]?.title).toBe('é');
  });
});

describe('rules', () => {
  it('each address and each id once, 500 at most', () => {
    const item = (id: number, url: number) => `<item><guid isPermaLink="false">${id}</guid><link>https://example.org/${url}?utm_source=${id}</link></item>`;
    expect(read(rss(item(1, 1) + item(1, 2) + item(2, 1) + item(3, 3))).items.map(({ externalId }) => externalId)).toEqual(['1', '3']);
    expect(read(rss(Array.from({ length: 2_000 }, (_, index) => item(index, index)).join(''))).items).toHaveLength(500);
  });

  it('no address but http(s), no e-mail address as author, no unreadable date or language', () => {
    const feed = read(rss('<item><link>javascript:alert(1)</link></item><item><link>https://example.org/1</link><author>anne@example.org (Anne)</author><pubDate>soon</pubDate></item><item><link>https://example.org/2</link><author>anne@example.org</author></item>').replace('<language>fr<', '<language>klingon language<'));
    expect(feed.items).toEqual([{ externalId: 'https://example.org/1', url: 'https://example.org/1', title: 'example.org', summary: '', author: 'Anne' }, { externalId: 'https://example.org/2', url: 'https://example.org/2', title: 'example.org', summary: '' }]);
  });

  it('what slipped before the document is passed over', () => {
    expect(read(`\n\nWarning: x in y.php\n${rss('<item><link>/1</link></item>')}`).items).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    ['FEED_HTML', '<!doctype html><html><head><title>x</title></head></html>'],
    ['FEED_HTML', '<!-- x --><HTML lang="fr"><body>'],
    ['FEED_EMPTY', rss('')],
    ['FEED_EMPTY', rss('<item><title>no address</title></item>')],
    ['FEED_UNREADABLE', ''],
    ['FEED_UNREADABLE', 'not a feed'],
    ['FEED_UNREADABLE', '{"a":'],
    ['FEED_UNREADABLE', '<opml version="2.0"><body/></opml>'],
    ['FEED_UNREADABLE', '<rss version="2.0"><channel><item><title><![CDATA[never closed'],
  ])('%s: %s', (expected, text) => {
    expect(code(() => read(text))).toBe(expected);
  });

  it('entities built on entities or on files', () => {
    const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`).join('')}]>`;
    const files = '<!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
    for (const doctype of [laughs, files]) expect(code(() => read(rss('<item><title>&lol9;&xxe;</title><link>/1</link></item>').replace('?>', `?>${doctype}`)))).toBe('FEED_UNREADABLE');
  });

  it('an entity repeated is not expanded', () => {
    const doctype = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`;
    const [item] = read(rss(`<item><title>${'&a;'.repeat(50_000)}</title><link>/1</link></item>`).replace('?>', `?>${doctype}`)).items;
    expect(item?.title.length).toBeLessThanOrEqual(300);
    expect(item?.title).not.toContain('aaa');
  });

  it('size and nesting', () => {
    expect(code(() => read(Buffer.alloc(20 * 1024 * 1024, ' ')))).toBe('FEED_TOO_LARGE');
    expect(code(() => read(rss('<a>'.repeat(100_000) + '</a>'.repeat(100_000))))).toBe('FEED_TOO_COMPLEX');
    expect(code(() => read(rss('<a/>'.repeat(300_000))))).toBe('FEED_TOO_COMPLEX');
    expect(code(() => read('<?x?>'.repeat(100_000)))).toBe('FEED_TOO_COMPLEX');
    expect(code(() => read(`<rss ${'a="b" '.repeat(100_000)}>`))).toBe('FEED_TOO_COMPLEX');
  });

  it('nothing that runs comes through', () => {
    const [item] = read(rss('<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Titre</title><link>https://example.org/1</link><description>&lt;img src=x onerror=alert(1)&gt;&lt;a href="javascript:alert(1)"&gt;x&lt;/a&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>')).items;
    expect(item).toMatchObject({ title: 'Titre', summary: 'x', html: '<img src="https://example.org/dir/x" loading="lazy" /><a>x</a>' });
  });
});
