import type { DemoFeedItem, DemoSource } from '../demo/feed';

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const cdata = (html: string) => `<![CDATA[${html.replaceAll(']]>', ']]&gt;')}]]>`;

/** An item's date, `day` days from the start of today, in the morning. */
function dateOf({ day }: DemoFeedItem, now: Date): Date {
  const today = Date.parse(now.toISOString().slice(0, 10));
  return new Date(Math.min(today + day * 86_400_000 + 6 * 3_600_000, now.getTime()));
}

function rss({ name, description, website, items }: DemoSource, now: Date): string {
  const entries = items.map((item) => `<item><title>${escape(item.title)}</title><link>${escape(item.link)}</link><guid isPermaLink="false">${escape(item.guid)}</guid><dc:creator>${escape(item.author)}</dc:creator><pubDate>${dateOf(item, now).toUTCString()}</pubDate><description>${escape(item.summary)}</description><content:encoded>${cdata(item.bodyHtml)}</content:encoded></item>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${escape(name)}</title><link>${escape(website)}</link><description>${escape(description)}</description><language>fr</language>${entries.join('\n')}</channel></rss>`;
}

function atom({ name, description, website, items }: DemoSource, now: Date): string {
  const entries = items.map((item) => `<entry><title>${escape(item.title)}</title><id>${escape(item.guid)}</id><link rel="alternate" href="${escape(item.link)}"/><author><name>${escape(item.author)}</name></author><updated>${dateOf(item, now).toISOString()}</updated><published>${dateOf(item, now).toISOString()}</published><summary>${escape(item.summary)}</summary><content type="html">${escape(item.bodyHtml)}</content></entry>`);
  const updated = new Date(Math.max(...items.map((item) => dateOf(item, now).getTime()))).toISOString();
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>${escape(name)}</title><subtitle>${escape(description)}</subtitle><id>${escape(website)}/</id><link href="${escape(website)}"/><updated>${updated}</updated>${entries.join('\n')}</feed>`;
}

function json({ name, description, website, items }: DemoSource, now: Date): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: name, description, home_page_url: website, language: 'fr',
    items: items.map((item) => ({ id: item.guid, url: item.link, title: item.title, summary: item.summary, content_html: item.bodyHtml, authors: [{ name: item.author }], date_published: dateOf(item, now).toISOString() })),
  });
}

const WRITERS = {
  RSS: { type: 'application/rss+xml; charset=utf-8', write: rss },
  ATOM: { type: 'application/atom+xml; charset=utf-8', write: atom },
  JSON: { type: 'application/feed+json; charset=utf-8', write: json },
} as const;

/** A demo source as the feed that it says it is; the same text all day. */
export function writeFeed(source: DemoSource, now: Date): { type: string; body: string } {
  const { type, write } = WRITERS[source.format];
  return { type, body: write(source, now) };
}
