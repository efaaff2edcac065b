import { Injectable } from '@nestjs/common';
import { Clock, Db, Events, FileStore, isUuid, Pictures, randomName, type PictureShape } from '@portevoix/platform';
import { removeFile } from '../identity.events';
import { Organisation } from '../organisation.entity';
import { Organisations } from '../organisations.service';
import { People } from '../people.service';
import { Person } from '../person.entity';

/** `people` are for the organisation's own members, `look` for everybody: the sign-in page shows it. */
export type PictureFolder = 'people' | 'look';

export const SHAPES: Record<PictureFolder, PictureShape> = {
  people: { width: 320, height: 320, fit: 'cover' },
  look: { width: 320, height: 320, fit: 'inside' },
};

/** Longer than any upload, and than any clock is wrong. */
const SAFE_AGE_MS = 24 * 3600_000;

const PATH = /^\/files\/pictures\/([0-9a-f-]{36})\/(people|look)\/([0-9a-f]{32}\.webp)$/;

/** Where the files of people's pictures and of the organisation's logo are, and which of them is the one of today. */
@Injectable()
export class PictureFiles {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly files: FileStore,
    private readonly pictures: Pictures,
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  /** Outside any unit: drawing takes time. Returns the path under which the file will be served. */
  async keep(bytes: Buffer, folder: PictureFolder, organisationId: string): Promise<string> {
    const picture = await this.pictures.remake(bytes, SHAPES[folder]);
    const path = `/files/pictures/${organisationId}/${folder}/${randomName()}.webp`;
    await this.files.write(keyOf(path)!, picture);
    return path;
  }

  /** Null for what is no picture of ours. */
  read(path: string): Promise<Buffer | null> {
    const key = keyOf(path);
    return key ? this.files.read(key) : Promise.resolve(null);
  }

  async forget(path: string): Promise<void> {
    const key = keyOf(path);
    if (key) await this.files.remove(key);
  }

  /** The person's picture from now on; null for none. */
  async setOfPerson(personId: string, path: string | null): Promise<void> {
    const { organisationId, pictureUrl } = await this.people.byId(personId);
    await this.db.of(Person).update({ organisationId, id: personId }, { pictureUrl: path });
    await this.replaced(pictureUrl);
  }

  async setLogo(path: string | null): Promise<void> {
    const { id, logoUrl } = await this.organisations.current();
    await this.db.of(Organisation).update({ id }, { logoUrl: path });
    await this.replaced(logoUrl);
  }

  /**
   * Removes files that no row names, a day after they were written: what a crash left between the file and its row.
   * Returns how many.
   */
  async sweep(): Promise<number> {
    const oldest = this.clock.now().getTime() - SAFE_AGE_MS;
    const candidates = new Map<string, string[]>();
    for await (const { key, writtenAt } of this.files.list('pictures')) {
      const [, organisationId = ''] = key.split('/');
      if (writtenAt.getTime() < oldest) candidates.set(organisationId, [...(candidates.get(organisationId) ?? []), key]);
    }
    let removed = 0;
    for (const [organisationId, keys] of candidates) {
      const named = isUuid(organisationId) ? await this.db.run(organisationId, 'read', () => this.named()) : new Set<string>();
      for (const key of keys.filter((candidate) => !named.has(candidate))) {
        await this.files.remove(key);
        removed += 1;
      }
    }
    return removed;
  }

  /** Keys of the open unit's organisation that a row names. */
  private async named(): Promise<Set<string>> {
    const rows = await this.db.query<{ url: string }>(
      'select picture_url as url from person where organisation_id = $1 and picture_url is not null union all select logo_url from organisation where id = $1 and logo_url is not null',
      [this.db.organisationId],
    );
    return new Set(rows.map(({ url }) => keyOf(url) ?? ''));
  }

  /** The file before goes once the change is certain. */
  private async replaced(before: string | null): Promise<void> {
    const key = before && keyOf(before);
    if (key) await this.events.send(removeFile, { key });
  }
}

function keyOf(path: string): string | null {
  const [, organisationId, folder, name] = PATH.exec(path) ?? [];
  return organisationId && folder && name ? `pictures/${organisationId}/${folder}/${name}` : null;
}
