/** Where a member can share. COPY and NATIVE (the phone's own share sheet) have no address to open. */
export enum ShareNetwork {
  LINKEDIN = 'LINKEDIN',
  X = 'X',
  FACEBOOK = 'FACEBOOK',
  WHATSAPP = 'WHATSAPP',
  BLUESKY = 'BLUESKY',
  MASTODON = 'MASTODON',
  THREADS = 'THREADS',
  EMAIL = 'EMAIL',
  COPY = 'COPY',
  NATIVE = 'NATIVE',
}

export interface NetworkLimit {
  /** Graphemes that a post may have; null: no limit worth showing. */
  limit: number | null;
  /** What any link counts for; null: its own length. */
  urlLength: number | null;
}

const NONE: NetworkLimit = { limit: null, urlLength: null };

/**
 * Limits of a post: LinkedIn 3,000; X 280, a link counting 23 (t.co); Facebook 63,206; Bluesky 300; Mastodon 500, a
 * link counting 23 (an instance may allow more); Threads 500. Counted by grapheme, so that the counter agrees with
 * what the eye sees; X weighs emoji and East Asian characters double in its own composer.
 */
export const networkLimits: Record<ShareNetwork, NetworkLimit> = {
  [ShareNetwork.LINKEDIN]: { limit: 3_000, urlLength: null },
  [ShareNetwork.X]: { limit: 280, urlLength: 23 },
  [ShareNetwork.FACEBOOK]: { limit: 63_206, urlLength: null },
  [ShareNetwork.WHATSAPP]: NONE,
  [ShareNetwork.BLUESKY]: { limit: 300, urlLength: null },
  [ShareNetwork.MASTODON]: { limit: 500, urlLength: 23 },
  [ShareNetwork.THREADS]: { limit: 500, urlLength: null },
  [ShareNetwork.EMAIL]: NONE,
  [ShareNetwork.COPY]: NONE,
  [ShareNetwork.NATIVE]: NONE,
};

/** Facebook ignores any text given to it: there the member pastes the text, copied beforehand. */
export function prefillsText(network: ShareNetwork): boolean {
  return network !== ShareNetwork.FACEBOOK && network !== ShareNetwork.COPY && network !== ShareNetwork.NATIVE;
}

const HOST_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u;

/** A bare host name ("mastodon.social"): no scheme, port, path, user, space or IP address; international ones in punycode. */
export function isMastodonInstance(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return host.length <= 253 && labels.length >= 2 && labels.every((label) => HOST_LABEL.test(label)) && /[a-z]/u.test(labels.at(-1) ?? '');
}
