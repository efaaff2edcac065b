import type { RedirectLink } from './link-cache';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);

const page = (head: string, body: string): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${head}
</head>
<body>
${body}
</body>
</html>
`;

const property = (name: string, content: string | null): string => (content ? `<meta property="${name}" content="${escape(content)}">\n` : '');

/** What a network reads to draw the card under a post; it leads nowhere by itself. */
export function cardPage(link: RedirectLink, shortUrl: string): string {
  const { ogTitle, ogDescription, ogImage, targetUrl } = link;
  const tags = [
    `<title>${escape(ogTitle)}</title>\n`,
    ogDescription ? `<meta name="description" content="${escape(ogDescription)}">\n` : '',
    property('og:type', 'article'),
    property('og:title', ogTitle),
    property('og:description', ogDescription),
    property('og:url', shortUrl),
    property('og:image', ogImage),
    `<meta name="twitter:card" content="${ogImage ? 'summary_large_image' : 'summary'}">`,
  ].join('');
  return page(tags, `<p><a href="${escape(targetUrl)}" rel="nofollow">${escape(ogTitle)}</a></p>`);
}

const STYLE = '<style>body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto 0;max-width:28rem;padding:0 1.5rem}h1{font-size:1.375rem}[lang=en]{opacity:.7}</style>';

/** The same for a link that never was, one taken back, and one of anybody else's. */
export const unknownPage = page(
  `<title>Lien introuvable</title>\n${STYLE}`,
  '<h1>Ce lien ne mène nulle part</h1>\n<p>Il a peut-être été mal recopié, ou retiré par son organisation.</p>\n<p lang="en">This link leads nowhere: it may have been copied wrong, or withdrawn.</p>',
);

export const busyPage = page(
  `<title>Un instant</title>\n${STYLE}`,
  '<h1>Un instant</h1>\n<p>Ce lien ne répond pas pour le moment. Réessayez dans quelques secondes.</p>\n<p lang="en">This link cannot answer right now: try again in a few seconds.</p>',
);
