import { holdsLink, withLink, type ShareParts } from './compose';
import { isMastodonInstance, ShareNetwork } from './networks';

export interface ShareIntent extends ShareParts {
  /** Subject of an e-mail. */
  subject?: string | undefined;
  /** Bare host of the member's Mastodon server ("mastodon.social"). */
  mastodonInstance?: string | undefined;
}

/**
 * The address that opens a network's own composer, filled in; null where there is none to open (COPY, NATIVE,
 * Mastodon without a valid host, Facebook without a link).
 *
 * Endpoints: X `x.com/intent/tweet` (docs.x.com, Post web intent), Threads `www.threads.com/intent/post` (Meta,
 * Threads web intents), Bluesky `bsky.app/intent/compose` (docs.bsky.app, Action intent links), WhatsApp `wa.me`
 * (click to chat), Mastodon `/share`, Facebook `sharer.php` (takes a link only, see prefillsText), e-mail RFC 6068.
 * LinkedIn: the feed composer, because its documented `share-offsite` takes a link only and would drop the text and
 * the mandatory mention.
 */
export function shareIntentUrl(network: ShareNetwork, intent: ShareIntent): string | null {
  // A lone surrogate cannot be percent-encoded.
  const text = intent.text.toWellFormed();
  const url = intent.url?.toWellFormed() || null;
  const body = withLink({ text, url });
  const apart = { text, url: url && !holdsLink(text, url) ? url : null };
  switch (network) {
    case ShareNetwork.LINKEDIN:
      return address('https://www.linkedin.com/feed/', { shareActive: 'true', text: body });
    case ShareNetwork.X:
      return address('https://x.com/intent/tweet', apart);
    case ShareNetwork.FACEBOOK:
      return url && address('https://www.facebook.com/sharer/sharer.php', { u: url, quote: text });
    case ShareNetwork.WHATSAPP:
      return address('https://wa.me/', { text: body });
    case ShareNetwork.BLUESKY:
      return address('https://bsky.app/intent/compose', { text: body });
    case ShareNetwork.MASTODON:
      return mastodonShare(intent.mastodonInstance, body);
    case ShareNetwork.THREADS:
      return address('https://www.threads.com/intent/post', apart);
    case ShareNetwork.EMAIL:
      return address('mailto:', { subject: intent.subject?.toWellFormed() || null, body: body.replace(/\r\n|\r|\n/gu, '\r\n') });
    case ShareNetwork.COPY:
    case ShareNetwork.NATIVE:
      return null;
  }
}

function mastodonShare(instance: string | undefined, body: string): string | null {
  if (!instance || !isMastodonInstance(instance)) return null;
  return address(`https://${instance.toLowerCase()}/share`, { text: body });
}

/** Percent-encodes everything (never "+" for a space, which mail programs would show). */
function address(base: string, parameters: Record<string, string | null>): string {
  const query = Object.entries(parameters)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? base : `${base}?${query.join('&')}`;
}
