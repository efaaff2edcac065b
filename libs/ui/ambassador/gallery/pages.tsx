import type { ComponentType } from 'react';
import { illustrationMotifs } from '../../illustrations';
import { Illustration } from '..';
import { FeedPage } from './feed';
import { EmployerPage, EmptyPage, ErrorPage, JoiningPage, LoadingPage, OfflinePage, PulsePage } from './moments';
import { ContestPage, MePage, ReadingPage } from './places';
import { SharePage } from './share';

const PicturesPage = () => (
  <main style={{ display: 'grid', gap: '0.5rem', gridTemplateColumns: 'repeat(auto-fill, minmax(15rem, 1fr))', padding: '0.5rem' }}>
    <h1 style={{ gridColumn: '1 / -1', margin: 0 }}>Illustrations</h1>
    {illustrationMotifs.map((motif) => <figure key={motif}><Illustration motif={motif} seed={motif} title={motif} /><figcaption>{motif}</figcaption></figure>)}
  </main>
);

export const pages: Readonly<Record<string, ComponentType>> = {
  feed: FeedPage, share: SharePage, reading: ReadingPage, contest: ContestPage, me: MePage, joining: JoiningPage, employer: EmployerPage,
  empty: EmptyPage, error: ErrorPage, loading: LoadingPage, offline: OfflinePage, pulse: PulsePage, pictures: PicturesPage,
};
