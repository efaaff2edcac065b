import { Button } from '@mantine/core';
import { Columns, ErrorState, IconTile, SkeletonFigures } from '@portevoix/ui';
import { errorText, queryOf, Slot, useT } from '@portevoix/web';
import { IconHandStop, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MixCard } from '../applications/MixCard';
import { ProfileCard } from '../applications/ProfileCard';
import { useCalls } from '../calls/useCalls';
import { StrategiesDocument } from '../recruitment.graphql';
import css from '../recruitment.module.css';
import { RecruitmentFrame } from '../RecruitmentFrame';
import { texts } from '../texts';
import { InviteModal } from './InviteModal';
import { StrategyCard } from './StrategyCard';

type Asked = '1' | 'contrat';

/** The library of strategies with what is under way, and what cannot be done. */
export function StrategiesPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const { inviter, cohorte } = useSearch({ strict: false }) as { inviter?: Asked | number; cohorte?: string };
  const ask = (next?: Asked) => void navigate({ to: '.', search: (next ? { inviter: next } : {}) as never, replace: true });
  const { data, error, isPending, refetch } = useQuery(queryOf(StrategiesDocument));
  const { current } = useCalls();
  const opened = inviter === 'contrat' || String(inviter) === '1';
  return (
    <RecruitmentFrame tab="strategies">
      {error ? <ErrorState title={t('page.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
      {isPending ? <SkeletonFigures count={4} /> : null}
      {data ? (
        <div className={css.grid}>
          {data.strategies.map((strategy) => (
            <StrategyCard key={strategy.strategy} {...strategy} />
          ))}
        </div>
      ) : null}
      <div className={css.forced}>
        <IconTile tone="danger">
          <IconHandStop size={18} stroke={1.75} aria-hidden />
        </IconTile>
        <p>
          <b>{t('strategies.forcedTitle')}</b> {t('strategies.forced')}
        </p>
        <Button variant="default" size="sm" onClick={() => ask('contrat')}>
          {t('strategies.basis')}
        </Button>
        <Button variant="default" size="sm" leftSection={<IconSend size={16} aria-hidden />} onClick={() => ask('1')}>
          {t('page.invite')}
        </Button>
      </div>
      <Slot name="admin.recruitment.strategies" />
      {current ? (
        <Columns layout="even">
          <ProfileCard callId={current.id} />
          <MixCard call={current} onChoose={() => void navigate({ to: '/recrutement/candidatures', search: { appel: current.id, etat: 'SUBMITTED' } as never })} />
        </Columns>
      ) : null}
      <InviteModal opened={opened} contractual={inviter === 'contrat'} cohortId={cohorte} onClose={() => ask()} />
    </RecruitmentFrame>
  );
}
