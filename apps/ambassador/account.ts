import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

/** The pages that belong to no domain: the composed home, and the person's own corner. */
export const account = defineDomain({
  id: 'shell',
  catalogue: texts,
  routes: [
    { path: '/', title: 'nav.feed', component: lazyPage(() => import('./HomePage'), 'HomePage') },
    { path: '/moi', title: 'nav.me', component: lazyPage(() => import('./me/MePage'), 'MePage') },
    { path: '/moi/employeur', title: 'employer.title', component: lazyPage(() => import('./me/EmployerPage'), 'EmployerPage') },
    { path: '/moi/compte', title: 'nav.account', component: lazyPage(() => import('./me/AccountPage'), 'AccountPage') },
  ],
  nav: [{ section: 'me', label: 'nav.me', to: '/moi' }],
});
