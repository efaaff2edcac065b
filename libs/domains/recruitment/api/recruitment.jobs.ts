import { Inject, Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { Organisations, Person } from '@portevoix/identity/api';
import { dayOf } from '@portevoix/identity/shared';
import { Clock, Config, Cron, Db, Events, Handles, Mailer, type Delivery, type Mail } from '@portevoix/platform';
import { Principles, Programmes } from '@portevoix/programmes/api';
import { isHeld, ProgrammeState } from '@portevoix/programmes/shared';
import { MembershipState } from '@portevoix/recruitment/shared';
import { Applications } from './applications/applications.service';
import { Invitation } from './invitations/invitation.entity';
import { Invitations } from './invitations/invitations.service';
import { sendInvitation } from './recruitment.events';

/** How often a mail that a pause holds looks whether it may leave. */
const PAUSE_MS = 60 * 60_000;

interface Words {
  first: string;
  by: string;
  programme: string;
  cohort: string;
  reason: string | null;
  statement: string | null;
  url: string;
  until: string;
}

const TEXTS = {
  fr: {
    subject: ({ programme }: Words) => `Une invitation à rejoindre ${programme}`,
    body: ({ first, by, programme, cohort, reason, statement, url, until }: Words) =>
      `Bonjour ${first},\n\n${by} vous propose de rejoindre «\u00a0${cohort}\u00a0», dans le programme ${programme}.\n${reason ? `\nPourquoi vous\u00a0: ${reason}\n` : ''}${statement ? `\nLa raison d’être du programme\u00a0:\n«\u00a0${statement}\u00a0»\n` : ''}\nLire la charte et répondre\u00a0:\n${url}\n\nL’invitation attend jusqu’au ${until}. Vous êtes libre\u00a0: si vous ne répondez pas, ou si vous dites non, personne ne le saura.\n`,
  },
  en: {
    subject: ({ programme }: Words) => `An invitation to join ${programme}`,
    body: ({ first, by, programme, cohort, reason, statement, url, until }: Words) =>
      `Hello ${first},\n\n${by} invites you to join “${cohort}”, in the programme ${programme}.\n${reason ? `\nWhy you: ${reason}\n` : ''}${statement ? `\nWhat the programme is for:\n“${statement}”\n` : ''}\nRead the charter and answer:\n${url}\n\nThe invitation waits until ${until}. You are free: if you do not answer, or if you say no, nobody will know.\n`,
  },
};

@Injectable()
export class RecruitmentJobs {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly mailer: Mailer,
    private readonly cohorts: Cohorts,
    private readonly organisations: Organisations,
    private readonly principles: Principles,
    private readonly programmes: Programmes,
    private readonly applications: Applications,
    private readonly invitations: Invitations,
  ) {}

  /** In the person's own language; nothing when it was taken back, answered or ended. In a pause it waits for the relaunch. */
  @Handles(sendInvitation)
  async mail({ invitationId }: { invitationId: string }, { organisationId }: Delivery): Promise<void> {
    if (await this.db.run(organisationId, 'write', () => this.putOff(organisationId, invitationId))) return;
    const mail = await this.db.run(organisationId, 'read', () => this.write(organisationId, invitationId));
    if (mail) await this.mailer.send({ ...mail, key: invitationId });
  }

  @Cron('recruitment.forget', '40 2 * * *')
  async forget(): Promise<void> {
    for (const id of await this.db.organisationIds()) {
      await this.db.run(id, 'write', async () => {
        await this.invitations.forget();
        await this.applications.forget();
      });
    }
  }

  /** True when the programme steps back: the mail is for later, as long as the invitation stands. */
  private async putOff(organisationId: string, id: string): Promise<boolean> {
    const invitation = await this.db.of(Invitation).findOneBy({ organisationId, id, state: MembershipState.INVITED });
    if (!invitation || invitation.expiresAt <= this.clock.now()) return false;
    const { programmeId } = await this.cohorts.byId(invitation.cohortId);
    if ((await this.programmes.byId(programmeId)).state !== ProgrammeState.PAUSED) return false;
    await this.events.send(sendInvitation, { invitationId: id }, { at: new Date(this.clock.now().getTime() + PAUSE_MS) });
    return true;
  }

  private async write(organisationId: string, id: string): Promise<Mail | null> {
    const invitation = await this.db.of(Invitation).findOneBy({ organisationId, id, state: MembershipState.INVITED });
    if (!invitation || invitation.expiresAt <= this.clock.now()) return null;
    const { cohortId, personId, invitedById, rationale, contractBasis, expiresAt } = invitation;
    const person = await this.db.of(Person).findOneByOrFail({ organisationId, id: personId });
    const by = await this.db.of(Person).findOneByOrFail({ organisationId, id: invitedById });
    const cohort = await this.cohorts.byId(cohortId);
    const programme = await this.programmes.byId(cohort.programmeId);
    if (person.deactivatedAt || isHeld(programme.state)) return null;
    const { timeZone } = await this.organisations.current();
    const locale = person.locale === 'en' ? 'en' : 'fr';
    const words: Words = {
      first: person.firstName,
      by: `${by.firstName} ${by.lastName}`,
      programme: programme.name,
      cohort: cohort.name,
      reason: rationale ?? contractBasis,
      statement: (await this.principles.statement(programme.id))?.text ?? null,
      url: `${this.config.PUBLIC_URL}/rejoindre/${id}`,
      until: lastDay(expiresAt, timeZone, locale),
    };
    return { to: person.email, subject: TEXTS[locale].subject(words), text: TEXTS[locale].body(words), headers: { 'X-Entity-Ref-ID': id } };
  }
}

/** The last whole day before the end. */
function lastDay(expiresAt: Date, timeZone: string, locale: string): string {
  const day = new Date(`${dayOf(new Date(expiresAt.getTime() - 1), timeZone)}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
