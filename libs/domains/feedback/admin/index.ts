import { inProgramme } from '@portevoix/programmes/admin';
import { defineDomain, lazyPage } from '@portevoix/web';
import { agenda } from './morning';
import { texts } from './texts';

export const feedbackAdmin = defineDomain({
  id: 'feedback',
  catalogue: texts,
  routes: [{ path: '/ecoute', title: 'nav.listening', permission: 'feedback:read', component: inProgramme(lazyPage(() => import('./ListeningPage'), 'ListeningPage')) }],
  nav: [{ section: 'listening', label: 'nav.listening', to: '/ecoute', permission: 'feedback:read', order: 50 }],
  spotlight: [{ label: 'nav.listening', to: '/ecoute', permission: 'feedback:read' }],
  agenda,
});
