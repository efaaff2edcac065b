import { inProgramme } from '@portevoix/programmes/admin';
import { defineDomain, lazyPage, navCount } from '@portevoix/web';
import { WaitingContentDocument } from './content.graphql';
import { agenda, waiting } from './morning';
import { texts } from './texts';

export const contentAdmin = defineDomain({
  id: 'content',
  catalogue: texts,
  routes: [
    { path: '/contenus', title: 'nav.queue', permission: 'content:read', component: inProgramme(lazyPage(() => import('./CandidatesPage'), 'CandidatesPage')) },
    { path: '/contenus/publications', title: 'nav.publications', permission: 'content:read', component: inProgramme(lazyPage(() => import('./PublicationsPage'), 'PublicationsPage')) },
    { path: '/contenus/publications/$publicationId', title: 'nav.publications', permission: 'content:read', component: lazyPage(() => import('./studio/StudioPage'), 'StudioPage') },
    { path: '/contenus/calendrier', title: 'nav.calendar', permission: 'content:read', component: inProgramme(lazyPage(() => import('./calendar/CalendarPage'), 'CalendarPage')) },
    { path: '/contenus/sources', title: 'nav.sources', permission: 'content:read', component: inProgramme(lazyPage(() => import('./SourcesPage'), 'SourcesPage')) },
    { path: '/contenus/thematiques', title: 'nav.themes', permission: 'content:read', component: inProgramme(lazyPage(() => import('./ThemesPage'), 'ThemesPage')) },
  ],
  nav: [
    { section: 'content', label: 'nav.queue', to: '/contenus', permission: 'content:read', order: 10, count: navCount(WaitingContentDocument, (data) => data.candidateCount), countLabel: 'nav.waiting' },
    { section: 'content', label: 'nav.publications', to: '/contenus/publications', permission: 'content:read', order: 20, count: navCount(WaitingContentDocument, (data) => data.publicationCounts.find(({ status }) => status === 'IN_REVIEW')?.count ?? 0), countLabel: 'nav.review' },
    { section: 'content', label: 'nav.calendar', to: '/contenus/calendrier', permission: 'content:read', order: 30 },
    { section: 'content', label: 'nav.sources', to: '/contenus/sources', permission: 'content:read', order: 40 },
    { section: 'content', label: 'nav.themes', to: '/contenus/thematiques', permission: 'content:read', order: 50 },
  ],
  waiting,
  agenda,
  spotlight: [
    { label: 'sources.add', to: '/contenus/sources?ajouter=1', permission: 'content:edit' },
    { label: 'queue.add', to: '/contenus?ajouter=1', permission: 'content:edit' },
  ],
});
