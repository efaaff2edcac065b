import { ActionIcon, Drawer, Menu } from '@mantine/core';
import { isActionsGroup, Spotlight, spotlight, type SpotlightFilterFunction } from '@mantine/spotlight';
import { IconArrowsSort, IconHelpCircle, IconMenu2, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Avatar, Key } from '../shared/bits';
import { UiLink, UiLinkProvider } from '../shared/link';
import { useUiTexts } from '../shared/texts';
import css from './shell.module.css';
import type { AdminShellProps, NavItem, ShellCommand } from './shell-types';

/** The sign of the product: four strokes of a voice. */
export function VoiceMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" aria-hidden>
      <path d="M3 8v4M8 5v10M13 7.5v5M17 9.2v1.6" />
    </svg>
  );
}

function NavLink({ item, active, onClick }: { readonly item: NavItem; readonly active: boolean; readonly onClick?: () => void }) {
  return (
    <li>
      <UiLink href={item.href} className={css.item} aria-current={active ? 'page' : undefined} onClick={onClick}>
        {item.icon}
        <span className={css.itemText}>{item.label}</span>
        {item.counter && item.counter.value > 0 ? (
          <em className={css.count} style={{ fontStyle: 'normal' }}>
            {item.counter.value}
            <span className="pv-sr"> {item.counter.label}</span>
          </em>
        ) : null}
      </UiLink>
    </li>
  );
}

