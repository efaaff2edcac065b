import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

const permission = 'audit:read';

export const integrationsAdmin = defineDomain({
  id: 'integrations',
  catalogue: texts,
  routes: [{ path: '/reglages/journal', title: 'nav.journal', permission, component: lazyPage(() => import('./JournalPage'), 'JournalPage') }],
  nav: [{ section: 'settings', label: 'nav.journal', to: '/reglages/journal', permission, order: 90 }],
  spotlight: [{ label: 'nav.journal', to: '/reglages/journal', permission }],
});
