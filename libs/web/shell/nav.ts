import { useQueries } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { navOf, type NavEntry } from '../domain';
import { i18n } from '../i18n/instance';
import { useLocale } from '../i18n/hooks';
import { useShell } from '../slot';

export interface ShownNav {
  section: NavEntry['section'];
  label: string;
  href: string;
  /** How many things wait there, 0 when none or not known. */
  count: number;
  countLabel: string;
  /** Whether the page of the moment is this one or below it. */
  active: boolean;
}

/** The entries that the viewer may see, in the order of `sections`, with their counts, in the reader's language. */
export function useNav(sections: readonly NavEntry['section'][]): ShownNav[] {
  const { domains, can } = useShell();
  const pathname = useLocation({ select: (location) => location.pathname });
  useLocale();
  const items = sections.flatMap((section) => navOf(domains, section, can));
  const counted = items.flatMap(({ to, count }) => (count ? [{ to, count }] : []));
  const counts = useQueries({
    queries: counted.map(({ count }) => ({ queryKey: count.queryKey, queryFn: count.queryFn, select: (data: unknown) => count.select(data as never), refetchInterval: 60_000 })),
  });
  const active = longestMatch(pathname, items.map((item) => item.to));
  return items.map(({ section, label, to, countLabel, domain, ...item }) => {
    const ns = domain.catalogue.namespace;
    const data: unknown = item.count ? counts[counted.findIndex((other) => other.to === to)]?.data : 0;
    const count = typeof data === 'number' ? data : 0;
    return { section, label: i18n.t(label, { ns }), href: to, count, countLabel: countLabel ? i18n.t(countLabel, { ns, count }) : '', active: to === active };
  });
}

/** The longest of `paths` that is `pathname` or one of its parents; `/` only for itself. */
export function longestMatch(pathname: string, paths: readonly string[]): string | undefined {
  return paths.filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))).sort((a, b) => b.length - a.length)[0];
}
