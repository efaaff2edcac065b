import { PageHeader } from '@portevoix/ui';
import { AccountPanels, Slot, useT, useViewer } from '@portevoix/web';
import { texts } from './texts';

export function AccountPage() {
  const t = useT(texts);
  const { person, email } = useViewer();
  return (
    <>
      <PageHeader title={t('account.title')} subtitle={`${person.displayName}, ${email}`} />
      <AccountPanels>
        <Slot name="admin.account" />
      </AccountPanels>
    </>
  );
}
