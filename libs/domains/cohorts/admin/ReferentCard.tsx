import { Select } from '@mantine/core';
import { Avatar, Card, showUndo } from '@portevoix/ui';
import { useMutationOf, useT } from '@portevoix/web';
import { CohortDocument, FollowUpsDocument, SetReferentDocument } from './cohorts.graphql';
import type { Cohort } from './CohortPage';
import css from './cohorts.module.css';
import { useReferents } from './ReferentSelect';
import { texts } from './texts';

/** The one person who answers this cohort. */
export function ReferentCard({ cohort: { id, referent, viewerCanManage } }: { cohort: Cohort }) {
  const t = useT(texts);
  const referents = useReferents();
  const set = useMutationOf(SetReferentDocument, { refresh: [CohortDocument, FollowUpsDocument] });
  const change = (personId: string | null) => {
    if (!personId || personId === referent.id) return;
    const name = referents.find(({ value }) => value === personId)?.label ?? '';
    set.mutate({ cohortId: id, personId }, { onSuccess: () => showUndo({ message: t('page.referentChanged', { name }), detail: t('page.referentChangedDetail'), onUndo: () => set.mutate({ cohortId: id, personId: referent.id }) }) });
  };
  return (
    <Card title={t('page.referent')}>
      <div className={css.person}>
        <Avatar name={referent.displayName} size="lg" />
        <div>
          <b>{referent.displayName}</b>
          {referent.jobTitle ? <small>{referent.jobTitle}</small> : null}
        </div>
      </div>
      {viewerCanManage ? <Select mt="sm" size="sm" label={t('page.changeReferent')} searchable allowDeselect={false} value={referent.id} data={referents} onChange={change} disabled={set.isPending} /> : null}
    </Card>
  );
}
