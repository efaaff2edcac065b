import { ReferentCard, SectionTitle } from '@portevoix/ui/ambassador';
import { queryOf, Slot, slotOf, useShell, useT, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { MyCohortDocument } from './cohorts.graphql';
import { texts } from './texts';

/** Part of « Moi »: the one person who answers me. */
export function Referent() {
  const t = useT(texts);
  const { domains, can } = useShell();
  const { data } = useQuery({ ...queryOf(MyCohortDocument), meta: { offline: true } });
  const { id: me } = useViewer().person;
  const referent = data?.myReferent;
  if (!referent || referent.id === me) return null;
  const cohort = data.myCohort?.name;
  const detail = cohort ? (referent.jobTitle ? t('referent.cohort', { job: referent.jobTitle, cohort }) : t('referent.group', { cohort })) : t('referent.answers');
  const actions = slotOf(domains, 'ambassador.referent', can).length ? <Slot name="ambassador.referent" firstName={referent.firstName} /> : undefined;
  return (
    <section>
      <SectionTitle title={t('referent.title')} />
      <ReferentCard name={referent.displayName} detail={detail} actions={actions} />
    </section>
  );
}
