import { PageHeader } from '@portevoix/ui';
import { AccountPanels, Slot, useT, useViewer } from '@portevoix/web';
import css from './admin.module.css';
import { texts } from './texts';

export function AccountPage() {
  const t = useT(texts);
  const { person, email } = useViewer();
  return (
    <div className={css.account}>
      <PageHeader title={t('account.title')} subtitle={`${person.displayName}, ${email}`} />
      <AccountPanels>
        <Slot name="admin.account" />
      </AccountPanels>
    </div>
  );
}
