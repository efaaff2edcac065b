import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const cohortsAmbassador = defineDomain({
  id: 'cohorts',
  catalogue: texts,
  routes: [{ path: '/moi/quitter', title: 'nav.leave', component: lazyPage(() => import('./LeavePage'), 'LeavePage') }],
  slots: {
    'ambassador.me': [{ order: 30, component: lazyPage(() => import('./Referent'), 'Referent') }],
    'ambassador.me.rights': [{ order: 90, permission: 'sharing:share', component: lazyPage(() => import('./LeaveRow'), 'LeaveRow') }],
    'ambassador.home.aside': [{ order: 90, component: lazyPage(() => import('./ReferentAside'), 'ReferentAside') }],
  },
});
