/**
 * An article as one types it: blank lines between paragraphs, `## ` and `### ` headings, `- ` list items, `> ` quotations.
 * Markup inside a paragraph stays as it is; a block of any other kind (a table, a picture) is kept as its own HTML.
 */
const BLOCK = /<(p|h2|h3|blockquote|ul)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g;
const MARKS: readonly (readonly [mark: string, tag: 'h2' | 'h3'])[] = [['### ', 'h3'], ['## ', 'h2']];

const lines = (html: string) => html.replace(/<br\s*\/?>\s*/g, '\n').trim();

function typed(tag: string, inner: string): string {
  if (tag === 'h2') return `## ${lines(inner)}`;
  if (tag === 'h3') return `### ${lines(inner)}`;
  if (tag === 'ul') return [...inner.matchAll(/<li(?:\s[^>]*)?>([\s\S]*?)<\/li>/g)].map(([, item = '']) => `- ${lines(item).replaceAll('\n', ' ')}`).join('\n');
  if (tag === 'blockquote') return [...inner.matchAll(/<p(?:\s[^>]*)?>([\s\S]*?)<\/p>/g)].map(([, part = '']) => `> ${lines(part).replaceAll('\n', ' ')}`).join('\n') || `> ${lines(inner).replaceAll('\n', ' ')}`;
  return lines(inner);
}

/** HTML of an article, as text to edit. */
export function blocksOf(html: string): string {
  const blocks: string[] = [];
  let from = 0;
  const other = (to: number) => {
    const rest = html.slice(from, to).trim();
    if (rest) blocks.push(rest.replace(/\n{2,}/g, '\n'));
  };
  for (const match of html.matchAll(BLOCK)) {
    other(match.index);
    blocks.push(typed(match[1] ?? 'p', match[2] ?? ''));
    from = match.index + match[0].length;
  }
  other(html.length);
  return blocks.filter(Boolean).join('\n\n');
}

function written(block: string): string {
  const rows = block.split('\n').map((row) => row.trim()).filter(Boolean);
  const [first = ''] = rows;
  if (/^<(?!\/?(a|strong|em|b|i|s|code|sub|sup)\b)/i.test(first)) return block;
  if (rows.every((row) => row.startsWith('- '))) return `<ul>${rows.map((row) => `<li>${row.slice(2)}</li>`).join('')}</ul>`;
  if (rows.every((row) => row.startsWith('> '))) return `<blockquote>${rows.map((row) => `<p>${row.slice(2)}</p>`).join('')}</blockquote>`;
  const heading = MARKS.find(([mark]) => first.startsWith(mark));
  if (heading && rows.length === 1) return `<${heading[1]}>${first.slice(heading[0].length)}</${heading[1]}>`;
  return `<p>${rows.join('<br />')}</p>`;
}

/** The HTML of text edited so; what may not be in an article is dropped by the API. */
export function articleOf(text: string): string {
  return text.split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean).map(written).join('\n');
}
