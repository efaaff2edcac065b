import { describe, expect, it } from '@jest/globals';
import { discoverFeeds } from './discover-feeds';
import { decodePage, readPageMetadata } from './page-metadata';

const URL_ = 'https://example.org/blog/post';

describe('feeds of a page', () => {
  it('are found in order, each once, with absolute addresses', () => {
    const html = `<!doctype html><html><head><!-- <link rel="alternate" type="application/rss+xml" href="/commented"> -->
      <script>'<link rel="alternate" type="application/rss+xml" href="/script">'</script><base href="/base/">
      <LINK REL="Alternate" type="application/rss+xml; charset=utf-8" title="Actualités &amp; blog" HREF="feed.xml?a=1&amp;b=2">
      <link rel=alternate type=application/atom+xml href=https://other.example/atom>
      <link rel="alternate" type="application/feed+json" href='//cdn.example/feed.json'>
      <link rel="alternate" type="application/rss+xml" href="feed.xml?a=1&amp;b=2"><link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      <link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" type="application/rss+xml" href="/no">`;
    expect(discoverFeeds(html, URL_)).toEqual([
      { url: 'https://example.org/base/feed.xml?a=1&b=2', title: 'Actualités & blog', format: 'rss' },
      { url: 'https://other.example/atom', title: '', format: 'atom' },
      { url: 'https://cdn.example/feed.json', title: '', format: 'json' },
    ]);
  });

  it.each(['', '<', '<link', '<!--', '<script>', '<title>', '\0'])('are none in "%s"', (html) => {
    expect(discoverFeeds(html, URL_)).toEqual([]);
  });
});

describe('what a page says of itself', () => {
  it('is read from Open Graph', async () => {
    const html = `<html lang="fr_FR"><head><title>No</title><meta property="og:title" content="L&#8217;été &amp; l’hiver"><meta property="og:description" content="Un <b>texte</b>">
      <meta property="og:image" content="/i.png"><meta property="og:site_name" content='Le "site"'><meta property="og:url" content="https://example.org/canonical">
      <meta property="article:published_time" content="2026-01-05T10:20:30+01:00"><meta name="author" content="A. Martin"></head><body>`;
    expect(await readPageMetadata(html, URL_)).toEqual({
      url: 'https://example.org/canonical', title: 'L’été & l’hiver', description: 'Un texte', imageUrl: 'https://example.org/i.png', siteName: 'Le "site"',
      author: 'A. Martin', publishedAt: new Date('2026-01-05T09:20:30Z'), language: 'fr-FR',
    });
  });

  it('falls back to the title and the description, in the page’s encoding', async () => {
    const html = decodePage(Buffer.from('<html><head><meta charset="iso-8859-1"><title>Caf\xe9</title><meta name="description" content="D\xe9j\xe0">', 'latin1'));
    expect(await readPageMetadata(html, URL_)).toEqual({ url: URL_, title: 'Café', description: 'Déjà' });
  });

  it('takes no script or inner address', async () => {
    const html = '<meta property="og:image" content="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd"><meta property="og:title" content="<script>alert(1)</script>x">';
    expect(await readPageMetadata(html, URL_)).toEqual({ url: URL_, title: 'x' });
  });

  it.each([['', 0], ['<div>', 100_000], ['<meta property="og:image" content="/x">', 20_000], ['<meta a="', 100_000], ['<table><tr><td>', 50_000]])('does not choke on %s × %d', async (piece, count) => {
    expect(await readPageMetadata(piece.repeat(count), URL_)).toMatchObject({ url: URL_ });
  });
});
