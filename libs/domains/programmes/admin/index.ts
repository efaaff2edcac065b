import { defineDomain, lazyPage } from '@portevoix/web';
import { agenda } from './morning';
import { texts } from './texts';

export { useObjectiveTruths } from './truths';

export const programmesAdmin = defineDomain({
  id: 'programmes',
  catalogue: texts,
  routes: [
    { path: '/programme', title: 'nav.programme', permission: 'programme:read', component: lazyPage(() => import('./PlanPage'), 'PlanPage') },
    { path: '/programme/phases', title: 'phases.title', permission: 'programme:manage', component: lazyPage(() => import('./PhasesPage'), 'PhasesPage') },
    { path: '/programme/principes', title: 'nav.principles', permission: 'programme:read', component: lazyPage(() => import('./PrinciplesPage'), 'PrinciplesPage') },
    { path: '/programme/objectifs', title: 'nav.objectives', permission: 'programme:read', component: lazyPage(() => import('./ObjectivesPage'), 'ObjectivesPage') },
  ],
  nav: [
    { section: 'programme', label: 'nav.programme', to: '/programme', permission: 'programme:read', order: 10 },
    { section: 'programme', label: 'nav.principles', to: '/programme/principes', permission: 'programme:read', order: 20 },
    { section: 'programme', label: 'nav.objectives', to: '/programme/objectifs', permission: 'programme:read', order: 30 },
  ],
  spotlight: [
    { label: 'objectives.add', to: '/programme/objectifs?ajouter=1', permission: 'programme:manage' },
    { label: 'track.edit', to: '/programme/phases', permission: 'programme:manage' },
  ],
  agenda,
  slots: { 'admin.programme': [{ permission: 'programme:read', component: lazyPage(() => import('./TrackCard'), 'ProgrammeLine') }], 'admin.today.top': [{ order: 10, permission: 'programme:read', component: lazyPage(() => import('./TrackCard'), 'TrackToday') }] },
});

export { inProgramme } from './inProgramme';
