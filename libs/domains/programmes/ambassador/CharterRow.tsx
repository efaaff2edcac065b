import { ListRow } from '@portevoix/ui/ambassador';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { IconCheck, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { MyAcceptancesDocument, MyProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

/** Row of « Vos droits »: the charter, as accepted. */
export function CharterRow() {
  const t = useT(texts);
  const format = useFormat();
  const programme = useQuery({ ...queryOf(MyProgrammeDocument), meta: { offline: true } }).data?.currentProgramme;
  const mine = useQuery({ ...queryOf(MyAcceptancesDocument, { programmeId: programme?.id ?? '' }), enabled: Boolean(programme) }).data?.myAcceptances;
  if (!programme) return null;
  const accepted = mine?.find(({ principle }) => principle === 'CHARTER');
  return (
    <ListRow
      href="/moi/programme"
      tone={accepted ? 'good' : 'neutral'}
      icon={accepted ? <IconRosetteDiscountCheck size={20} stroke={1.8} /> : <IconCheck size={20} stroke={1.8} />}
      title={t(accepted ? 'me.charterAccepted' : 'me.charter')}
      detail={accepted ? t('me.version', { version: accepted.version, date: format.date(accepted.at) }) : t('me.read')}
    />
  );
}
