import { Inject, Injectable } from '@nestjs/common';
import { Config, Cron, Db, FileStore, Handles, Mailer, type Delivery } from '@portevoix/platform';
import { IsNull } from 'typeorm';
import { removeFile, sendSignInLink } from './identity.events';
import { Organisation } from './organisation.entity';
import { Person } from './person.entity';
import { PictureFiles } from './pictures/picture-files.service';
import { joinToken, linkCode, linkSecret } from './sign-in/secrets';
import { SignInLink } from './sign-in/session.entity';
import { LINK_MS } from './sign-in/sign-in-links.service';

const TEXTS = {
  fr: {
    subject: (name: string) => `Votre lien de connexion à ${name}`,
    body: (first: string, url: string, code: string) => `Bonjour ${first},\n\nVoici votre lien de connexion, valable 15 minutes dans le navigateur où vous l’avez demandé\u00a0:\n\n${url}\n\nVous pouvez aussi saisir ce code dans l’onglet resté ouvert\u00a0: ${code}\n\nVous n’avez rien demandé\u202f? Ignorez ce message\u00a0: personne ne peut s’en servir depuis un autre appareil.\n`,
  },
  en: {
    subject: (name: string) => `Your sign-in link for ${name}`,
    body: (first: string, url: string, code: string) => `Hello ${first},\n\nHere is your sign-in link, valid for 15 minutes in the browser where you asked for it:\n\n${url}\n\nYou may also type this code in the tab that you left open: ${code}\n\nYou did not ask for it? Ignore this message: nobody can use it from another device.\n`,
  },
};

@Injectable()
export class IdentityJobs {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly files: FileStore,
    private readonly pictures: PictureFiles,
  ) {}

  @Handles(sendSignInLink)
  async mailLink({ personId, browser }: { personId: string; browser: string }, { eventId: linkId, organisationId, occurredAt }: Delivery): Promise<void> {
    const found = await this.db.run(organisationId, 'write', async () => {
      const person = await this.db.of(Person).findOneBy({ organisationId, id: personId, deactivatedAt: IsNull() });
      if (!person) return null;
      const link = { organisationId, id: linkId, personId, browserHash: Buffer.from(browser, 'base64'), createdAt: occurredAt, expiresAt: new Date(occurredAt.getTime() + LINK_MS), usedAt: null };
      // Begun again after a crash, the job finds its link.
      await this.db.of(SignInLink).createQueryBuilder().insert().values(link).orIgnore().execute();
      return { person, organisation: await this.db.of(Organisation).findOneByOrFail({ id: organisationId }) };
    });
    if (!found) return;
    const { person, organisation } = found;
    const key = this.config.PORTEVOIX_SECRET;
    const token = joinToken(organisationId, `${linkId}-${linkSecret(key, linkId)}`);
    const texts = person.locale === 'en' ? TEXTS.en : TEXTS.fr;
    const url = `${this.config.PUBLIC_URL}/connexion/lien?token=${token}`;
    await this.mailer.send({ to: person.email, subject: texts.subject(organisation.name), text: texts.body(person.firstName, url, linkCode(key, linkId)), headers: { 'X-Entity-Ref-ID': linkId }, key: linkId });
  }

  @Cron('identity.sweep-pictures', '17 3 * * *')
  async sweep(): Promise<void> {
    await this.pictures.sweep();
  }

  @Handles(removeFile)
  async removeFile({ key }: { key: string }): Promise<void> {
    await this.files.remove(key);
  }
}
