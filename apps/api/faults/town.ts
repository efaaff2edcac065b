import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cohortsFactory } from '@portevoix/cohorts/api';
import { contentFactory } from '@portevoix/content/api';
import { contestsFactory } from '@portevoix/contests/api';
import { identityFactory, type Person, Sessions } from '@portevoix/identity/api';
import { Role } from '@portevoix/identity/shared';
import { Config, createApp, Db, Events, newId, type RequestContext } from '@portevoix/platform';
import { programmesFactory } from '@portevoix/programmes/api';
import { sharingFactory } from '@portevoix/sharing/api';
import { appModule } from '../app.module';
import type { World } from './world';

/** An organisation that lives through a fault: written by the domains' own factories, on a quiet application beside the tested ones. */
export class Town {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly organisationId: string,
    readonly pilot: Person,
    readonly programmeId: string,
  ) {}

  static async of(world: World): Promise<Town> {
    const config = Object.assign(new Config(), { NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: world.url });
    const app = await createApp(appModule(config), config);
    await app.init();
    const db = app.get(Db);
    const { id } = await identityFactory.organisation(db, { id: newId(), slug: `o-${randomUUID().slice(0, 8)}`, name: 'Ville', disclosure: '#EquipeVille' });
    return db.run(id, 'write', async () => {
      const at = new Date();
      const [pilot] = await identityFactory.people(db, [{ firstName: 'Claire', lastName: 'Pilote', email: 'claire@ville.test', password: 'un mot de passe long', roles: [Role.PILOT, Role.EDITOR] }], at);
      const { id: programmeId } = await programmesFactory.programme(db, at);
      return new Town(app, id, pilot!, programmeId);
    });
  }

  get db(): Db {
    return this.app.get(Db);
  }

  write<T>(work: () => Promise<T>): Promise<T> {
    return this.db.run(this.organisationId, 'write', work);
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get(type as never);
  }

  get events(): Events {
    return this.app.get(Events);
  }

  people(count: number, ...roles: Role[]): Promise<Person[]> {
    const some = newId().slice(-12);
    const seeds = Array.from({ length: count }, (_, n) => ({ firstName: `Prénom${n}`, lastName: 'Nom', email: `p${n}-${some}@ville.test`, roles }));
    return this.write(() => identityFactory.people(this.db, seeds, new Date()));
  }

  /** A bearer token of a real session. */
  token(person: Person = this.pilot): Promise<string> {
    const context: RequestContext = { headers: { 'user-agent': 'faults' }, ip: '127.0.0.1', reply: null, viewer: null };
    return this.write(() => this.app.get(Sessions).open(person, context));
  }

  /** A published, shareable publication. */
  publication() {
    return this.write(() => contentFactory.publication(this.db, { at: new Date(), authorId: this.pilot.id, programmeId: this.programmeId }));
  }

  /** A posted share of `person`, with the code of its link. */
  async share(person: Person, publicationId: string) {
    const { share, link } = await this.write(() => sharingFactory.share(this.db, new Date(), { personId: person.id, publicationId }));
    return { share, code: link.code };
  }

  /** A contest of this week among `people`, by its cohort: ten points a share, two a click, one a reading. */
  contest(people: Person[]) {
    return this.write(async () => {
      const at = new Date(Date.now() - 3_600_000);
      const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
      const { id: cohortId } = await cohortsFactory.cohort(this.db, at, { programmeId: this.programmeId, referentId: this.pilot.id });
      await cohortsFactory.members(this.db, cohortId, people.map(({ id: personId }) => ({ personId, since: at })));
      return contestsFactory.contest(this.db, at, { programmeId: this.programmeId, cohortId, firstDay: days(-2), lastDay: days(5) });
    });
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
