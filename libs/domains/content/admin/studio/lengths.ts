import type { PreviewNetwork } from '@portevoix/ui/admin';

/** Longest texts, in signs as a reader counts them; X and Mastodon count any link as 23. */
export const NETWORK_LIMITS: Readonly<Record<PreviewNetwork, { limit: number; link: number | null }>> = {
  linkedin: { limit: 3_000, link: null },
  mastodon: { limit: 500, link: 23 },
  bluesky: { limit: 300, link: null },
  x: { limit: 280, link: 23 },
};
export const PREVIEW_NETWORKS = Object.keys(NETWORK_LIMITS) as PreviewNetwork[];

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Signs as a reader counts them: an emoji of several code points is one. */
export const countSigns = (text: string): number => [...segmenter.segment(text)].length;

/** Length of a share on a network: the text, the disclosure that is always added, and the link, with what parts them. */
export function lengthOn(network: PreviewNetwork, text: string, disclosure: string, link: string): number {
  const parts = [countSigns(text), ...(disclosure ? [countSigns(disclosure)] : []), ...(link ? [NETWORK_LIMITS[network].link ?? countSigns(link)] : [])];
  return parts.reduce((sum, part) => sum + part, 0) + 2 * (parts.length - 1);
}
