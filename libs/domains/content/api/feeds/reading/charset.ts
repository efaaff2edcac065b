/** Labels whose decoders accept any byte: they prove nothing about the text. */
const SINGLE_BYTE = /^(windows-125|iso-8859-|macintosh|koi8|ibm866|x-mac|windows-874)/;

/**
 * Text of a document from its bytes: byte order mark, then Content-Type, then XML or HTML declaration
 * (the order of RFC 7303 §3), then UTF-8, then windows-1252. A declaration that its own bytes belie is passed over:
 * servers say iso-8859-1 of UTF-8 documents.
 */
export function decodeText(body: Uint8Array, contentType?: string): string {
  const marked = byteOrder(body);
  if (marked) return decode(body, marked, false) ?? '';
  const declared = [charsetOf(contentType), declaration(body)].filter((label) => label !== undefined);
  const isUtf8 = decode(body, 'utf-8', true);
  for (const label of declared) {
    if (label.startsWith('utf-16')) continue;
    if (SINGLE_BYTE.test(label) && isUtf8 !== undefined && hasMultibyte(body)) return isUtf8;
    const text = label === 'utf-8' ? isUtf8 : decode(body, label, true);
    if (text !== undefined) return text;
  }
  return isUtf8 ?? decode(body, 'windows-1252', false) ?? '';
}

function byteOrder(body: Uint8Array): string | undefined {
  const [a, b, c, d] = body;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // No mark, but two bytes per character: "<" and "{" as the first character.
  if ((a === 0x3c || a === 0x7b) && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && (b === 0x3c || b === 0x7b) && c === 0 && d !== 0) return 'utf-16be';
  return undefined;
}

function charsetOf(contentType: string | undefined): string | undefined {
  return known(/charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]);
}

function declaration(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1_024)).toString('latin1');
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head);
  return known(xml?.[1]) ?? known(/<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1]);
}

/** The decoder's own name of an encoding (iso-8859-1 is windows-1252, by the Encoding standard). */
function known(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decode(body: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(body);
  } catch {
    return undefined;
  }
}

function hasMultibyte(body: Uint8Array): boolean {
  return body.some((byte) => byte > 0x7f);
}
