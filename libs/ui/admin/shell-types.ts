import type { ReactNode } from 'react';
import type { UiLinkComponent } from '../shared/link';

export interface NavItem {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** 19 px icon, decorative. */
  readonly icon: ReactNode;
  /** How many things wait there, with what they are for a screen reader. */
  readonly counter?: { readonly value: number; readonly label: string };
}

export interface ShellCommand {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly group?: string;
  readonly icon?: ReactNode;
  readonly keywords?: string[];
  readonly onSelect: () => void;
}

export interface ShellProgramme {
  readonly id: string;
  readonly name: string;
  /** Where it stands: « Test, semaine 8 sur 12 ». */
  readonly detail?: ReactNode;
  readonly logo?: ReactNode;
}

export interface AdminShellProps {
  readonly children: ReactNode;
  /** Link of the app's router; every component inside uses it. */
  readonly link?: UiLinkComponent;
  readonly items: readonly NavItem[];
  /** Under the rule: settings. */
  readonly secondary?: readonly NavItem[];
  readonly activeId?: string;
  /** Ids of the four places of the bottom bar under 50em (800 px); the fifth opens the whole menu. */
  readonly places: readonly string[];
  readonly programme: ShellProgramme;
  /** More than one: the name becomes a menu. */
  readonly programmes?: readonly ShellProgramme[];
  readonly onProgramme?: (id: string) => void;
  readonly commands: readonly ShellCommand[];
  /** Called with what is typed in the command field, to bring in commands of the app. */
  readonly onCommandQuery?: (query: string) => void;
  readonly help?: { readonly label: string; readonly shortcut?: string; readonly onOpen: () => void };
  readonly user: { readonly name: string; readonly picture?: string | null; readonly role?: string; readonly menu: ReactNode };
  /** Buttons at the right of the top bar under 50em (800 px). */
  readonly topActions?: ReactNode;
}
