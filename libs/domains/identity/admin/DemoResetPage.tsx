import { Button, Progress } from '@mantine/core';
import { Card, PageTitle, SkeletonRows, Stack } from '@portevoix/ui';
import { FailurePage, queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import css from './people.module.css';
import { DemoResetDocument } from './settings.graphql';
import { texts } from './texts';

const SIGN_IN = '/admin/connexion';

/** Follows the demo's return to its first day; open to nobody in particular, since every session of the demo ends meanwhile. */
export function DemoResetPage() {
  const t = useT(texts);
  const format = useFormat();
  const { suivi } = useSearch({ strict: false }) as { suivi?: string };
  const { data, error, refetch } = useQuery({
    ...queryOf(DemoResetDocument, { id: suivi ?? '' }),
    enabled: Boolean(suivi),
    refetchInterval: ({ state: { data: last } }) => (last && ['DONE', 'FAILED'].includes(last.demoReset.state) ? false : 1000),
  });
  if (!suivi) return <Navigate to="/reglages/organisation" />;
  if (error && !data)
    return (
      <main className={css.follow}>
        <FailurePage error={error} onRetry={() => void refetch()} />
      </main>
    );
  const reset = data?.demoReset;
  const over = reset?.state === 'DONE' || reset?.state === 'FAILED';
  return (
    <main className={css.follow}>
      <Stack>
        <PageTitle>{t('demo.followTitle')}</PageTitle>
        <Card>
          {reset ? (
            <Stack>
              <p role="status">{t(`demo.states.${reset.state}`, { step: format.number(reset.step), steps: format.number(reset.steps) })}</p>
              <Progress value={(100 * reset.step) / reset.steps} aria-label={t('demo.followTitle')} />
              {over ? null : <p className={css.small}>{t('demo.leave')}</p>}
              {reset.state === 'DONE' ? (
                <div>
                  <Button component="a" href={SIGN_IN}>
                    {t('demo.enter')}
                  </Button>
                </div>
              ) : null}
              {reset.state === 'FAILED' ? <p className={css.small}>{t('demo.failedTodo')}</p> : null}
            </Stack>
          ) : (
            <SkeletonRows rows={2} />
          )}
        </Card>
      </Stack>
    </main>
  );
}
