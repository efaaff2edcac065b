import type { FeedbackMetric } from '@portevoix/feedback/shared';
import type { PulseResultsQuery } from '@portevoix/graphql';
import { Card, Columns, Distribution, EmptyState, Notice, SkeletonChart, Stack, TruthLabel } from '@portevoix/ui/admin';
import { Failure, queryOf, useFormat, useT, useTruths } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import css from './listening.module.css';
import type { Pulse } from './ListeningPage';
import { PulseResultsDocument } from './listening.graphql';
import { texts } from './texts';

type Results = PulseResultsQuery['pulseResults'];
type Question = Results['results'][number];

/** Both questions, then the words, in groups of five people. */
export function PulseResultCards({ pulse }: { readonly pulse: Pulse }) {
  const t = useT(texts);
  const format = useFormat();
  const { data, error } = useQuery(queryOf(PulseResultsDocument, { id: pulse.id }));
  if (error) return <Failure error={error} />;
  if (!data) return <SkeletonChart />;
  const results = data.pulseResults;
  if (results.suppressed) return <EmptyState title={t('few.title')} reason={t(results.waiting ? 'few.waiting' : 'few.none')} />;
  const state = pulse.isOpen ? (pulse.closesOn ? t('openUntil', { day: format.dayMonth(pulse.closesOn) }) : t('open')) : t('closed');
  return (
    <Stack>
      <p className={css.state}>
        {t('people', { count: results.people ?? 0 })}
        {results.lastWeek ? t('week', { day: format.dayMonth(results.lastWeek) }) : null} · {state}
      </p>
      <Columns layout="even">
        {results.results.map((result) => (
          <QuestionCard key={result.question} result={result} pulse={pulse} />
        ))}
      </Columns>
      <Comments results={results} />
      {results.waiting ? <Notice>{t('waiting')}</Notice> : null}
    </Stack>
  );
}

function QuestionCard({ result: { question, choices, finding }, pulse: { scope } }: { readonly result: Question; readonly pulse: Pulse }) {
  const t = useT(texts);
  const truth = useTruths<FeedbackMetric>(() => ({ title: t(`question.${question}`), text: t('definition') }));
  const title = finding ? t(`finding.${question}`, { choice: t(`${scope}.${finding.choice}`), count: finding.people, of: finding.of }) : t(`question.${question}`);
  const shown = choices.filter(({ people }) => people !== 0).sort((a, b) => (b.people ?? 0) - (a.people ?? 0));
  return (
    <Card title={title} aside={<TruthLabel {...truth('pulse-choices')} />}>
      {shown.length ? <Distribution hue={question === 'WHAT_WORKS' ? 3 : 4} rows={shown.map(({ choice, people }) => ({ label: t(`${scope}.${choice}`), count: people ?? 0, display: people === null ? t('withheld') : undefined }))} /> : <p>{t('nobody')}</p>}
    </Card>
  );
}

function Comments({ results: { comments } }: { readonly results: Results }) {
  const t = useT(texts);
  if (!comments.length) return null;
  return (
    <Card title={t('comments', { count: comments.length })}>
      <ul className={css.words}>
        {comments.map((comment, index) => (
          <li key={index}>{comment}</li>
        ))}
      </ul>
      <p className={css.state}>{t('shuffled')}</p>
    </Card>
  );
}
