import { Inject, Injectable } from '@nestjs/common';
import { joinToken, Organisations, Person, randomSecret, sha256, splitToken } from '@portevoix/identity/api';
import { permissionsOf } from '@portevoix/identity/shared';
import { Clock, Config, Db, type Viewer } from '@portevoix/platform';
import { IsNull } from 'typeorm';
import { Overview } from '../publications/overview.service';
import { Publications } from '../publications/publications.service';
import { CalendarFeed } from './calendar-feed.entity';
import { Upcoming } from './upcoming.service';

const DAY_MS = 86_400_000;
/** What a calendar program gets: three months back, a year ahead. */
const [BACK, AHEAD] = [90 * DAY_MS, 366 * DAY_MS];

@Injectable()
export class CalendarFeeds {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly overview: Overview,
    private readonly upcoming: Upcoming,
    private readonly publications: Publications,
  ) {}

  mine({ organisationId, personId }: Viewer): Promise<CalendarFeed | null> {
    return this.db.of(CalendarFeed).findOneBy({ organisationId, personId });
  }

  /** A new address; the one before no longer answers. */
  async make({ organisationId, personId }: Viewer): Promise<string> {
    const secret = randomSecret();
    await this.db.of(CalendarFeed).upsert({ ...this.db.key(), createdAt: this.clock.now(), personId, secretHash: sha256(secret) }, { conflictPaths: ['organisationId', 'personId'], skipUpdateIfNoValuesChanged: false });
    return `${this.config.PUBLIC_URL}/files/calendar/${joinToken(organisationId, secret)}.ics`;
  }

  async revoke({ organisationId, personId }: Viewer): Promise<void> {
    await this.db.of(CalendarFeed).delete({ organisationId, personId });
  }

  /** The calendar behind an address, as its owner may see it now; null for an address that is none, or no longer. */
  async read(token: string): Promise<string | null> {
    const parts = splitToken(token);
    if (!parts) return null;
    return this.db.run(parts.organisationId, 'read', async () => {
      const { organisationId } = parts;
      const feed = await this.db.of(CalendarFeed).findOneBy({ organisationId, secretHash: sha256(parts.secret) });
      const owner = feed && (await this.db.of(Person).findOneBy({ organisationId, id: feed.personId, deactivatedAt: IsNull() }));
      return owner ? this.write(owner) : null;
    });
  }

  private async write(owner: Person): Promise<string> {
    const now = this.clock.now();
    const [from, to] = [new Date(now.getTime() - BACK), new Date(now.getTime() + AHEAD)];
    const isEditor = permissionsOf(owner.roles).has('content:read');
    const publications = isEditor ? await this.overview.calendar(from, to) : await this.upcoming.of(owner.id, from, to);
    const organisation = await this.organisations.current();
    const entries = await Promise.all(publications.map(async (publication) => ({ publication, themes: (await this.publications.themesOf(publication.id)).map(({ name }) => name) })));
    const { writeCalendar } = await import('./write-calendar');
    return writeCalendar({ name: organisation.name, language: owner.locale, site: this.config.PUBLIC_URL, isEditor, entries });
  }
}
