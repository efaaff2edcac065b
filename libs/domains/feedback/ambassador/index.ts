import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const feedbackAmbassador = defineDomain({
  id: 'feedback',
  catalogue: texts,
  slots: {
    'publication.footer': [{ order: 60, component: lazyPage(() => import('./PublicationPulse'), 'PublicationPulse') }],
    'ambassador.home.aside': [{ order: 60, component: lazyPage(() => import('./ProgrammePulseAside'), 'ProgrammePulseAside') }],
    'ambassador.me': [{ order: 60, component: lazyPage(() => import('./ProgrammePulse'), 'ProgrammePulse') }],
  },
});
