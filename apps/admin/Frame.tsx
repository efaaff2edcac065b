import { Menu } from '@mantine/core';
import { UnderPageHeader } from '@portevoix/ui';
import { AdminShell, PageTabs, type NavItem } from '@portevoix/ui/admin';
import { ADMIN_SECTIONS, AppLink, PageFrameProvider, Slot, useCan, useNav, useSignOut, useT, useViewer, VersionNotice, type AdminSection, type ShownNav } from '@portevoix/web';
import { IconChartBar, IconEar, IconFlag3, IconNews, IconSettings, IconSpeakerphone, IconSun, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useCommands } from './commands';
import { OutsidePage } from './OutsidePage';
import { ShortcutsSheet, useShortcuts } from './shortcuts';
import { texts } from './texts';
import css from './admin.module.css';

const icon = (Icon: typeof IconSun) => <Icon size={19} stroke={1.75} aria-hidden />;
const ICONS: Record<AdminSection, ReactNode> = {
  today: icon(IconSun),
  programme: icon(IconFlag3),
  cohorts: icon(IconUsersGroup),
  recruitment: icon(IconUserPlus),
  content: icon(IconNews),
  animation: icon(IconSpeakerphone),
  listening: icon(IconEar),
  results: icon(IconChartBar),
  settings: icon(IconSettings),
};
/** Left at hand on a phone; the rest is in the menu. */
const AT_HAND: readonly AdminSection[] = ['today', 'recruitment', 'content', 'listening'];

export interface SectionNav {
  section: AdminSection;
  entries: ShownNav[];
}

export function Frame({ children }: { children: ReactNode }) {
  if (!useCan('admin:open')) return <OutsidePage />;
  return (
    <PageFrameProvider>
      <PilotFrame>{children}</PilotFrame>
    </PageFrameProvider>
  );
}

/** A page that opens takes the focus, unless it has put it somewhere itself: the next Tab is in the page, not in the menu again. */
function useFocusOnPage(here: string): void {
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return undefined;
    before.current = here;
    // After the command field has given the focus back to where it was.
    const timer = setTimeout(() => {
      const main = document.getElementById('contenu');
      if (main && !main.contains(document.activeElement) && !document.activeElement?.closest('[role=dialog]')) main.focus({ preventScroll: true });
    }, 100);
    return () => clearTimeout(timer);
  }, [here]);
}

/** Sections that have at least one page for this person. */
function useSections(): SectionNav[] {
  const entries = useNav(ADMIN_SECTIONS);
  return ADMIN_SECTIONS.map((section) => ({ section, entries: entries.filter((entry) => entry.section === section) })).filter((one) => one.entries.length > 0);
}

function PilotFrame({ children }: { children: ReactNode }) {
  const t = useT(texts);
  const { person, organisation, roles } = useViewer();
  const sections = useSections();
  const commands = useCommands(sections);
  const [help, setHelp] = useState(false);
  useShortcuts(sections, () => setHelp(true));
  const current = sections.find(({ entries }) => entries.some(({ active }) => active));
  const here = useLocation({ select: ({ pathname }) => pathname });
  useFocusOnPage(here);
  // A page below one of the places says by its crumbs where it is.
  const hasTabs = current && current.entries.length > 1 && current.entries.some(({ href }) => href === here);
  const items = sections.map(({ section, entries }) => itemOf(section, t(`sections.${section}`), entries));
  const role = roles[0];
  return (
    <AdminShell
      link={AppLink}
      items={items.filter(({ id }) => id !== 'settings')}
      secondary={items.filter(({ id }) => id === 'settings')}
      {...(current && { activeId: current.section })}
      places={AT_HAND.filter((place) => items.some(({ id }) => id === place))}
      programme={{ id: organisation.id, name: organisation.name, detail: <Slot name="admin.programme" />, ...(organisation.logoUrl && { logo: <img src={organisation.logoUrl} alt="" width={32} height={32} /> }) }}
      commands={commands}
      help={{ label: t('help.label'), shortcut: '?', onOpen: () => setHelp(true) }}
      user={{ name: person.displayName, picture: person.pictureUrl, ...(role && { role: t(`roles.${role}`) }), menu: <UserMenu /> }}
    >
      <VersionNotice className={css.notice} />
      <UnderPageHeader content={hasTabs ? <SectionTabs {...current} /> : null}>{children}</UnderPageHeader>
      <ShortcutsSheet opened={help} onClose={() => setHelp(false)} sections={sections} />
    </AdminShell>
  );
}

function itemOf(section: AdminSection, label: string, entries: readonly ShownNav[]): NavItem {
  const waiting = entries.filter(({ count }) => count > 0);
  const value = waiting.reduce((sum, { count }) => sum + count, 0);
  return {
    id: section,
    label,
    href: entries[0]?.href ?? '/',
    icon: ICONS[section],
    ...(value > 0 && { counter: { value, label: waiting.map(({ countLabel, label: name }) => countLabel || name).join(', ') } }),
  };
}

function SectionTabs({ section, entries }: SectionNav) {
  const t = useT(texts);
  const tabs = entries.map(({ href, label, count }) => ({ id: href, label, href, ...(count > 0 && { count }) }));
  return <PageTabs label={t(`sections.${section}`)} tabs={tabs} active={entries.find(({ active }) => active)?.href ?? ''} />;
}

function UserMenu() {
  const t = useT(texts);
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <>
      <Menu.Item onClick={() => void navigate({ to: '/compte' })}>{t('account.title')}</Menu.Item>
      <Menu.Item component="a" href="/">
        {t('account.ambassador')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => signOut.mutate()}>{t('account.signOut')}</Menu.Item>
    </>
  );
}
