import type { ShellCommand } from '@portevoix/ui/admin';
import { useLocale, useShell, useT } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import type { SectionNav } from './Frame';
import { texts } from './texts';

/** The command field: every place, then what each domain offers to do. */
export function useCommands(sections: readonly SectionNav[]): ShellCommand[] {
  const t = useT(texts);
  const navigate = useNavigate();
  const { domains, can } = useShell();
  useLocale();
  const go = (href: string) => () => void navigate({ href });
  const places = sections.flatMap(({ section, entries }) =>
    entries.map(({ href, label }) => ({ id: `place:${href}`, group: t('groups.places'), label, ...(entries.length > 1 && { description: t(`sections.${section}`) }), onSelect: go(href) })),
  );
  const actions = domains.flatMap(({ id, catalogue, spotlight }) =>
    spotlight
      .filter(({ permission }) => !permission || can(permission))
      .map(({ label, hint, to }) => ({ id: `${id}:${label}`, group: t('groups.actions'), label: catalogue.text(label), ...(hint && { description: catalogue.text(hint) }), onSelect: go(to) })),
  );
  const print = { id: 'print', group: t('groups.actions'), label: t('help.print'), onSelect: () => setTimeout(() => window.print(), 300) };
  return [...places, ...actions, print];
}
