import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

/** The pages that belong to no domain: the composed morning page and the person's account. */
export const home = defineDomain({
  id: 'shell',
  catalogue: texts,
  routes: [
    { path: '/', title: 'sections.today', component: lazyPage(() => import('./today/TodayPage'), 'TodayPage') },
    { path: '/compte', title: 'account.title', component: lazyPage(() => import('./AccountPage'), 'AccountPage') },
  ],
  nav: [{ section: 'today', label: 'sections.today', to: '/' }],
  spotlight: [{ label: 'account.title', to: '/compte' }],
});
