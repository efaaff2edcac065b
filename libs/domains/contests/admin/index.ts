import { inProgramme } from '@portevoix/programmes/admin';
import { defineDomain, lazyPage } from '@portevoix/web';
import { agenda, waiting } from './morning';
import { texts } from './texts';

const permission = 'contests:manage';

export const contestsAdmin = defineDomain({
  id: 'contests',
  catalogue: texts,
  routes: [
    { path: '/animation/concours', title: 'nav.contests', permission, component: inProgramme(lazyPage(() => import('./ContestsPage'), 'ContestsPage')) },
    { path: '/animation/concours/nouveau', title: 'list.create', permission, component: inProgramme(lazyPage(() => import('./form/NewContestPage'), 'NewContestPage')) },
    { path: '/animation/concours/$contestId', title: 'nav.contests', permission, component: lazyPage(() => import('./ContestPage'), 'ContestPage') },
    { path: '/animation/concours/$contestId/modifier', title: 'contest.edit', permission, component: lazyPage(() => import('./form/EditContestPage'), 'EditContestPage') },
  ],
  nav: [{ section: 'animation', label: 'nav.contests', to: '/animation/concours', permission, order: 20 }],
  slots: { 'admin.cohort.tabs': [{ order: 40, permission, label: 'nav.contests', component: lazyPage(() => import('./CohortContests'), 'CohortContests') }] },
  waiting,
  agenda,
  spotlight: [{ label: 'list.create', to: '/animation/concours/nouveau', permission }],
});
