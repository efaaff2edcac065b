import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export const analyticsAdmin = defineDomain({
  id: 'analytics',
  catalogue: texts,
  routes: [{ path: '/resultats', title: 'nav.results', permission: 'analytics:read', component: lazyPage(() => import('./ResultsPage'), 'ResultsPage') }],
  nav: [{ section: 'results', label: 'nav.results', to: '/resultats', permission: 'analytics:read', order: 10 }],
  spotlight: [{ label: 'nav.results', to: '/resultats', permission: 'analytics:read' }],
  slots: {
    'admin.today.fresh': [{ permission: 'analytics:read', component: lazyPage(() => import('./TodayFigures'), 'TodayFresh') }],
    'admin.today.gauges': [{ permission: 'analytics:read', component: lazyPage(() => import('./TodayFigures'), 'TodayGauges') }],
    'admin.today': [{ order: 60, permission: 'analytics:read', component: lazyPage(() => import('./TodayFigures'), 'TodayChanges') }],
  },
});
