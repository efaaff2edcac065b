import { inProgramme } from '@portevoix/programmes/admin';
import { defineDomain, lazyPage, navCount } from '@portevoix/web';
import { agenda, waiting } from './morning';
import { WaitingDocument } from './recruitment.graphql';
import { texts } from './texts';

const permission = 'recruitment:manage';

export const recruitmentAdmin = defineDomain({
  id: 'recruitment',
  catalogue: texts,
  routes: [
    { path: '/recrutement', title: 'nav.recruitment', permission, component: inProgramme(lazyPage(() => import('./strategies/StrategiesPage'), 'StrategiesPage')) },
    { path: '/recrutement/candidatures', title: 'nav.applications', permission, component: inProgramme(lazyPage(() => import('./applications/ApplicationsPage'), 'ApplicationsPage')) },
    { path: '/recrutement/appel', title: 'nav.calls', permission, component: inProgramme(lazyPage(() => import('./calls/CallsPage'), 'CallsPage')) },
  ],
  nav: [{ section: 'recruitment', label: 'nav.recruitment', to: '/recrutement', permission, count: navCount(WaitingDocument, ({ applicationsWaiting }) => applicationsWaiting), countLabel: 'nav.waiting' }],
  spotlight: [
    { label: 'nav.applications', to: '/recrutement/candidatures', permission },
    { label: 'calls.new', to: '/recrutement/appel?nouveau=1', permission },
    { label: 'page.invite', to: '/recrutement?inviter=1', permission },
  ],
  slots: { 'admin.cohort.aside': [{ order: 10, permission, component: lazyPage(() => import('./applications/CohortMix'), 'CohortMix') }] },
  waiting,
  agenda,
});
