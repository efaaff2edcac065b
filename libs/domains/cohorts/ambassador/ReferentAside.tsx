import { ReferentCard } from '@portevoix/ui/ambassador';
import { queryOf, Slot, slotOf, useShell, useT, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { MyCohortDocument } from './cohorts.graphql';
import { texts } from './texts';

/** Beside the feed: who answers me. Nothing for a person without a referent. */
export function ReferentAside() {
  const t = useT(texts);
  const { domains, can } = useShell();
  const referent = useQuery({ ...queryOf(MyCohortDocument), meta: { offline: true } }).data?.myReferent;
  const { id: me } = useViewer().person;
  if (!referent || referent.id === me) return null;
  const actions = slotOf(domains, 'ambassador.referent', can).length ? <Slot name="ambassador.referent" firstName={referent.firstName} /> : undefined;
  return <ReferentCard compact name={referent.displayName} detail={t('referent.title')} actions={actions} />;
}
