import { createHmac } from 'node:crypto';

/** Name of the cookie that marks a browser as a member's own. */
export const OWN_MARK_COOKIE = 'portevoix_own';

/**
 * What a member's browser carries so that their own clicks are not counted. It opens nothing: knowing it only makes
 * a click worth less. The session's cookie is not used, because the redirect knows no session.
 */
export function ownMark(secret: string, personId: string): string {
  return createHmac('sha256', secret).update(`own\u0000${personId}`).digest('base64url').slice(0, 22);
}
