import type { ManagedContestQuery } from '@portevoix/graphql';
import { Card, Columns, ErrorState, Notice, PageHeader, Pill, SkeletonRows, Stack } from '@portevoix/ui';
import { KpiStrip, TargetGauge, TruthLabel } from '@portevoix/ui/admin';
import { errorText, queryOf, useFormat, useSubscription, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Actions } from './Actions';
import { Board } from './Board';
import { Comparison } from './Comparison';
import { Facts } from './Facts';
import { ManagedContest, ManagedContestChanged } from './contests.graphql';
import { Questions } from './Questions';
import { stateOf, TONES } from './states';
import { goalMetric, useContestTruths } from './truths';
import { texts } from './texts';

type Contest = ManagedContestQuery['contest'];

/** One contest as those who run it see it: the cohort as a whole, never a person who did not ask for it. */
export function ContestPage() {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const { contestId } = useParams({ strict: false }) as { contestId: string };
  const { data, error, refetch } = useQuery(queryOf(ManagedContest, { id: contestId }));
  const contest = data?.contest;
  useSubscription(ManagedContestChanged, { contestId }, () => void client.invalidateQueries({ queryKey: ['ManagedContest'] }), contest?.state === 'RUNNING');
  if (error) return <ErrorState title={t('contest.failed')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!contest) return <SkeletonRows />;
  const state = stateOf(contest);
  const waits = contest.disputes.some(({ dispute }) => !dispute.answeredAt);
  return (
    <Stack>
      <PageHeader
        title={contest.name}
        subtitle={`${contest.cohortName} · ${format.dateRange(contest.firstDay, contest.lastDay)}`}
        crumbs={[{ label: t('nav.contests'), href: '/animation/concours' }]}
        status={<Pill tone={TONES[state]}>{t(`states.${state}`)}</Pill>}
        actions={<Actions contest={contest} />}
      />
      {state === 'DRAFT' ? <Notice>{t('contest.draft')}</Notice> : null}
      <Columns>
        <Stack>
          {waits ? <Questions contest={contest} /> : null}
          <Goal contest={contest} />
          <Totals contest={contest} />
          {waits ? null : <Questions contest={contest} />}
          <Comparison templateId={contest.templateId} />
        </Stack>
        <Stack>
          <Rules contest={contest} />
          <Board contest={contest} />
        </Stack>
      </Columns>
    </Stack>
  );
}

function Goal({ contest: { collectiveGoal, collectiveProgress: { done, target }, firstDay, lastDay } }: { contest: Contest }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContestTruths();
  const title = t('contest.progressTitle', { done: format.number(done), target: format.number(target) });
  return (
    <Card title={title} aside={<TruthLabel {...truth(goalMetric(collectiveGoal.metric))} />}>
      <Stack>
        <TargetGauge value={Math.min(1, done / target)} hue="accent" label={title} />
        <p>{t('contest.progress', { metric: t(`metrics.${collectiveGoal.metric}`), from: format.date(firstDay), to: format.date(lastDay) })}</p>
        <p>{t('contest.reward', { target: format.number(target), reward: collectiveGoal.reward })}</p>
      </Stack>
    </Card>
  );
}

function Totals({ contest: { totals } }: { contest: Contest }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContestTruths();
  return (
    <Card title={t('contest.totals')}>
      {totals ? (
        <KpiStrip
          items={[
            { label: t('contest.activeMembers'), value: format.number(totals.activeMembers), unit: t('contest.members', { count: totals.members }), truths: [truth('contest-active-members')] },
            { label: t('contest.shares'), value: format.number(totals.shares), truths: [truth('contest-shares')] },
            { label: t('contest.clicks'), value: format.number(totals.clicks), truths: [truth('contest-valid-clicks')] },
            { label: t('contest.points'), value: format.number(totals.points), truths: [truth('contest-points')] },
          ]}
        />
      ) : (
        <p>{t('contest.totalsHidden')}</p>
      )}
    </Card>
  );
}

const CAPS = ['perDay', 'sharesPerDay', 'readsPerDay', 'clicksPerShare'] as const;

function Rules({ contest: { rules, prize } }: { contest: Contest }) {
  const t = useT(texts);
  const format = useFormat();
  const caps = CAPS.flatMap((name) => (rules.caps[name] ? [t(`contest.caps.${name}`, { cap: format.number(rules.caps[name]) })] : []));
  return (
    <Card title={t('contest.rules')}>
      <Facts
        items={[
          { id: 'points', label: t('contest.rulePoints'), value: t('contest.pointsOf', { share: format.number(rules.perDeclaredShare), click: format.number(rules.perValidClick), read: format.number(rules.perRead) }) },
          { id: 'caps', label: t('contest.ruleCaps'), value: caps.length ? format.list(caps) : t('contest.noCaps') },
          { id: 'prize', label: t('contest.rulePrize'), value: prize },
          { id: 'tie', label: t('contest.ruleTie'), value: t('contest.tie') },
        ]}
      />
    </Card>
  );
}
