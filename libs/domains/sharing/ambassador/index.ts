import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const sharingAmbassador = defineDomain({
  id: 'sharing',
  catalogue: texts,
  routes: [{ path: '/partager', title: 'nav.share', permission: 'sharing:share', component: lazyPage(() => import('./page/SharePage'), 'SharePage') }],
  nav: [{ section: 'share', label: 'nav.share', to: '/partager', permission: 'sharing:share' }],
  slots: {
    'ambassador.home.top': [{ order: 10, component: lazyPage(() => import('./home/Greeting'), 'Greeting') }],
    'ambassador.me': [{ order: 10, permission: 'sharing:share', component: lazyPage(() => import('./home/Gains'), 'Gains') }],
    'publication.share': [{ permission: 'sharing:share', component: lazyPage(() => import('./sheet/ShareSheet'), 'ShareSheet') }],
  },
});
