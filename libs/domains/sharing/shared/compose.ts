import { networkLimits, type ShareNetwork } from './networks';

export interface ShareParts {
  text: string;
  /** The member's short link; none for a post without link. */
  url?: string | null | undefined;
}

export interface ShareDraft extends ShareParts {
  /** The organisation's mandatory mention ("#TeamAcme", « Je travaille chez Acme »); none when it asks for none. */
  disclosure?: string | null | undefined;
}

export interface ComposedShare {
  /** The member's text with the mention exactly once, as the organisation writes it; without the link. */
  text: string;
  /** What is posted or copied: the text, then the link unless the text already holds it. */
  body: string;
  /** Length of the body on this network (see shareLength). */
  length: number;
  limit: number | null;
  /** How many too many; 0 when it fits. */
  excess: number;
}

/** Text then link, as posted; a link that the text already holds is not repeated. */
export function withLink({ text, url }: ShareParts): string {
  if (!url || holdsLink(text, url)) return text;
  return text ? `${text}\n\n${url}` : url;
}

/** Whether the text already holds this very link, and not only a longer address that begins like it. */
export function holdsLink(text: string, url: string): boolean {
  return linksOf(text).some((link) => link.address === url);
}

const LINK = /https?:\/\/[^\s<>"«»]+/giu;

function linksOf(text: string): { address: string; start: number; end: number }[] {
  return [...text.matchAll(LINK)].map((match) => {
    let length = match[0].length;
    // The punctuation of the sentence is not part of the address.
    while (".,;:!?…)]'’".includes(match[0].charAt(length - 1))) length -= 1;
    const address = match[0].slice(0, length);
    return { address, start: match.index, end: match.index + address.length };
  });
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function countGraphemes(text: string): number {
  let count = 0;
  for (const _segment of graphemes.segment(text)) count += 1;
  return count;
}

/** Length of a post on a network, in graphemes: « 👩‍🚀 » is one, and each link counts what the network counts. */
export function shareLength(network: ShareNetwork, parts: ShareParts): number {
  const body = withLink(parts);
  const { urlLength } = networkLimits[network];
  if (urlLength === null) return countGraphemes(body);
  const links = linksOf(body);
  let rest = '';
  let from = 0;
  for (const { start, end } of links) {
    // A line break keeps the graphemes on both sides of a link apart.
    rest += `${body.slice(from, start)}\n`;
    from = end;
  }
  rest += body.slice(from);
  return countGraphemes(rest) - links.length + links.length * urlLength;
}

/**
 * The share as it leaves: the mandatory mention is always there, exactly once and as the organisation writes it,
 * whatever the member typed, changed or removed.
 */
export function composeShare(draft: ShareDraft, network: ShareNetwork): ComposedShare {
  const text = discloseOnce(draft.text.trim(), draft.disclosure?.trim() ?? '');
  const parts = { text, url: draft.url };
  const length = shareLength(network, parts);
  const { limit } = networkLimits[network];
  return { text, body: withLink(parts), length, limit, excess: limit === null ? 0 : Math.max(0, length - limit) };
}

function discloseOnce(text: string, disclosure: string): string {
  if (!disclosure) return text;
  const [first] = mentionsOf(text, disclosure);
  if (!first) return text ? `${text}\n\n${disclosure}` : disclosure;
  const head = text.slice(0, first.start) + disclosure;
  let composed = head + text.slice(first.end);
  // Taking one away may bring the letters of another together: again until none is left.
  for (let extra = mentionsOf(composed, disclosure).slice(1); extra.length > 0; extra = mentionsOf(composed, disclosure).slice(1)) {
    let rest = '';
    let from = head.length;
    for (const { start, end } of extra) {
      rest += composed.slice(from, start).replace(/(?<![ \t])[ \t]+$/u, '');
      from = end;
    }
    composed = head + rest + composed.slice(from);
  }
  return composed.trimEnd();
}

/** Where the mention stands on its own: any case and blanks, not inside a longer word, hashtag or address. */
function mentionsOf(text: string, disclosure: string): { start: number; end: number }[] {
  const words = disclosure.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_#@])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}_])`, 'giu');
  const links = linksOf(text);
  return [...text.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !links.some((link) => start < link.end && end > link.start));
}
