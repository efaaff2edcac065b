import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Base 62 digits of 128, 256 and 32 bits. */
const ORGANISATION = 22;
const SECRET = 43;
const CHECKSUM = 6;

const FORM = new RegExp(`^pv_([0-9A-Za-z]{${ORGANISATION}})_([0-9A-Za-z]{${SECRET}})([0-9A-Za-z]{${CHECKSUM}})$`);

function encode(number: bigint, length: number): string {
  let [rest, text] = [number, ''];
  for (; rest > 0n; rest /= 62n) text = DIGITS[Number(rest % 62n)]! + text;
  return text.padStart(length, '0');
}

const decode = (text: string): bigint => [...text].reduce((sum, digit) => sum * 62n + BigInt(DIGITS.indexOf(digit)), 0n);

function uuidOf(text: string): string | null {
  const hex = decode(text).toString(16).padStart(32, '0');
  return hex.length === 32 ? `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` : null;
}

const checksum = (body: string): string => encode(BigInt(crc32(body)), CHECKSUM);

/**
 * `pv_<organisation>_<secret><checksum>`, all in base 62: the organisation routes the look-up, 256 random bits prove it,
 * and the CRC-32 of what stands before it tells a mistyped one without the database. The form is that of GitHub's tokens
 * (github.blog, "Behind GitHub's new authentication token formats", 2021): a prefix that scanners find, no sign at which
 * a double click stops.
 */
export function newTokenText(organisationId: string, random: Buffer = randomBytes(32)): { text: string; secret: string; hint: string } {
  const secret = encode(BigInt(`0x${random.toString('hex')}`), SECRET);
  const body = `pv_${encode(BigInt(`0x${organisationId.replaceAll('-', '')}`), ORGANISATION)}_${secret}`;
  const text = body + checksum(body);
  return { text, secret, hint: `pv_…${text.slice(-4)}` };
}

/** Null for what is no API token, or has a mistake. */
export function readTokenText(text: string): { organisationId: string; secret: string } | null {
  const [, organisation, secret, sum] = FORM.exec(text) ?? [];
  if (!organisation || !secret || checksum(text.slice(0, -CHECKSUM)) !== sum) return null;
  const organisationId = uuidOf(organisation);
  return organisationId ? { organisationId, secret } : null;
}
