import { EmptyState, ErrorState, TextLink } from '@portevoix/ui';
import { DataTable } from '@portevoix/ui/admin';
import { errorText, queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { AllContests } from './contests.graphql';
import { columnsOf, GoalLabels } from './ContestsPage';
import { texts } from './texts';

/** The contests of one cohort, in its page. */
export function CohortContests({ cohortId }: { cohortId: string }) {
  const t = useT(texts);
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery(queryOf(AllContests, { cohortId }));
  return (
    <>
    <GoalLabels />
    <DataTable
      caption={t('list.title')}
      columns={columnsOf(t, format).filter(({ id }) => id !== 'cohort')}
      rows={data?.allContests ?? []}
      rowId={({ id }) => id}
      rowLabel={({ name }) => name}
      state={error ? 'error' : isPending ? 'loading' : 'ready'}
      error={error ? <ErrorState title={t('list.failed')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
      empty={<EmptyState title={t('list.emptyTitle')} reason={t('list.emptyReason')} action={<TextLink href="/animation/concours/nouveau">{t('list.create')}</TextLink>} />}
    />
    </>
  );
}
