/** A tag of a page's head. Names of tags and attributes are in lower case, values as written. */
export interface PageTag {
  name: 'html' | 'base' | 'meta' | 'link' | 'title';
  attributes: Readonly<Record<string, string>>;
  /** Of a title. */
  text: string;
}

const MAX_PAGE = 512 * 1024;
const MAX_TAGS = 1_000;
const WANTED = new Set(['html', 'base', 'meta', 'link', 'title']);
/** Elements whose content is not markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

/**
 * The tags that describe a page, from its first 512 kB, at most 1,000. One linear pass without a tree:
 * tree builders take seconds for a few thousand nested elements.
 */
export function pageTags(page: string): PageTag[] {
  const html = page.slice(0, MAX_PAGE);
  const tags: PageTag[] = [];
  const opening = /<(!--|[a-z][a-z0-9]*)/gi;
  for (let match = opening.exec(html); match && tags.length < MAX_TAGS; match = opening.exec(html)) {
    const name = (match[1] ?? '').toLowerCase();
    if (name === '!--') {
      const end = html.indexOf('-->', match.index + 4);
      if (end === -1) break;
      opening.lastIndex = end;
      continue;
    }
    if (!WANTED.has(name) && !RAW.has(name)) continue;
    const { attributes, end } = attributesAt(html, opening.lastIndex);
    opening.lastIndex = end;
    const content = RAW.has(name) ? rawContent(html, name, end) : { text: '', end };
    if (!content) break;
    opening.lastIndex = content.end;
    if (WANTED.has(name)) tags.push({ name: name as PageTag['name'], attributes, text: content.text });
  }
  return tags;
}

function attributesAt(html: string, from: number): { attributes: Record<string, string>; end: number } {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  let end = from;
  for (let count = 0; count < 100; count += 1) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(html);
    if (!match) break;
    end = ATTRIBUTE.lastIndex;
    attributes[(match[1] ?? '').toLowerCase()] ??= match[2] ?? match[3] ?? match[4] ?? '';
  }
  return { attributes, end };
}

function rawContent(html: string, name: string, from: number): { text: string; end: number } | undefined {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(html);
  if (!match) return undefined;
  const start = html.indexOf('>', from) + 1;
  return { text: html.slice(Math.min(start, match.index), match.index), end: closing.lastIndex };
}
