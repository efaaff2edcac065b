import { ListRow } from '@portevoix/ui/ambassador';
import { useT } from '@portevoix/web';
import { IconDoorExit } from '@tabler/icons-react';
import { texts } from './texts';

/** Row of « Vos droits », for members. */
export function LeaveRow() {
  const t = useT(texts);
  return <ListRow href="/moi/quitter" icon={<IconDoorExit size={20} stroke={1.8} />} title={t('leave.row')} detail={t('leave.rowDetail')} />;
}
