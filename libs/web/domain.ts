import type { QueryKey } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Catalogue, AnyCatalogue, MessageKey, Messages } from './i18n/catalogue';
import type { AgendaEntry, WaitingEntry } from './morning';

export const ADMIN_SECTIONS = ['today', 'programme', 'cohorts', 'recruitment', 'content', 'animation', 'listening', 'results', 'settings'] as const;
/** The five places of the bottom bar, then the two that stand in the header. */
export const AMBASSADOR_PLACES = ['feed', 'share', 'contests', 'rendezvous', 'me', 'search', 'inbox'] as const;
export type AdminSection = (typeof ADMIN_SECTIONS)[number];
export type AmbassadorPlace = (typeof AMBASSADOR_PLACES)[number];

/** Screens composed by several domains, with the props that the screen gives to each part. */
export interface SlotProps {
  /** The morning page: how fresh its figures are, where the programme stands, gauges, then cards under who waits. */
  'admin.today.fresh': object;
  'admin.today.top': object;
  'admin.today.gauges': object;
  'admin.today': object;
  /** Cards of the person's own account, for those who administer. */
  'admin.account': object;
  'admin.sidebar': object;
  /** One short line under the organisation's name, on every page: where the programme stands. */
  'admin.programme': object;
  /** Parts of a cohort's page: cards under its own, cards of the side column, and tabs (with a `label`). */
  'admin.cohort.main': { cohortId: string };
  'admin.cohort.aside': { cohortId: string };
  'admin.cohort.tabs': { cohortId: string };
  /** How strategies compare, under their library. */
  'admin.recruitment.strategies': object;
  'ambassador.home.top': object;
  'ambassador.home': object;
  'ambassador.home.aside': object;
  'ambassador.me': object;
  /** Rows of the list of rights and choices, `<li>` each. */
  'ambassador.me.rights': object;
  /** What the employer sees, as it is now: figures of groups, from those who compute them. */
  'ambassador.employer': object;
  /** Stands before the app: gives `children`, or its own page first (what must be accepted). Gates are nested, in order. */
  'ambassador.gate': { children: ReactNode };
  /** How to reach the person's referent: a button or a row. */
  'ambassador.referent': { firstName: string };
  'publication.footer': { publicationId: string };
  /** The sheet to share one publication, over the page. */
  'publication.share': { publicationId: string; onClose: () => void };
}
export type SlotName = keyof SlotProps;

export interface DomainRoute {
  /** Path below the app's base, French words, `$name` for a parameter: `/animation/concours/$contestId`. */
  path: string;
  component: ComponentType;
  /** Key of the browser tab's title. */
  title?: string;
  /** Without it, every signed-in person may open the route. The API checks again. */
  permission?: string;
  /** Reachable without a session. */
  public?: boolean;
  /** Outside the app's frame: no navigation (onboarding, printing). */
  bare?: boolean;
}

export interface NavCount {
  queryKey: QueryKey;
  queryFn: (context: { signal: AbortSignal }) => Promise<unknown>;
  select: (data: never) => number;
}

export interface NavEntry {
  section: AdminSection | AmbassadorPlace;
  label: string;
  to: string;
  permission?: string;
  /** Order inside the section; 100 when left out. */
  order?: number;
  /** How many things wait there: `navCount(WaitingDocument, (data) => data.waiting)`; nothing is shown for 0. */
  count?: NavCount;
  /** The count in words for a screen reader, `{{count}}` inside. */
  countLabel?: string;
}

/** An action or a place offered by the command palette. */
export interface SpotlightEntry {
  label: string;
  hint?: string;
  to: string;
  permission?: string;
}

export interface SlotEntry<Name extends SlotName = SlotName> {
  component: ComponentType<SlotProps[Name]>;
  /** 100 when left out; smaller first. */
  order?: number;
  permission?: string;
  /** Key of its name in the domain's catalogue, where the slot shows one (tabs). */
  label?: string;
}
export type SlotEntries = { [Name in SlotName]?: SlotEntry<Name>[] };

/** How a domain plugs into a shell. Labels and titles are keys of the domain's own catalogue. */
export interface Domain {
  id: string;
  catalogue: AnyCatalogue;
  routes: DomainRoute[];
  nav: NavEntry[];
  spotlight: SpotlightEntry[];
  slots: SlotEntries;
  /** Rows of the morning page: who waits for the viewer, and what is to come. */
  waiting: WaitingEntry[];
  agenda: AgendaEntry[];
}

export interface DomainDefinition<M extends Messages> {
  id: string;
  catalogue: Catalogue<M>;
  routes?: (Omit<DomainRoute, 'title'> & { title?: MessageKey<M> })[];
  nav?: (Omit<NavEntry, 'label' | 'countLabel'> & { label: MessageKey<M>; countLabel?: MessageKey<M> })[];
  spotlight?: (Omit<SpotlightEntry, 'label' | 'hint'> & { label: MessageKey<M>; hint?: MessageKey<M> })[];
  slots?: SlotEntries;
  waiting?: WaitingEntry<MessageKey<M>>[];
  agenda?: AgendaEntry<MessageKey<M>>[];
}

/** Declares a domain's screens for one shell; labels are checked against its catalogue. */
export function defineDomain<M extends Messages>({ id, catalogue, routes = [], nav = [], spotlight = [], slots = {}, waiting = [], agenda = [] }: DomainDefinition<M>): Domain {
  return { id, catalogue: catalogue as AnyCatalogue, routes, nav, spotlight, slots, waiting, agenda };
}

export type Can = (permission: string) => boolean;

const permitted = (can: Can) => (entry: { permission?: string }) => !entry.permission || can(entry.permission);
const byOrder = (a: { order?: number }, b: { order?: number }) => (a.order ?? 100) - (b.order ?? 100);

export type NavItem = NavEntry & { domain: Domain };

/** What a person may see of one section, in order. */
export function navOf(domains: readonly Domain[], section: NavEntry['section'], can: Can): NavItem[] {
  return domains.flatMap((domain) => domain.nav.filter((entry) => entry.section === section).map((entry) => ({ ...entry, domain }))).filter(permitted(can)).sort(byOrder);
}

/** What a person may see of one slot, in order. */
export function slotOf<Name extends SlotName>(domains: readonly Domain[], name: Name, can: Can): (SlotEntry<Name> & { domain: Domain })[] {
  return domains
    .flatMap((domain) => ((domain.slots[name] ?? []) as SlotEntry<Name>[]).map((entry) => ({ ...entry, domain })))
    .filter(permitted(can))
    .sort(byOrder);
}
