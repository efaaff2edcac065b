import type { ShareFieldsFragment } from '@portevoix/graphql';
import { ShareState } from '@portevoix/sharing/shared';
import { Notice, Pill, showUndo, TextLink, TruthLabel } from '@portevoix/ui';
import { ActionButton, AmbassadorCard, NetworkIcon } from '@portevoix/ui/ambassador';
import { Rich } from '@portevoix/content/ambassador';
import { errorText, useFormat, useMutationOf, useT } from '@portevoix/web';
import { IconCheck, IconCircleDashed, IconMessageCheck } from '@tabler/icons-react';
import { MARKS } from '../networks';
import { DeclareShare, MyResults, MyShares, RetractShare } from '../sharing.graphql';
import css from '../sharing.module.css';
import { texts } from '../texts';
import { useMyTruths } from '../truths';

const STATES = {
  OPENED: { tone: 'neutral', icon: <IconCircleDashed size={14} aria-hidden /> },
  DECLARED: { tone: 'info', icon: <IconMessageCheck size={14} aria-hidden /> },
  CLICKED: { tone: 'good', icon: <IconCheck size={14} aria-hidden /> },
} as const;

/** One share: where, when, my words, how it is known, what its link brought. */
export function MyShareCard({ share, onShare }: { share: ShareFieldsFragment; onShare: ((publicationId: string) => void) | undefined }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useMyTruths();
  const { declare, retract, error } = useDeclaring(share);
  const { tone, icon } = STATES[share.state];
  const { clicks, publication } = share;
  const over = publication.expiresAt !== null && publication.expiresAt !== undefined && Date.parse(publication.expiresAt) <= Date.now();
  return (
    <AmbassadorCard label={t('mine.label', { title: publication.title, network: t(`networks.${share.network}`) })}>
      <div className={css.meta}>
        <NetworkIcon network={MARKS[share.network]} size={17} />
        <span>{t(`networks.${share.network}`)} · {format.date(share.openedAt)}</span>
        <span className={css.far}><Pill tone={tone} icon={icon}>{t(`states.${share.state}`)}</Pill></span>
      </div>
      <h2 className={css.cardTitle}><TextLink href={`/lire/${publication.id}`} quiet>{publication.title}</TextLink></h2>
      <p className={css.words}>{share.text}</p>
      {clicks.raw > 0 || share.state !== ShareState.OPENED ? (
        <p className={css.result}>
          <span><Rich>{clicks.people > 0 ? t('mine.people', { count: clicks.people }) : t('mine.nobodyYet')}</Rich></span>
          <TruthLabel {...truth('my-valid-clicks', clicks.raw > 0 ? t('mine.clicks', { valid: t('gains.validClicks', { count: clicks.valid }), raw: clicks.raw }) : undefined)} />
        </p>
      ) : null}
      <div className={css.actions}>
        {share.state === ShareState.OPENED ? <ActionButton size="small" label={t('mine.declare')} onClick={declare} /> : null}
        {share.state !== ShareState.CLICKED && onShare && !over ? <ActionButton size="small" tone="soft" label={t('mine.open')} onClick={() => onShare(share.publicationId)} /> : null}
        {share.state === ShareState.DECLARED ? <ActionButton size="small" tone="plain" label={t('mine.retract')} onClick={retract} /> : null}
      </div>
      {error ? <Notice tone="warn" live title={errorText(error).happened}>{errorText(error).todo}</Notice> : null}
    </AmbassadorCard>
  );
}

/** « Je l’ai publié » and its contrary: each undoes the other. */
function useDeclaring({ id }: ShareFieldsFragment) {
  const t = useT(texts);
  const refresh = [MyShares, MyResults];
  const declaring = useMutationOf(DeclareShare, { refresh });
  const retracting = useMutationOf(RetractShare, { refresh });
  return {
    declare: () => declaring.mutate({ id }, { onSuccess: () => showUndo({ message: t('mine.declared'), onUndo: () => retracting.mutate({ id }) }) }),
    retract: () => retracting.mutate({ id }, { onSuccess: () => showUndo({ message: t('mine.retracted'), onUndo: () => declaring.mutate({ id }) }) }),
    error: declaring.error ?? retracting.error,
  };
}
