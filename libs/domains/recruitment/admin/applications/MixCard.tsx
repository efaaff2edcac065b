import { Button } from '@mantine/core';
import type { MixOfCallQuery } from '@portevoix/graphql';
import { Card, ErrorState, Notice, SkeletonRows, TruthLabel } from '@portevoix/ui';
import { MixMeter } from '@portevoix/ui/admin';
import { errorText, queryOf, useFormat, useT, type Format, type Translate } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { MixDocument } from '../recruitment.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import { useCallTruths } from '../truths';

type Mix = MixOfCallQuery['mixOfCall'];
type T = Translate<typeof texts.messages>;

/** Experts and beginners among the accepted, the zone aimed at, and whom to accept to come back into it. */
export function MixCard({ call, onChoose }: { call: { id: string; title: string }; onChoose: (ids: string[]) => void }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useCallTruths();
  const { data, error, refetch } = useQuery(queryOf(MixDocument, { callId: call.id }));
  if (error) return <ErrorState title={t('page.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <Card><SkeletonRows rows={2} /></Card>;
  const { accepted, considered, proposed } = data.mixOfCall;
  const people = ({ experts, beginners }: { experts: number; beginners: number }) => ({ experts: t('mix.experts', { count: experts }), beginners: t('mix.beginners', { count: beginners }) });
  const share = accepted.expertShare;
  return (
    <Card title={t(`mix.titles.${accepted.status}`)}>
      <p className={css.intro}>
        {t('mix.intro', { title: call.title })} <TruthLabel {...truth('call-mix')} />
      </p>
      {share === null ? null : (
        <MixMeter left={people(accepted).experts} right={people(accepted).beginners} share={share} zone={[accepted.band.min, accepted.band.max]} zoneLabel={t('mix.zone')} label={t('mix.label', { ...people(accepted), share: format.percent(share) })} />
      )}
      <div className={css.advice}>
        <Advice mix={data.mixOfCall} t={t} format={format} />
        {considered.experts + considered.beginners > accepted.experts + accepted.beginners ? <p className={css.hint}>{t('mix.considered', people(considered))}</p> : null}
      </div>
      {proposed.length ? (
        <div className={css.actions}>
          <Button size="sm" onClick={() => onChoose(proposed.map(({ id }) => id))}>{t('mix.choose', { count: proposed.length })}</Button>
        </div>
      ) : null}
    </Card>
  );
}

/** The state of the mix in words, and what would mend it. */
function Advice({ mix: { accepted, proposed }, t, format }: { mix: Mix; t: T; format: Format }) {
  const { status, invite, expertShare } = accepted;
  if (status === 'EMPTY') return <p className={css.intro}>{t('mix.empty')}</p>;
  if (status === 'BALANCED') return <Notice tone="good" live>{t('mix.balanced')}</Notice>;
  const share = format.percent(expertShare ?? 0);
  const shy = status === 'TOO_MANY_BEGINNERS';
  const need = shy ? t('mix.needExperts', { count: invite.experts }) : t('mix.needBeginners', { count: invite.beginners });
  const names = format.list(proposed.map(({ person }) => person.displayName));
  return (
    <Notice tone="warn" live title={shy ? t('mix.adviceShy', { share }) : t('mix.adviceTitle', { share })}>
      {need} {proposed.length ? t('mix.proposed', { count: proposed.length, names }) : t('mix.none')}
    </Notice>
  );
}
