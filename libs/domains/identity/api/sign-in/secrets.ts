import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, 2 passes, 1 lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);

// Verified when the address is unknown, so that both answers take the same time.
const decoy = hashPassword(randomBytes(16).toString('hex'));

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

export const randomSecret = (): string => randomBytes(32).toString('base64url');

const compact = (organisationId: string) => Buffer.from(organisationId.replaceAll('-', ''), 'hex').toString('base64url');

function expand(text: string): string | null {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  if (hex.length !== 32) return null;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** `<organisation>.<secret>`: the organisation routes the look-up, the secret proves it. */
export const joinToken = (organisationId: string, secret: string): string => `${compact(organisationId)}.${secret}`;

export function splitToken(token: string): { organisationId: string; secret: string } | null {
  const [head, secret, ...rest] = token.split('.');
  const organisationId = head && expand(head);
  if (!organisationId || !secret || rest.length || token.length > 300) return null;
  return { organisationId, secret };
}

/** Secret of a sign-in link, from its id: 256 bits that are nowhere stored. */
export const linkSecret = (key: string, linkId: string): string => createHmac('sha256', key).update(`link:${linkId}`).digest('base64url');

/** Eight digits of the same link, for the tab that asked. */
export function linkCode(key: string, linkId: string): string {
  const number = createHmac('sha256', key).update(`code:${linkId}`).digest().readUInt32BE(0) % 100_000_000;
  return String(number).padStart(8, '0');
}

export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
