import { defineDomain, lazyPage } from '@portevoix/web';
import { texts } from './texts';

export { PublicationPicture } from './Picture';
export { useFeedItem } from './feed/useFeed';
export { Rich } from './Rich';
export { useShareSheet } from './useShareSheet';
export { minutesOf } from './words';

export const contentAmbassador = defineDomain({
  id: 'content',
  catalogue: texts,
  routes: [{ path: '/lire/$publicationId', title: 'nav.reader', component: lazyPage(() => import('./reader/ReaderPage'), 'ReaderPage') }],
  slots: {
    'ambassador.home': [{ order: 10, component: lazyPage(() => import('./feed/FeedPart'), 'FeedPart') }],
    'ambassador.home.aside': [{ order: 50, component: lazyPage(() => import('./UpcomingAside'), 'UpcomingAside') }],
  },
});
