import { defineDomain, lazyPage } from '@portevoix/web';
import { AcceptanceGate } from './AcceptanceGate';
import { texts } from './texts';

export const programmesAmbassador = defineDomain({
  id: 'programmes',
  catalogue: texts,
  routes: [{ path: '/moi/programme', title: 'nav.programme', component: lazyPage(() => import('./ProgrammePage'), 'ProgrammePage') }],
  slots: {
    'ambassador.gate': [{ order: 10, component: AcceptanceGate }],
    'ambassador.me': [{ order: 40, component: lazyPage(() => import('./MyProgramme'), 'MyProgramme') }],
    'ambassador.me.rights': [{ order: 40, component: lazyPage(() => import('./CharterRow'), 'CharterRow') }],
  },
});
