import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const contestsAmbassador = defineDomain({
  id: 'contests',
  catalogue: texts,
  routes: [
    { path: '/concours', title: 'nav.contests', component: lazyPage(() => import('./ContestsPage'), 'ContestsPage') },
    { path: '/concours/$contestId', title: 'nav.contests', component: lazyPage(() => import('./ContestsPage'), 'ContestsPage') },
  ],
  nav: [{ section: 'contests', label: 'nav.contests', to: '/concours', permission: 'sharing:share' }],
  slots: { 'ambassador.home.aside': [{ order: 30, component: lazyPage(() => import('./ContestAside'), 'ContestAside') }] },
});
