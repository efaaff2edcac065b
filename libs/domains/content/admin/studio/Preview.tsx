import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { shownPicture } from '@portevoix/content/shared';
import { Card } from '@portevoix/ui';
import { NetworkPreview, type PreviewNetwork } from '@portevoix/ui/admin';
import { illustrationSvg, isIllustrationMotif } from '@portevoix/ui/illustrations';
import { useFormat, useT, useViewer } from '@portevoix/web';
import { IconBrandBluesky, IconBrandLinkedin, IconBrandMastodon, IconBrandX } from '@tabler/icons-react';
import { useState } from 'react';
import css from '../content.module.css';
import { texts } from '../texts';
import type { Draft } from './draft';
import { lengthOn, NETWORK_LIMITS, PREVIEW_NETWORKS } from './lengths';
import type { Studio } from './useStudio';

const NAMES: Record<PreviewNetwork, string> = { linkedin: 'LinkedIn', mastodon: 'Mastodon', bluesky: 'Bluesky', x: 'X' };
const ICONS: Record<PreviewNetwork, typeof IconBrandX> = { linkedin: IconBrandLinkedin, mastodon: IconBrandMastodon, bluesky: IconBrandBluesky, x: IconBrandX };
const domainOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '');

/** A short link has this shape; its code is made when a person shares. */
const shortLink = () => `${location.origin}/l/12345678`;

export function pictureOf({ illustrationMotif, illustrationSeed }: Draft, imageUrl: string | null | undefined): string {
  const shown = shownPicture(imageUrl);
  if (shown) return shown;
  const motif = isIllustrationMotif(illustrationMotif) ? illustrationMotif : 'message';
  return `data:image/svg+xml,${encodeURIComponent(illustrationSvg({ motif, seed: String(illustrationSeed) }))}`;
}

/** How the text in hand will look, and whether it fits on each network. */
export function Preview({ studio, active }: { studio: Studio; active: string }) {
  const { draft, publication } = studio;
  const t = useT(texts);
  const { organisation } = useViewer();
  const [network, setNetwork] = useState<PreviewNetwork>('linkedin');
  const variant = draft.variants.find(({ key }) => key === active) ?? draft.variants[0];
  if (draft.audience !== 'SHAREABLE') return <InsideCard studio={studio} />;
  const text = [variant?.text ?? '', organisation.disclosure].filter(Boolean).join('\n\n');
  const data = PREVIEW_NETWORKS.map((value) => {
    const Icon = ICONS[value];
    return { value, label: <><Icon size={18} aria-hidden /><VisuallyHidden>{NAMES[value]}</VisuallyHidden></> };
  });
  return (
    <>
      <Card title={t('studio.preview')} titleSize="small" padding="dense" aside={<SegmentedControl size="xs" data={data} value={network} onChange={(value) => setNetwork(value as PreviewNetwork)} aria-label={t('studio.preview')} />}>
        <NetworkPreview
          network={network}
          author={{ name: publication.credit?.displayName ?? t('studio.previewAuthor'), line: organisation.name }}
          text={text}
          image={{ src: pictureOf(draft, publication.imageUrl), alt: '' }}
          {...(draft.targetUrl && { link: { title: draft.title, domain: domainOf(draft.targetUrl) } })}
        />
      </Card>
      <Lengths draft={draft} text={variant?.text ?? ''} disclosure={organisation.disclosure} />
    </>
  );
}

/** What stays inside has no network to look at. */
function InsideCard({ studio: { draft, publication } }: { studio: Studio }) {
  const t = useT(texts);
  return (
    <Card title={t('studio.preview')} titleSize="small" padding="dense">
      <img className={css.picture} src={pictureOf(draft, publication.imageUrl)} alt="" />
      <p className={css.quiet}>{t('studio.internalHint')}</p>
    </Card>
  );
}

function Lengths({ draft, text, disclosure }: { draft: Draft; text: string; disclosure: string }) {
  const t = useT(texts);
  const format = useFormat();
  const link = draft.targetUrl ? shortLink() : '';
  const short = draft.variants.find(({ tone }) => tone === 'SHORT')?.text;
  return (
    <Card title={t('studio.lengths')} titleSize="small" padding="dense" aside={<span className={css.quiet}>{t('studio.lengthsHint')}</span>}>
      <ul className={css.lengths}>
        {PREVIEW_NETWORKS.map((network) => {
          const { limit } = NETWORK_LIMITS[network];
          const used = lengthOn(network, text, disclosure, link);
          const over = used > limit;
          const fits = short !== undefined && lengthOn(network, short, disclosure, link) <= limit;
          return (
            <li key={network}>
              <b>{NAMES[network]}</b>
              <span data-over={over || undefined}>
                {over ? `${t(fits ? 'studio.useShort' : 'studio.tooLong')} ` : ''}
                {format.number(used)} / {format.number(limit)}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