function NavList({ items, secondary = [], activeId, onClick }: Pick<AdminShellProps, 'items' | 'secondary' | 'activeId'> & { readonly onClick?: () => void }) {
  return (
    <>
      <ul className={css.nav}>
        {items.map((item) => (
          <NavLink key={item.id} item={item} active={item.id === activeId} onClick={onClick} />
        ))}
      </ul>
      {secondary.length > 0 ? (
        <>
          <hr className={css.rule} />
          <ul className={css.nav}>
            {secondary.map((item) => (
              <NavLink key={item.id} item={item} active={item.id === activeId} onClick={onClick} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function ProgrammeSwitch({ programme, programmes = [], onProgramme, compact = false }: Pick<AdminShellProps, 'programme' | 'programmes' | 'onProgramme'> & { readonly compact?: boolean }) {
  const texts = useUiTexts();
  const content = (
    <>
      <span className={css.mark}>{programme.logo ?? <VoiceMark />}</span>
      <span className={css.programmeText}>
        <b>{programme.name}</b>
        {programme.detail ? <small>{programme.detail}</small> : null}
      </span>
    </>
  );
  if (programmes.length < 2 || !onProgramme) return <div className={css.programme}>{content}</div>;
  return (
    <Menu width="target" position="bottom-start" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <button type="button" className={css.programme}>
          {content}
          <span className="pv-sr">, {texts.programme}</span>
          {compact ? null : <IconArrowsSort size={15} color="var(--ink-2)" aria-hidden />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {programmes.map((one) => (
          <Menu.Item key={one.id} onClick={() => onProgramme(one.id)} aria-current={one.id === programme.id ? 'true' : undefined} fw={one.id === programme.id ? 600 : 400}>
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function UserMenu({ user, children }: { readonly user: AdminShellProps['user']; readonly children?: ReactNode }) {
  return (
    <Menu position="top-start" width="14rem" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <button type="button" className={`${css.item} ${css.user}`}>
          <Avatar name={user.name} src={user.picture} />
          <span className={css.itemText}>
            <b>{user.name}</b>
            {user.role ? <small>{user.role}</small> : null}
          </span>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown>{user.menu}</Menu.Dropdown>
    </Menu>
  );
}

function Foot({ help, user }: Pick<AdminShellProps, 'help' | 'user'>) {
  return (
    <div className={css.foot}>
      {help ? (
        <button type="button" className={css.item} onClick={help.onOpen}>
          <IconHelpCircle size={19} stroke={1.75} aria-hidden />
          <span className={css.itemText}>{help.label}</span>
          {help.shortcut ? <Key>{help.shortcut}</Key> : null}
        </button>
      ) : null}
      <UserMenu user={user} />
    </div>
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word typed is in the label, its hint or its keywords, accents and case aside: « ecoute » finds « Écoute ». */
const forgiving: SpotlightFilterFunction = (query, actions) => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.includes(word));
  return actions.flatMap((entry): typeof actions => {
    if (!isActionsGroup(entry)) return fits(plain([entry.label, entry.description, entry.keywords].flat().join(' '))) ? [entry] : [];
    const found = entry.actions.filter(({ label, description, keywords }) => fits(plain([label, description, keywords].flat().join(' '))));
    return found.length ? [{ ...entry, actions: found }] : [];
  });
};

function Commands({ commands, onQuery }: { readonly commands: readonly ShellCommand[]; readonly onQuery?: (query: string) => void }) {
  const texts = useUiTexts();
  const actions = useMemo(() => {
    const groups = new Map<string, { group: string; actions: { id: string; label: string; description?: string; leftSection?: ReactNode; keywords?: string[]; onClick: () => void }[] }>();
    const single = [];
    for (const c of commands) {
      const action = { id: c.id, label: c.label, description: c.description, leftSection: c.icon, keywords: c.keywords, onClick: c.onSelect };
      if (!c.group) single.push(action);
      else {
        const group = groups.get(c.group) ?? { group: c.group, actions: [] };
        group.actions.push(action);
        groups.set(c.group, group);
      }
    }
    return [...single, ...groups.values()];
  }, [commands]);
  return (
    <Spotlight
      actions={actions}
      filter={forgiving}
      classNames={{ actionsGroup: css.group }}
      onQueryChange={onQuery}
      nothingFound={texts.nothingFound}
      scrollable
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      attributes={{ content: { 'aria-label': texts.searchOrAct } }}
      shortcut={['mod + K']}
      searchProps={{ placeholder: texts.searchOrAct, 'aria-label': texts.searchOrAct, leftSection: <IconSearch size={18} aria-hidden /> }}
    />
  );
}

function BottomBar({ items, secondary, places, activeId, onMenu }: Pick<AdminShellProps, 'items' | 'secondary' | 'places' | 'activeId'> & { readonly onMenu: () => void }) {
  const texts = useUiTexts();
  const all = [...items, ...(secondary ?? [])];
  const shown = places.map((id) => all.find((item) => item.id === id)).filter((item) => item !== undefined);
  return (
    <nav className={css.bottom} aria-label={texts.mainNavigation}>
      <ul>
        {shown.map((item) => (
          <li key={item.id}>
            <UiLink href={item.href} className={css.place} aria-current={item.id === activeId ? 'page' : undefined}>
              {item.icon}
              <span>{item.label}</span>
              {item.counter && item.counter.value > 0 ? (
                <em className={css.badge} style={{ fontStyle: 'normal' }}>
                  {item.counter.value}
                  <span className="pv-sr"> {item.counter.label}</span>
                </em>
              ) : null}
            </UiLink>
          </li>
        ))}
        <li>
          <button type="button" className={css.place} onClick={onMenu} aria-haspopup="dialog">
            <IconMenu2 size={19} stroke={1.75} aria-hidden />
            <span>{texts.menu}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}

/** Frame of the admin app: sidebar, or top and bottom bars under 50em (800 px), command field (⌘K), landmarks and skip link. */
export function AdminShell(props: AdminShellProps) {
  const { children, link, items, secondary, activeId, places, programme, programmes, onProgramme, commands, onCommandQuery, help, user, topActions } = props;
  const texts = useUiTexts();
  const [menu, setMenu] = useState(false);
  const close = () => setMenu(false);
  const switcher = { programme, programmes, onProgramme };
  return (
    <UiLinkProvider link={link}>
      <a href="#contenu" className={css.skip}>
        {texts.skipToContent}
      </a>
      <section className={css.top} aria-label={programme.name}>
        <ProgrammeSwitch {...switcher} compact />
        <ActionIcon size="lg" onClick={spotlight.open} aria-label={texts.searchOrAct}>
          <IconSearch size={22} stroke={1.75} />
        </ActionIcon>
        {topActions}
      </section>
      <div className={css.app}>
        <aside className={css.side} aria-label={texts.menu}>
          <ProgrammeSwitch {...switcher} />
          <button type="button" className={css.command} onClick={spotlight.open}>
            <IconSearch size={16} stroke={1.75} aria-hidden />
            <span>{texts.searchOrAct}</span>
            <Key>⌘K</Key>
          </button>
          <nav aria-label={texts.mainNavigation}>
            <NavList items={items} secondary={secondary} activeId={activeId} />
          </nav>
          <Foot help={help} user={user} />
        </aside>
        <main id="contenu" className={css.main} tabIndex={-1}>
          <div className={css.wrap}>{children}</div>
        </main>
      </div>
      <BottomBar items={items} secondary={secondary} places={places} activeId={activeId} onMenu={() => setMenu(true)} />
      <Drawer opened={menu} onClose={close} position="bottom" size="auto" title={texts.menu} closeButtonProps={{ 'aria-label': texts.close }} styles={{ content: { height: 'auto', maxHeight: '100dvh' } }}>
        <nav aria-label={texts.menu}>
          <NavList items={items} secondary={secondary} activeId={activeId} onClick={close} />
        </nav>
        <Foot help={help ? { ...help, onOpen: () => { close(); help.onOpen(); } } : undefined} user={user} />
      </Drawer>
      <Commands commands={commands} onQuery={onCommandQuery} />
    </UiLinkProvider>
  );
}
