import type { ShareFieldsFragment, ShareNetwork } from '@portevoix/graphql';
import { Notice, TextLink, TruthLabel } from '@portevoix/ui';
import { ShareAsked } from '@portevoix/ui/ambassador';
import { errorText, useMutationOf, useT } from '@portevoix/web';
import { useState } from 'react';
import { DeclareShare, MyResults, MyShares } from '../sharing.graphql';
import css from '../sharing.module.css';
import { texts } from '../texts';
import { useMyTruths } from '../truths';
import { copyNow } from './deliver';
import type { OpenedNow } from './useOpenShare';

export interface AskedProps {
  opened: OpenedNow;
  onYes: (share: ShareFieldsFragment) => void;
  onLater: () => void;
}

const ownWords = (network: ShareNetwork): network is 'EMAIL' | 'NATIVE' | 'COPY' => network === 'EMAIL' || network === 'NATIVE' || network === 'COPY';

/** Only the member knows whether it was published. */
export function Asked({ opened, onYes, onLater }: AskedProps) {
  const t = useT(texts);
  const truth = useMyTruths();
  const { share, text, openUrl } = opened;
  const [copied, setCopied] = useState(opened.copied);
  const declare = useMutationOf(DeclareShare, { refresh: [MyShares, MyResults], onSuccess: ({ declareShare }) => onYes(declareShare) });
  const network = t(`networks.${share.network}`);
  const question = ownWords(share.network) ? t(`asked.${share.network}`) : t('asked.opened', { network });
  return (
    <>
      <ShareAsked
        question={`${question}\n${t('asked.question')}`}
        text={t(copied ? 'asked.paste' : 'asked.notCopied')}
        copyAgain={{ label: t(copied ? 'asked.again' : 'asked.copy'), onClick: () => void copyNow(text).then(setCopied) }}
        yes={{ label: t('asked.yes'), onClick: () => declare.mutate({ id: share.id }), busyLabel: declare.isPending ? t('asked.busy') : null }}
        notYet={{ label: t('asked.notYet'), onClick: onLater }}
        facts={[
          { id: 'declared', truth: <TruthLabel {...truth('my-shares')} />, text: t('asked.declared') },
          { id: 'measured', truth: <TruthLabel {...truth('my-valid-clicks')} />, text: t('asked.measured') },
        ]}
        foot={t('asked.foot')}
      />
      {openUrl ? <p className={css.openAgain}><TextLink href={openUrl} target="_blank" rel="noopener">{t('asked.open', { network })}</TextLink></p> : null}
      {declare.error ? <Notice tone="warn" live title={errorText(declare.error).happened}>{errorText(declare.error).todo}</Notice> : null}
    </>
  );
}
