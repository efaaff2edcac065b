import { AccountPanels, usePageFrame, useT } from '@portevoix/web';
import { texts } from '../texts';

export function AccountPage() {
  const t = useT(texts);
  usePageFrame({ title: t('nav.account'), back: { label: t('employer.back'), href: '/moi' } });
  return <AccountPanels />;
}
