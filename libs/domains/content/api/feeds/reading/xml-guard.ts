import { FeedError } from '../feed-error';

const MAX_DEPTH = 200;
const MAX_ELEMENTS = 250_000;
const MAX_TAG = 65_536;
const MAX_INSTRUCTIONS = 1_000;
/** HTML that feeds carry unescaped, and that is never closed. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|p|li|param|source|track|wbr)$/i;

/**
 * One linear pass over a document before a parser sees it. Gives the document without its DOCTYPE, so that no
 * parser expands entities it declares. Throws FEED_UNREADABLE for what is never closed and for entities
 * built on others or on files, FEED_TOO_COMPLEX beyond 200 levels,
 * 250,000 elements, 64 kB in a tag or 1,000 processing instructions.
 */
export function guardXml(xml: string): string {
  let depth = 0;
  let elements = 0;
  let instructions = 0;
  let doctype: [number, number] | undefined;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const next = xml[at + 1];
    if (next === '!' && xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (next === '!' && xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (next === '?') {
      if ((instructions += 1) > MAX_INSTRUCTIONS) throw new FeedError('FEED_TOO_COMPLEX', { maxInstructions: MAX_INSTRUCTIONS });
      at = after(xml, '?>', at + 2);
    }
    else if (next === '!') {
      const end = declarationEnd(xml, at);
      if (/^<!doctype/i.test(xml.slice(at, at + 9))) doctype ??= [at, end];
      at = end;
    } else if (next === '/') {
      depth = Math.max(0, depth - 1);
      at += 2;
    } else if (next === undefined || !/[A-Za-z_:\u0080-\uffff]/.test(next)) at += 1;
    else {
      const end = tagEnd(xml, at + 1);
      const name = /^[^\s/>]{0,20}/.exec(xml.slice(at + 1, at + 22))?.[0] ?? '';
      if ((elements += 1) > MAX_ELEMENTS) throw new FeedError('FEED_TOO_COMPLEX', { maxElements: MAX_ELEMENTS });
      if (xml[end - 2] !== '/' && !VOID.test(name) && (depth += 1) > MAX_DEPTH) throw new FeedError('FEED_TOO_COMPLEX', { maxDepth: MAX_DEPTH });
      at = end;
    }
  }
  if (!doctype) return xml;
  refuseEntities(xml.slice(...doctype));
  return xml.slice(0, doctype[0]) + xml.slice(doctype[1]);
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw new FeedError('FEED_UNREADABLE');
  return at + mark.length;
}

/** End of a tag, a ">" within quotes not counting; a quote never closed ends at the first ">". */
function tagEnd(xml: string, from: number): number {
  const plain = xml.indexOf('>', from);
  if (plain === -1) throw new FeedError('FEED_UNREADABLE');
  let quote: string | undefined;
  if (plain - from > MAX_TAG) throw new FeedError('FEED_TOO_COMPLEX', { maxTag: MAX_TAG });
  const limit = Math.min(xml.length, from + MAX_TAG);
  for (let at = from; at < limit; at += 1) {
    const char = xml[at];
    if (quote) {
      if (char === quote) quote = undefined;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return plain + 1;
}

/** End of a declaration, its internal subset in brackets included. */
function declarationEnd(xml: string, from: number): number {
  const plain = after(xml, '>', from);
  const subset = xml.indexOf('[', from);
  if (subset === -1 || subset > plain) return plain;
  const close = /\]\s*>/g;
  close.lastIndex = subset;
  if (!close.test(xml)) throw new FeedError('FEED_UNREADABLE');
  return close.lastIndex;
}

function refuseEntities(doctype: string): void {
  const declarations = doctype.match(/<!ENTITY[^>]*>/gi) ?? [];
  const hostile = declarations.some((entity) => /&[A-Za-z_:]|%[A-Za-z_:]|\b(SYSTEM|PUBLIC)\b/.test(entity.slice(8)));
  if (hostile || declarations.length > 500) throw new FeedError('FEED_UNREADABLE', { reason: 'entities' });
}
