import { IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Avatar } from '../shared/bits';
import { useUi } from '../shared/texts';
import css from './editor.module.css';

export type PreviewNetwork = 'linkedin' | 'x' | 'mastodon' | 'bluesky';

export interface NetworkPreviewProps {
  readonly network: PreviewNetwork;
  readonly author: { readonly name: string; /** Post or address on the network. */ readonly line?: string; readonly src?: string };
  readonly text: string;
  readonly image?: { readonly src: string; readonly alt: string };
  readonly link?: { readonly title: string; readonly domain: string };
  /** Signs counted by the network and its limit; what is over is said, never cut. */
  readonly length?: { readonly used: number; readonly limit: number; readonly note?: ReactNode };
}

/** Signs shown before the network folds the text. */
const FOLD: Readonly<Record<PreviewNetwork, number>> = { linkedin: 140, x: 280, mastodon: 500, bluesky: 300 };

/** First signs of a text, cut between graphemes at a space when there is one near. */
export function foldText(text: string, limit: number): { readonly shown: string; readonly folded: boolean } {
  const signs = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  if (signs.length <= limit) return { shown: text, folded: false };
  const cut = text.slice(0, signs[limit]?.index);
  const space = cut.search(/\s\S*$/u);
  return { shown: space > cut.length * 0.7 ? cut.slice(0, space) : cut, folded: true };
}

/** How the message will look on a network: text first, then the card of its link. */
export function NetworkPreview({ network, author, text, image, link, length }: NetworkPreviewProps) {
  const { texts, number } = useUi();
  const [unfolded, setUnfolded] = useState(false);
  const fold = foldText(text, FOLD[network]);
  const folded = fold.folded && !unfolded;
  const over = length ? length.used > length.limit : false;
  return (
    <article className={css.preview} data-network={network}>
      <div className={css.previewHead}>
        <Avatar name={author.name} src={author.src} size="md" />
        <div>
          <b>{author.name}</b>
          <small>
            {author.line ? `${author.line} · ` : ''}
            {texts.now} {network === 'linkedin' ? <IconWorld size={12} aria-hidden style={{ verticalAlign: '-2px' }} /> : null}
          </small>
        </div>
      </div>
      <p className={css.previewText}>
        {folded ? `${fold.shown}… ` : text}
        {folded ? (
          <button type="button" className={css.more} onClick={() => setUnfolded(true)}>
            {texts.seeMore}
          </button>
        ) : null}
      </p>
      {image || link ? (
        <div className={css.linked}>
          {image ? <img className={css.previewImage} src={image.src} alt={image.alt} /> : null}
          {link ? (
            <div className={css.linkCard}>
              <b>{link.title}</b>
              <small>{link.domain}</small>
            </div>
          ) : null}
        </div>
      ) : null}
      {length ? (
        <p className={css.limit} data-over={over || undefined}>
          <span>{length.note}</span>
          <span>
            {number.format(length.used)} / {number.format(length.limit)}
          </span>
        </p>
      ) : null}
    </article>
  );
}
