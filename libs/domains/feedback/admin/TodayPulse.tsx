import { Card, TextLink } from '@portevoix/ui/admin';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { PulseResultsDocument, PulsesDocument } from './listening.graphql';
import { texts } from './texts';

/** The pulse that is open, and how many have answered. */
export function TodayPulse() {
  const t = useT(texts);
  const format = useFormat();
  const { data } = useQuery(queryOf(PulsesDocument, {}));
  const pulse = data?.pulses.edges.map(({ node }) => node).find(({ scope, isOpen }) => scope === 'PROGRAMME' && isOpen);
  const { data: results } = useQuery({ ...queryOf(PulseResultsDocument, { id: pulse?.id ?? '' }), enabled: pulse !== undefined });
  if (!pulse || !results) return null;
  const { people } = results.pulseResults;
  return (
    <Card title={t('today.title')} aside={<TextLink href={`/ecoute?barometre=${pulse.id}`}>{t('today.read')}</TextLink>}>
      {people ? t('people', { count: people }) : t('few.title')} · {pulse.closesOn ? t('openUntil', { day: format.dayMonth(pulse.closesOn) }) : t('open')}
    </Card>
  );
}
