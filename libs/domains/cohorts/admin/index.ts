import { inProgramme } from '@portevoix/programmes/admin';
import { defineDomain, lazyPage } from '@portevoix/web';
import { waiting } from './morning';
import { texts } from './texts';

export const cohortsAdmin = defineDomain({
  id: 'cohorts',
  catalogue: texts,
  routes: [
    { path: '/cohortes', title: 'nav.cohorts', permission: 'cohorts:read', component: inProgramme(lazyPage(() => import('./CohortsPage'), 'CohortsPage')) },
    { path: '/cohortes/nouvelle', title: 'nav.create', permission: 'cohorts:manage', component: inProgramme(lazyPage(() => import('./NewCohortPage'), 'NewCohortPage')) },
    { path: '/cohortes/$cohortId', title: 'nav.cohorts', permission: 'cohorts:read', component: lazyPage(() => import('./CohortPage'), 'CohortPage') },
  ],
  nav: [{ section: 'cohorts', label: 'nav.cohorts', to: '/cohortes', permission: 'cohorts:read' }],
  waiting,
  spotlight: [{ label: 'nav.create', to: '/cohortes/nouvelle', permission: 'cohorts:manage' }],
});

export { useOriginName } from './origins';
