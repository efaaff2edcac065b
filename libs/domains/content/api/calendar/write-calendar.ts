import { PublicationStatus } from '@portevoix/content/shared';
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Publication } from '../publications/publication.entity';

export interface CalendarEntry {
  publication: Publication;
  /** Names, the main one first. */
  themes: string[];
}

interface CalendarInput {
  /** The organisation's. */
  name: string;
  language: string;
  /** Address of the installation. */
  site: string;
  /** Links lead to the studio; a reader's to the page to read, once it is out. */
  isEditor: boolean;
  entries: readonly CalendarEntry[];
}

const TITLES: Record<string, (name: string) => string> = {
  fr: (name) => `Publications de ${name}`,
  en: (name) => `${name}’s publications`,
};
const LENGTH_MS = 15 * 60_000;

/** An iCalendar document (RFC 5545). Instants are in UTC, so that no time zone need be described. */
export function writeCalendar({ name, language, site, isEditor, entries }: CalendarInput): string {
  const title = (TITLES[language] ?? TITLES['fr']!)(name);
  const calendar = ical({ name: title, prodId: { company: 'Portevoix', product: 'content', language: language.toUpperCase() }, ttl: 3600 });
  for (const { publication, themes } of entries) {
    const { id, title: summary, summary: description, status, publishAt, publishedAt, updatedAt } = publication;
    const start = publishAt ?? publishedAt;
    if (!start) continue;
    const isOut = status === PublicationStatus.PUBLISHED;
    const url = isEditor ? `${site}/admin/contenus/publications/${id}` : isOut ? `${site}/lire/${id}` : null;
    calendar.createEvent({
      id: `${id}@${new URL(site).host}`,
      start,
      end: new Date(start.getTime() + LENGTH_MS),
      stamp: updatedAt,
      lastModified: updatedAt,
      summary,
      description: isEditor || isOut ? description || null : null,
      categories: themes.map((theme) => ({ name: theme })),
      url,
      status: isOut ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
