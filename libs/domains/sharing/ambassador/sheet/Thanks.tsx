import { ShareResult } from '@portevoix/ui/ambassador';
import { Notice, TruthLabel } from '@portevoix/ui';
import { errorText, queryOf, useMutationOf, useT, useViewer } from '@portevoix/web';
import { IconChartDots, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NetworkIcon } from '@portevoix/ui/ambassador';
import { MARKS } from '../networks';
import { MyResults, MyShares, RetractShare } from '../sharing.graphql';
import { texts } from '../texts';
import { useMyTruths } from '../truths';
import type { OpenedNow } from './useOpenShare';

/** What is noted now, and what will be counted. */
export function Thanks({ opened: { share }, onClose }: { opened: OpenedNow; onClose: () => void }) {
  const t = useT(texts);
  const truth = useMyTruths();
  const { firstName } = useViewer().person;
  const { data } = useQuery(queryOf(MyResults));
  const retract = useMutationOf(RetractShare, { refresh: [MyShares, MyResults], onSuccess: onClose });
  const url = share.link.shortUrl.replace(/^https?:\/\//, '');
  const count = data?.myResults.shares ?? 1;
  const rows = [
    { id: 'declared', icon: <NetworkIcon network={MARKS[share.network]} />, tone: 'accent' as const, title: t('thanks.declared', { network: t(`networks.${share.network}`) }), detail: t('thanks.declaredDetail') },
    { id: 'link', icon: <IconLink size={20} stroke={1.8} />, tone: 'good' as const, title: t('thanks.link'), detail: t('thanks.linkDetail', { url }) },
    { id: 'yours', icon: <IconChartDots size={20} stroke={1.8} />, tone: 'info' as const, title: t('thanks.shares', { count }), detail: <>{t('thanks.sharesDetail')} <TruthLabel {...truth('my-shares')} /></> },
  ];
  return (
    <>
      <ShareResult
        text={t('thanks.text', { name: firstName })}
        rows={rows}
        done={{ label: t('thanks.done'), onClick: onClose }}
        undo={{ label: t('thanks.undo'), onClick: () => retract.mutate({ id: share.id }), busyLabel: retract.isPending ? t('asked.busy') : null }}
      />
      {retract.error ? <Notice tone="warn" live title={errorText(retract.error).happened}>{errorText(retract.error).todo}</Notice> : null}
    </>
  );
}
