import { ShareNetwork } from '@portevoix/sharing/shared';
import type { ShareNetwork as NetworkName } from '@portevoix/graphql';
import type { NetworkMark } from '@portevoix/ui/ambassador';

export const MARKS: Readonly<Record<NetworkName, NetworkMark>> = {
  LINKEDIN: 'linkedin', X: 'x', FACEBOOK: 'facebook', WHATSAPP: 'whatsapp', BLUESKY: 'bluesky',
  MASTODON: 'mastodon', THREADS: 'threads', EMAIL: 'email', COPY: 'copy', NATIVE: 'device',
};

/** Always in sight; the others behind « Autres ». */
export const MAIN = [ShareNetwork.LINKEDIN, ShareNetwork.MASTODON, ShareNetwork.BLUESKY] as const;

/** The phone's own sheet only where there is one. */
export function otherNetworks(): ShareNetwork[] {
  const { X, FACEBOOK, WHATSAPP, THREADS, EMAIL, COPY, NATIVE } = ShareNetwork;
  const hasOwn = typeof navigator !== 'undefined' && 'share' in navigator;
  return [X, FACEBOOK, WHATSAPP, THREADS, EMAIL, COPY, ...(hasOwn ? [NATIVE] : [])];
}

export const isMain = (network: ShareNetwork): boolean => MAIN.some((main) => main === network);
