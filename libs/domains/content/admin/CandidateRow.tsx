import { Button } from '@mantine/core';
import { shownPicture } from '@portevoix/content/shared';
import type { ContentKind } from '@portevoix/graphql';
import { Key, Pill } from '@portevoix/ui';
import { illustrationSvg, type IllustrationMotif } from '@portevoix/ui/illustrations';
import { useFormat, useT } from '@portevoix/web';
import { IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Candidate } from './CandidatesPage';
import css from './content.module.css';
import { texts } from './texts';

interface Props {
  candidate: Candidate;
  selected: boolean;
  canEdit: boolean;
  onSelect: () => void;
  onPrepare: () => void;
  onKeep: () => void;
  onDismiss: () => void;
}

const MOTIFS: Partial<Record<ContentKind, IllustrationMotif>> = { TRADE_WATCH: 'timber', MARKET_WATCH: 'city', EXPERTISE: 'workshop', CSR: 'forest', SOLIDARITY: 'solidarity', NOMINATION: 'team', PROJECT_WON: 'trophy', COMPANY_LIFE: 'team' };

/** Its page's picture, else a drawing of its kind. */
export const pictureOf = ({ id, imageUrl, source }: Candidate) => shownPicture(imageUrl) ?? `data:image/svg+xml,${encodeURIComponent(illustrationSvg({ motif: (source?.contentKind && MOTIFS[source.contentKind]) || 'book', seed: id }))}`;

/** One candidate; the one chosen shows its summary and what can be done. */
export function CandidateRow({ candidate, selected, canEdit, onSelect, onPrepare, onKeep, onDismiss }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const { title, summary, url, siteName, source, publishedAt, createdAt } = candidate;
  return (
    <li ref={row} className={css.candidate} data-selected={selected || undefined}>
      <img className={css.thumb} src={pictureOf(candidate)} alt="" loading="lazy" />
      <div className={css.candidateHead}>
        <span>{source?.title ?? siteName ?? t('queue.manual')}</span>
        <time dateTime={publishedAt ?? createdAt}>{format.relative(publishedAt ?? createdAt)}</time>
      </div>
      <button type="button" className={css.candidateTitle} aria-expanded={selected} onClick={onSelect}>
        {title}
      </button>
      {selected ? (
        <div className={css.candidateBody}>
          {summary ? <p>{summary}</p> : null}
          <div className={css.between}>
            <span className={css.row}>
              {canEdit ? (
                <>
                  <Button size="sm" onClick={onPrepare} rightSection={<Key>P</Key>}>{t('queue.prepare')}</Button>
                  <Button size="sm" variant="default" onClick={onKeep} rightSection={<Key>G</Key>}>{t('queue.keep')}</Button>
                  <Button size="sm" variant="default" onClick={onDismiss} rightSection={<Key>E</Key>}>{t('queue.dismiss')}</Button>
                </>
              ) : null}
              {source?.contentKind ? <Pill>{t(`kinds.${source.contentKind}`)}</Pill> : null}
            </span>
            <a className={`${css.row} ${css.link}`} href={url} target="_blank" rel="noopener noreferrer">
              {t('queue.open')} <IconExternalLink size={16} aria-hidden />
            </a>
          </div>
        </div>
      ) : null}
    </li>
  );
}
