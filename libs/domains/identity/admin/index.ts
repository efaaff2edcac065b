import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const identityAdmin = defineDomain({
  id: 'identity',
  catalogue: texts,
  routes: [
    { path: '/reglages/personnes', title: 'nav.people', permission: 'people:read', component: lazyPage(() => import('./PeoplePage'), 'PeoplePage') },
    { path: '/reglages/personnes/import', title: 'import.title', permission: 'people:manage', component: lazyPage(() => import('./ImportPage'), 'ImportPage') },
    { path: '/reglages/organisation', title: 'nav.organisation', permission: 'organisation:manage', component: lazyPage(() => import('./OrganisationPage'), 'OrganisationPage') },
    { path: '/demonstration', title: 'demo.followTitle', public: true, component: lazyPage(() => import('./DemoResetPage'), 'DemoResetPage') },
  ],
  nav: [
    { section: 'settings', label: 'nav.people', to: '/reglages/personnes', permission: 'people:read', order: 10 },
    { section: 'settings', label: 'nav.organisation', to: '/reglages/organisation', permission: 'organisation:manage', order: 20 },
  ],
  slots: { 'admin.account': [{ component: lazyPage(() => import('./tokens/ApiTokensCard'), 'ApiTokensCard'), permission: 'admin:open' }] },
  spotlight: [
    { label: 'people.add', to: '/reglages/personnes?ajouter=1', permission: 'people:manage' },
    { label: 'import.title', to: '/reglages/personnes/import', permission: 'people:manage' },
  ],
});
