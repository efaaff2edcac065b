import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const recruitmentAmbassador = defineDomain({
  id: 'recruitment',
  catalogue: texts,
  routes: [
    { path: '/appel/$callId', title: 'nav.apply', component: lazyPage(() => import('./apply/ApplyPage'), 'ApplyPage') },
    { path: '/rejoindre/$invitationId', title: 'nav.join', bare: true, component: lazyPage(() => import('./join/JoinPage'), 'JoinPage') },
  ],
  slots: { 'ambassador.home.top': [{ order: 20, component: lazyPage(() => import('./JoiningHome'), 'JoiningHome') }] },
});
