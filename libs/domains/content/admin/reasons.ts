import { READING_LIMITS } from '@portevoix/content/shared';
import type { Translate } from '@portevoix/web';
import { texts } from './texts';

type Texts = (typeof texts)['messages'];
type Reason = keyof Texts['sources']['reasons'];

/** Why a source or a page could not be read, in the reader's words; empty when it could. */
export function reasonOf(t: Translate<Texts>, code: string | null, status: number | null): string {
  if (!code) return '';
  const known = code in texts.messages.sources.reasons ? (code as Reason) : 'OUTBOUND_BAD_RESPONSE';
  return t(`sources.reasons.${known}`, { ...READING_LIMITS, status: status ?? '' });
}
