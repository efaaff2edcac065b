import type { MyContestsQuery } from '@portevoix/graphql';
import { ErrorState } from '@portevoix/ui';
import { ContestHero, EmptyScene, ListRow, RowList, SectionTitle, WideSplit } from '@portevoix/ui/ambassador';
import { errorText, queryOf, useFormat, useSubscription, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Board } from './Board';
import { ContestChanged, ContestOfMine } from './contests.graphql';
import { Goal } from './Goal';
import { Points } from './Points';
import { QuestionSheet } from './QuestionSheet';
import { RulesSheet } from './RulesSheet';
import { texts } from './texts';

interface Props {
  id: string;
  others: MyContestsQuery['contests'];
}

/** One contest, kept up to date while it runs. The sheets are part of the address: going back closes them. */
export function ContestView({ id, others }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { feuille } = useSearch({ strict: false }) as { feuille?: unknown };
  const { data, error, fetchStatus, refetch } = useQuery({ ...queryOf(ContestOfMine, { id }), meta: { offline: true } });
  const running = data?.contest.state === 'RUNNING';
  const refresh = () => void Promise.all(['ContestOfMine', 'MyPoints'].map((name) => client.invalidateQueries({ queryKey: [name] })));
  useSubscription(ContestChanged, { contestId: id }, refresh, running);
  if (!data && error) return <ErrorState title={t('failed')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return fetchStatus === 'paused' ? <EmptyScene title={t('offlineTitle')} reason={t('offlineReason')} /> : null;
  const { contest } = data;
  const show = (sheet?: string) => void navigate({ to: '.', search: ({ feuille: _feuille, ...rest }: { feuille?: unknown }) => ({ ...rest, ...(sheet && { feuille: sheet }) }), resetScroll: false });
  const day = format.dayMonth(contest.state === 'UPCOMING' ? contest.firstDay : contest.lastDay);
  const text = [t('hero.of', { cohort: contest.cohortName }), contest.state === 'UPCOMING' ? t('hero.starts', { date: day }) : contest.state === 'FINISHED' ? t('hero.over', { date: day }) : ''];
  return (
    <>
      <WideSplit
        side={
          <>
            <Goal contest={contest} />
            <Board contest={contest} sheet={feuille === 'nom'} show={show} />
            {others.length ? <Others contests={others} /> : null}
          </>
        }
      >
        <ContestHero title={contest.name} text={text.filter(Boolean).join(', ')} {...(running && { left: { value: format.number(contest.daysLeft), label: t('hero.daysLeft', { count: contest.daysLeft }) } })} />
        <Points contest={contest} show={show} />
      </WideSplit>
      <RulesSheet contest={contest} opened={feuille === 'reglement'} onClose={() => show()} />
      <QuestionSheet contest={contest} opened={feuille === 'question'} onClose={() => show()} />
    </>
  );
}

function Others({ contests }: { contests: Props['others'] }) {
  const t = useT(texts);
  const format = useFormat();
  return (
    <section>
      <SectionTitle title={t('others.title')} />
      <RowList label={t('others.title')}>
        {contests.map(({ id, name, state, firstDay, lastDay }) => (
          <ListRow key={id} title={name} detail={t(`others.${state}`, { date: format.dayMonth(state === 'UPCOMING' ? firstDay : lastDay) })} href={`/concours/${id}`} />
        ))}
      </RowList>
    </section>
  );
}
