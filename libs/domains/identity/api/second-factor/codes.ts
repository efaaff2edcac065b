import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

export const STEP_SECONDS = 30;
const KEY_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 10;

export const newKey = (): Buffer => Buffer.from(new Secret({ size: KEY_BYTES }).bytes);

/** What every application of codes takes: SHA-1, 6 digits, 30 seconds. */
const totp = (key: Buffer, issuer = '', label = '') => new TOTP({ issuer, label, secret: new Secret({ buffer: Uint8Array.from(key).buffer }), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });

/** The `otpauth:` address that an application reads. */
export const uriOf = (key: Buffer, issuer: string, label: string): string => totp(key, issuer, label).toString();

/** The key to type, in base 32. */
export const base32Of = (key: Buffer): string => totp(key).secret.base32;

/** The step whose code it is, among the present one, the one before and the one after (RFC 6238, 5.2); else null. */
export function stepOf(key: Buffer, code: string, at: Date): number | null {
  const delta = totp(key).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** Ten codes of 50 bits, as they are typed: without the hyphen. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () => new Secret({ size: 10 }).base32.slice(0, RECOVERY_LENGTH));

/** Of no use without the installation's secret, short as a code is. */
export const recoveryHash = (key: Buffer, personId: string, code: string): string => createHmac('sha256', key).update(`${personId}:${code}`).digest('hex');
