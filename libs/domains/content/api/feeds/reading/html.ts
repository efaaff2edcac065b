import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { httpUrl } from '../canonical-url';

const MAX_HTML = 200_000;

/**
 * HTML of a stranger, reduced to text, links and images that the reader's browser may show: no script, style,
 * form, frame or class; http(s) addresses only, made absolute against `base`; pixels that count readers are left out.
 * What goes in is cut at 200,000 characters.
 */
export function sanitiseHtml(html: string, base: string): string {
  const address = (name: string) => (_tag: string, attributes: Attributes): Tag => rewritten(name, attributes, base);
  const options: IOptions = {
    allowedTags: [
      'p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'a', 'strong', 'em', 'b', 'i', 's', 'sub', 'sup', 'img',
      'figure', 'figcaption', 'table', 'thead', 'tbody', 'tr', 'th', 'td',
    ],
    allowedAttributes: { a: ['href', 'rel'], img: ['src', 'alt', 'width', 'height', 'loading'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
    nestingLimit: 30,
    transformTags: { a: address('a'), img: address('img'), h1: 'h2', h5: 'h4', h6: 'h4' },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && (!attribs['src'] || isPixel(attribs)),
  };
  return sanitizeHtml(html.slice(0, MAX_HTML), options).trim();
}

function rewritten(tagName: string, attributes: Attributes, base: string): Tag {
  if (tagName === 'a') {
    const href = httpUrl(attributes['href'], base);
    return { tagName, attribs: href ? { href, rel: 'noopener nofollow' } : {} };
  }
  const src = httpUrl(attributes['src'], base);
  return { tagName, attribs: src && isShown(src, base) ? { ...attributes, src, loading: 'lazy' } : {} };
}

/** Our pages take pictures from themselves and from https addresses; the browser refuses any other. */
const isShown = (src: string, base: string) => src.startsWith('https:') || new URL(src).origin === new URL(base).origin;

function isPixel(attributes: Attributes): boolean {
  return [attributes['width'], attributes['height']].some((side) => side !== undefined && Number.parseInt(side, 10) <= 2);
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const TEXT_ONLY: IOptions = { allowedTags: [], allowedAttributes: {}, nestingLimit: 30 };

/** Text of a piece of HTML on one line, cut at a word within `maxLength` characters. */
export function plainText(html: string, maxLength: number): string {
  // Markup takes room: what is read is a multiple of what is kept.
  const spaced = html.slice(0, 4_000 + maxLength * 16).replace(/<(?=\/?(?:p|div|br|li|ul|ol|h[1-6]|td|tr|blockquote|figure)\b)/gi, ' <');
  return oneLine(unescape(sanitizeHtml(spaced, TEXT_ONLY)), maxLength);
}

/** Text on one line without control characters, cut at a word within `maxLength` characters. */
export function oneLine(text: string, maxLength: number): string {
  // Direction overrides would let a title show backwards what it says.
  const line = text.slice(0, 4_000 + maxLength * 16).replace(/[\u202a-\u202e\u2066-\u2069\ufeff\u200b]/g, '').replace(/[\s\p{Cc}]+/gu, ' ').trim().toWellFormed();
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > maxLength / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

/** Address of the first image of HTML that sanitiseHtml gave. */
export function firstImage(html: string): string | undefined {
  return unescape(/<img src="([^"]+)"/.exec(html)?.[1]);
}

function unescape<T extends string | undefined>(text: T): T {
  return text?.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity) as T;
}

/** Text of an attribute's value as written in HTML. */
export function decodeEntities(value: string): string {
  return value.includes('&') ? unescape(sanitizeHtml(value.slice(0, 8_192), TEXT_ONLY)) : value;
}

/** True when a text holds tags or entities: RSS does not say whether a description is text or HTML. */
export function hasMarkup(text: string): boolean {
  return /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text);
}
