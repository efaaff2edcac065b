import { PublicationPicture } from '@portevoix/content/ambassador';
import { composeShare, isMastodonInstance, ShareNetwork } from '@portevoix/sharing/shared';
import { ChecksList, ShareAction, ShareField, VariantChips } from '@portevoix/ui/ambassador';
import { Notice, TextButton } from '@portevoix/ui';
import { useDrafts, useFormat, useT } from '@portevoix/web';
import { useCallback, useId, useState } from 'react';
import css from '../sharing.module.css';
import { texts } from '../texts';
import { useChecks } from './checks';
import { Networks } from './Networks';
import { Refusal } from './Refusal';
import { shorten } from './shorten';
import { useColleagueCheck } from './useColleagueCheck';
import { useOpenShare, type Outcome } from './useOpenShare';
import type { Preparation } from './usePreparation';
import { useShareText } from './useShareText';
import { useVariants } from './useVariants';

export interface ComposeProps {
  publicationId: string;
  preparation: Preparation;
  onDone: (outcome: Outcome) => void;
}

/** My text first, its checks, where it goes, and the one action. */
export function Compose({ publicationId, preparation, onDone }: ComposeProps) {
  const t = useT(texts);
  const checksId = useId();
  const { text, change, savedAt, forget } = useShareText(publicationId, preparation);
  const { options, chosen, variantId, language, pick, typed } = useVariants(preparation, text, change);
  const { network, setNetwork, remember } = useLastNetwork(preparation);
  const [instance, setInstance] = useState(preparation.mastodonInstance ?? '');
  const { passages, identical } = useColleagueCheck(publicationId, text, preparation);
  const checks = useChecks(text, language, passages, identical);
  const known = preparation.shares.find((share) => share.network === network);
  const url = known?.link.shortUrl ?? `https://${'x'.repeat(Math.max(1, preparation.shortUrlLength - 8))}`;
  const { disclosure } = preparation;
  const compose = (words: string, to: ShareNetwork) => composeShare({ text: words, url, disclosure }, to);
  const finish = useCallback(
    (outcome: Outcome) => {
      if (outcome.kind === 'opened') forget();
      onDone(outcome);
    },
    [forget, onDone],
  );
  const { open, busy, error, clearError } = useOpenShare(finish);
  const { excess } = compose(text, network);
  const name = t(`networks.${network}`);
  const [uncut, setUncut] = useState<{ text: string; network: ShareNetwork } | null>(null);

  const cut = () => {
    setUncut({ text, network });
    change(shorten(text, (words) => compose(words, network).excess === 0));
  };
  const go = () => {
    remember(network);
    void open({ publicationId, network, text, variantId, ...(network === ShareNetwork.MASTODON && { mastodonInstance: instance.trim() }) });
  };
  const write = (next: string) => {
    clearError();
    setUncut(null);
    typed(next);
    change(next);
  };
  const blocked = !text.trim() ? t('sheet.blank') : network === ShareNetwork.MASTODON && !isMastodonInstance(instance.trim()) ? t('sheet.instanceWanted') : null;
  const publication = preparation.publication;
  return (
    <>
      <ShareField
        label={t('sheet.text')}
        value={text}
        onChange={write}
        placeholder={t('sheet.placeholder')}
        marks={passages}
        describedBy={checksId}
        {...(publication && { link: { title: publication.title, detail: known ? t('sheet.linkKnown', { url: known.link.shortUrl.replace(/^https?:\/\//, '') }) : t('sheet.link'), picture: <PublicationPicture {...publication} /> } })}
        {...(disclosure && { disclosure: { tag: disclosure, text: t('sheet.disclosure') } })}
      />
      {options.length > 1 ? <VariantChips label={t('sheet.variants')} options={options} value={chosen} onChange={pick} /> : null}
      <ChecksList id={checksId} checks={checks} />
      <Networks value={network} onChange={setNetwork} compose={(to) => compose(text, to)} instance={instance} onInstance={setInstance} />
      {uncut ? (
        <div className={css.refusal}>
          <Notice tone="good" live action={<TextButton onClick={() => write(uncut.text)}>{t('sheet.uncut')}</TextButton>}>{t('sheet.shortened', { network: t(`networks.${uncut.network}`) })}</Notice>
        </div>
      ) : null}
      {error ? <Refusal error={error} onUse={write} /> : null}
      <ShareAction
        leaves={excess === 0 && network !== ShareNetwork.COPY}
        action={
          excess > 0
            ? { label: t('sheet.shorten', { network: name }), onClick: cut }
            : { label: t(`actions.${network}`), onClick: go, busyLabel: busy ? t('sheet.busy') : null, disabledReason: blocked }
        }
        note={<Saved at={savedAt} />}
      />
    </>
  );
}

function Saved({ at }: { at: number | null }) {
  const t = useT(texts);
  const format = useFormat();
  return at === null ? t('sheet.nothingLeaves') : t('sheet.saved', { time: format.time(at) });
}

/** The network of the last share comes first. */
function useLastNetwork({ shares }: Preparation) {
  const drafts = useDrafts();
  const [network, setNetwork] = useState<ShareNetwork>(() => {
    const last = drafts.read<ShareNetwork>('share-network')?.values ?? (shares[0]?.network as ShareNetwork | undefined);
    return last && last in ShareNetwork ? last : ShareNetwork.LINKEDIN;
  });
  return { network, setNetwork, remember: (used: ShareNetwork) => void drafts.save('share-network', used) };
}
