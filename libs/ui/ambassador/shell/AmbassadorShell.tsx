import { IconBell, IconCalendarEvent, IconChevronLeft, IconHome, IconSearch, IconSend, IconTrophy, IconUser } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { IconAction } from '../base/ActionButton';
import { Pill } from '../../shared/bits';
import { UiLink, UiLinkProvider } from '../../shared/link';
import type { UiLinkComponent } from '../../shared/link';
import type from '../base/type.module.css';
import css from './shell.module.css';

export interface AmbassadorPlace {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly icon: ReactNode;
}

/** Icons of the five usual places. */
export const placeIcons = {
  feed: <IconHome stroke={1.8} aria-hidden />,
  share: <IconSend stroke={1.8} aria-hidden />,
  contest: <IconTrophy stroke={1.8} aria-hidden />,
  events: <IconCalendarEvent stroke={1.8} aria-hidden />,
  me: <IconUser stroke={1.8} aria-hidden />,
} as const;

export interface AmbassadorShellProps {
  readonly organisation: { readonly name: string; readonly href: string; readonly logo?: ReactNode };
  /** At most five: they share the width of a phone. */
  readonly places: readonly AmbassadorPlace[];
  /** `id` of the place being shown. */
  readonly current?: string;
  readonly search?: { readonly label: string; readonly href: string };
  /** `accessibleLabel` says the count in words. */
  readonly inbox?: { readonly label: string; readonly accessibleLabel: string; readonly href: string; readonly count: number };
  readonly navigationLabel: string;
  readonly skipLabel: string;
  /** Title of the page, in place of the organisation on a phone; a page that greets leaves it out. */
  readonly title?: string;
  /** The page it belongs to, before its title. */
  readonly back?: { readonly label: string; readonly href: string };
  /** In place of the whole header on a phone: a page about a person starts with the person. */
  readonly phoneHeader?: ReactNode;
  /** Under the places on a large screen: what the employer sees, who I am. */
  readonly railEnd?: ReactNode;
  readonly aside?: ReactNode;
  readonly asideLabel?: string;
  /** `wide`: the centre takes the place of the side column. `bare`: no bar nor header on a phone (reading, joining). */
  readonly layout?: 'columns' | 'wide';
  readonly bare?: boolean;
  readonly Link?: UiLinkComponent;
  readonly children: ReactNode;
}

const DefaultLogo = () => (
  <svg viewBox="0 0 32 32" aria-hidden>
    <rect width="32" height="32" fill="var(--accent)" />
    <path d="M8 13v6M13 9v14M19 12.5v7M24 15v2" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="round" />
  </svg>
);

function Brand({ organisation }: Pick<AmbassadorShellProps, 'organisation'>) {
  return (
    <UiLink href={organisation.href} className={css.brand}>
      <span className={css.logo}>{organisation.logo ?? <DefaultLogo />}</span>
      <span>{organisation.name}</span>
    </UiLink>
  );
}

function Rail({ organisation, places, current, search, inbox, navigationLabel, railEnd }: AmbassadorShellProps) {
  return (
    <header className={css.rail}>
      <Brand organisation={organisation} />
      <nav aria-label={navigationLabel}>
        <ul>
          {places.map((place) => (
            <li key={place.id}>
              <UiLink href={place.href} className={css.railLink} aria-current={place.id === current ? 'page' : undefined}>{place.icon}<span>{place.label}</span></UiLink>
            </li>
          ))}
          {search ? <li><UiLink href={search.href} className={css.railLink}><IconSearch stroke={1.8} aria-hidden /><span>{search.label}</span></UiLink></li> : null}
          {inbox ? (
            <li>
              <UiLink href={inbox.href} className={css.railLink} aria-label={inbox.accessibleLabel}>
                <IconBell stroke={1.8} aria-hidden /><span>{inbox.label}</span>{inbox.count > 0 ? <Pill tone="accent">{inbox.count}</Pill> : null}
              </UiLink>
            </li>
          ) : null}
        </ul>
      </nav>
      {railEnd ? <div className={css.end}>{railEnd}</div> : null}
    </header>
  );
}

const Back = ({ back }: Pick<AmbassadorShellProps, 'back'>) => (back ? <IconAction label={back.label} href={back.href} icon={<IconChevronLeft size={24} stroke={1.8} aria-hidden />} /> : null);

function TopBar({ organisation, title, back, search, inbox, phoneHeader }: AmbassadorShellProps) {
  if (phoneHeader) return <header className={css.top}>{phoneHeader}</header>;
  return (
    <header className={css.top} data-back={(title && back) ? true : undefined}>
      {title ? <Back back={back} /> : null}
      {title ? <h1 className={`${type.page} ${css.topTitle}`}>{title}</h1> : <Brand organisation={organisation} />}
      {search && !title ? <IconAction label={search.label} href={search.href} icon={<IconSearch size={22} stroke={1.8} aria-hidden />} /> : null}
      {inbox ? <IconAction label={inbox.accessibleLabel} href={inbox.href} count={inbox.count} icon={<IconBell size={22} stroke={1.8} aria-hidden />} /> : null}
    </header>
  );
}

function BottomBar({ places, current, navigationLabel }: AmbassadorShellProps) {
  return (
    <nav className={css.bar} aria-label={navigationLabel}>
      {places.map((place) => (
        <UiLink key={place.id} href={place.href} className={css.place} aria-current={place.id === current ? 'page' : undefined}>
          <span>{place.icon}</span>{place.label}
        </UiLink>
      ))}
    </nav>
  );
}

/** Frame of the ambassador app: bottom bar on a phone, rail, centre and side from 1024 px. */
export function AmbassadorShell(props: AmbassadorShellProps) {
  const { title, back, aside, asideLabel, layout = 'columns', bare, Link, skipLabel, children } = props;
  const main = useId();
  return (
    <UiLinkProvider link={Link}>
      <a className={css.skip} href={`#${main}`}>{skipLabel}</a>
      <div className={css.app} data-layout={layout} data-bare={bare || undefined}>
        <Rail {...props} />
        {bare ? null : <TopBar {...props} />}
        <main id={main} tabIndex={-1} className={css.main}>
          {title ? <div className={css.deskTitle} data-back={back ? true : undefined}><Back back={back} /><h1 className={type.page}>{title}</h1></div> : null}
          {children}
        </main>
        {aside ? <aside className={css.aside} aria-label={asideLabel}>{aside}</aside> : null}
      </div>
      {bare ? null : <BottomBar {...props} />}
    </UiLinkProvider>
  );
}

/** Two columns of the wide layout. On a phone: head of the centre, head of the side, then the rest in order. */
export const WideSplit = ({ children, side }: { children: ReactNode; side: ReactNode }) => (
  <div className={css.split}><div>{children}</div><div>{side}</div></div>
);
