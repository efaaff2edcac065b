import { AmbassadorShell, OfflineBanner, PersonMark, placeIcons, type AmbassadorPlace } from '@portevoix/ui/ambassador';
import { UiLink } from '@portevoix/ui';
import { AppLink, Gates, PageFrameProvider, Slot, slotOf, useCan, useFrameOfPage, useNav, useOnline, useShell, useT, useViewer, type AmbassadorPlace as PlaceName } from '@portevoix/web';
import { IconEye } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useSyncExternalStore, type ReactNode } from 'react';
import { texts } from './texts';
import { UpdateNotice } from './UpdateNotice';
import css from './ambassador.module.css';

const ICONS: Partial<Record<PlaceName, ReactNode>> = { feed: placeIcons.feed, share: placeIcons.share, contests: placeIcons.contest, rendezvous: placeIcons.events, me: placeIcons.me };
const PLACES: readonly PlaceName[] = ['share', 'contests', 'rendezvous', 'me'];

/** The frame of every page: places whose domain is there, no others. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <PageFrameProvider>
      <Gates>
        <FrameOfPage>{children}</FrameOfPage>
      </Gates>
    </PageFrameProvider>
  );
}

function FrameOfPage({ children }: { children: ReactNode }) {
  const t = useT(texts);
  const { organisation } = useViewer();
  const { title, back, aside, asideLabel, layout, bare } = useFrameOfPage();
  const { places, current } = usePlaces();
  const [search] = useNav(['search']);
  const [inbox] = useNav(['inbox']);
  const online = useOnline();
  const roomy = useRoomy();
  return (
    <AmbassadorShell
      Link={AppLink}
      organisation={{ name: organisation.name, href: '/', ...(organisation.logoUrl && { logo: <img src={organisation.logoUrl} alt="" width={26} height={26} /> }) }}
      places={places}
      {...(current && { current })}
      {...(search && { search: { label: search.label, href: search.href } })}
      {...(inbox && { inbox: { label: inbox.label, accessibleLabel: inbox.countLabel || inbox.label, href: inbox.href, count: inbox.count } })}
      navigationLabel={t('nav.label')}
      skipLabel={t('nav.skip')}
      {...(title && { title })}
      {...(back && { back })}
      railEnd={<RailEnd />}
      aside={aside ?? (layout === 'wide' || !roomy ? undefined : <Slot name="ambassador.home.aside" />)}
      {...(asideLabel && { asideLabel })}
      {...(layout && { layout })}
      {...(bare && { bare })}
    >
      <UpdateNotice />
      {online ? null : (
        <div className={css.notice}>
          <OfflineBanner title={t('offline.title')}>{t('offline.text')}</OfflineBanner>
        </div>
      )}
      {children}
    </AmbassadorShell>
  );
}

/** A phone has no side column: its parts are not even fetched, nor drawn by a server, which sees no screen. */
const roomy = () => matchMedia('(min-width: 64em)');
const watchRoom = (changed: () => void) => {
  const room = roomy();
  room.addEventListener('change', changed);
  return () => room.removeEventListener('change', changed);
};
const useRoomy = (): boolean => useSyncExternalStore(watchRoom, () => roomy().matches, () => false);

/** The home is a place once a domain fills it. */
export function useHasHome(): boolean {
  const { domains, can } = useShell();
  return slotOf(domains, 'ambassador.home', can).length > 0;
}

function usePlaces(): { places: AmbassadorPlace[]; current: string | undefined } {
  const t = useT(texts);
  const hasHome = useHasHome();
  const entries = useNav(PLACES);
  const pathname = useLocation({ select: (location) => location.pathname });
  // One page for each place: a domain's second entry is reached from its first.
  const firsts = PLACES.flatMap((place) => entries.filter(({ section }) => section === place).slice(0, 1));
  const home = hasHome ? [{ id: 'feed', label: t('nav.feed'), href: '/', icon: ICONS.feed }] : [];
  return {
    places: [...home, ...firsts.map(({ section, label, href }) => ({ id: section, label, href, icon: ICONS[section as PlaceName] }))],
    current: pathname === '/' ? 'feed' : entries.find(({ active }) => active)?.section,
  };
}

function RailEnd() {
  const t = useT(texts);
  const { person } = useViewer();
  const pilots = useCan('admin:open');
  return (
    <div className={css.railEnd}>
      {pilots ? (
        <a className={css.adminLink} href="/admin/">
          {t('nav.admin')}
        </a>
      ) : null}
      <UiLink href="/moi/employeur" className={css.adminLink}>
        <IconEye size={18} stroke={1.8} aria-hidden />
        {t('me.employer')}
      </UiLink>
      <UiLink href="/moi/compte" className={css.person}>
        <PersonMark name={person.displayName} tone="accent" />
        <span>
          <b>{person.displayName}</b>
          {person.jobTitle ? <small>{person.jobTitle}</small> : null}
        </span>
      </UiLink>
    </div>
  );
}
