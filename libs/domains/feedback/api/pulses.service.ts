import { Injectable } from '@nestjs/common';
import { Publications } from '@portevoix/content/api';
import { PublicationStatus } from '@portevoix/content/shared';
import { choicesOf, PulseScope, type AnswerPulseInput, type OpenPulseInput, type PulseChoice } from '@portevoix/feedback/shared';
import { Organisations } from '@portevoix/identity/api';
import { badInput, Clock, Db, DomainError, Events, notFound, pageById, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { In, IsNull } from 'typeorm';
import { feedbackGiven } from './feedback.events';
import { Pulse, PulseAnswer } from './pulse.entity';

/** Opening, closing and answering pulses. */
@Injectable()
export class Pulses {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly programmes: Programmes,
    private readonly publications: Publications,
  ) {}

  /** NOT_FOUND for an unknown id. */
  async byId(id: string): Promise<Pulse> {
    const pulse = await this.db.of(Pulse).findOneBy({ organisationId: this.db.organisationId, id });
    if (!pulse) throw notFound();
    return pulse;
  }

  /** Pulses on the programme, and on publications once somebody answered; newest first. */
  list(page: PageArgs): Promise<Connection<Pulse>> {
    const query = this.db.of(Pulse).createQueryBuilder('pulse').where('pulse.organisation_id = :organisation', { organisation: this.db.organisationId });
    query.andWhere(`(pulse.scope = 'PROGRAMME' or exists (select 1 from pulse_answer a where a.organisation_id = pulse.organisation_id and a.pulse_id = pulse.id))`);
    return pageById(query, page);
  }

  /** Pulses on the programme that can be answered today; nobody is asked in a pause. */
  async mine(): Promise<Pulse[]> {
    const pulses = await this.db.of(Pulse).find({ where: { organisationId: this.db.organisationId, scope: PulseScope.PROGRAMME, closedAt: IsNull() }, order: { opensOn: 'DESC', id: 'DESC' } });
    const open = await Promise.all(pulses.map(async (pulse) => (await this.isOpen(pulse)) && !(await this.programmes.isHeld(pulse.programmeId))));
    return pulses.filter((_, index) => open[index]);
  }

  /** The pulse of a publication that the viewer may see; null when it has none or when it is closed. */
  async ofPublication(viewer: Viewer, publicationId: string): Promise<Pulse | null> {
    await this.publications.visibleTo(viewer, publicationId);
    const pulse = await this.db.of(Pulse).findOneBy({ organisationId: this.db.organisationId, publicationId });
    return pulse && (await this.isOpen(pulse)) ? pulse : null;
  }

  /** Whether it takes answers today. */
  async isOpen({ opensOn, closesOn, closedAt }: Pulse): Promise<boolean> {
    const today = await this.organisations.today();
    return closedAt === null && opensOn <= today && (closesOn === null || today <= closesOn);
  }

  /** The viewer's own answer, batched. */
  myAnswer(viewer: Viewer, pulseId: string): Promise<PulseAnswer | null> {
    return this.db
      .loader<string, PulseAnswer | null>(`feedback.answer.${viewer.personId}`, async (ids) => {
        const rows = await this.db.of(PulseAnswer).findBy({ organisationId: this.db.organisationId, personId: viewer.personId, pulseId: In([...ids]) });
        return ids.map((id) => rows.find((row) => row.pulseId === id) ?? null);
      })
      .load(pulseId);
  }

  /** Two pulses on the programme never overlap; the one of a publication is opened again. PROGRAMME_PAUSED in a pause. */
  async open(input: OpenPulseInput): Promise<Pulse> {
    const { id: programmeId } = await this.programmes.locked((await this.programmes.current()).id);
    await this.programmes.mustNotBeHeld(programmeId);
    const opensOn = input.opensOn ?? (await this.organisations.today());
    if (input.closesOn && input.closesOn < opensOn) throw badInput('closesOn', 'isAfterStart');
    return input.scope === PulseScope.PUBLICATION ? this.openOnPublication(input.publicationId, opensOn, input.closesOn ?? null) : this.openOnProgramme(programmeId, opensOn, input.closesOn);
  }

  private async openOnProgramme(programmeId: string, opensOn: string, closesOn?: string): Promise<Pulse> {
    if (!closesOn) throw badInput('closesOn', 'isNotEmpty');
    const overlapping = await this.db.query(
      `select 1 from pulse where organisation_id = $1 and programme_id = $2 and scope = 'PROGRAMME' and closed_at is null and opens_on <= $4 and closes_on >= $3 limit 1`,
      [this.db.organisationId, programmeId, opensOn, closesOn],
    );
    if (overlapping.length) throw badInput('opensOn', 'overlaps');
    return this.insert({ programmeId, scope: PulseScope.PROGRAMME, publicationId: null, opensOn, closesOn });
  }

  private async openOnPublication(publicationId: string | undefined, opensOn: string, closesOn: string | null): Promise<Pulse> {
    if (!publicationId) throw badInput('publicationId', 'isNotEmpty');
    const publication = await this.publications.byId(publicationId);
    if (publication.status !== PublicationStatus.PUBLISHED) throw badInput('publicationId', 'isPublished');
    const { organisationId } = this.db;
    const known = await this.db.of(Pulse).findOneBy({ organisationId, publicationId });
    if (!known) return this.insert({ programmeId: publication.programmeId, scope: PulseScope.PUBLICATION, publicationId, opensOn, closesOn });
    await this.db.of(Pulse).update({ organisationId, id: known.id }, { opensOn, closesOn, closedAt: null });
    return Object.assign(known, { opensOn, closesOn, closedAt: null });
  }

  /** Each publication that comes out can be answered about, once. */
  async openForNew(publicationId: string): Promise<void> {
    const { organisationId } = this.db;
    const { programmeId } = await this.publications.byId(publicationId);
    if (await this.db.of(Pulse).existsBy({ organisationId, publicationId })) return;
    await this.insert({ programmeId, scope: PulseScope.PUBLICATION, publicationId, opensOn: await this.organisations.today(), closesOn: null });
  }

  private async insert(values: Pick<Pulse, 'programmeId' | 'scope' | 'publicationId' | 'opensOn' | 'closesOn'>): Promise<Pulse> {
    const pulse = this.db.of(Pulse).create({ ...this.db.key(), ...values, closedAt: null, createdAt: this.clock.now() });
    await this.db.of(Pulse).insert(pulse);
    return pulse;
  }

  /** Closing twice is closing once. */
  async close(id: string): Promise<Pulse> {
    const pulse = await this.byId(id);
    const closedAt = pulse.closedAt ?? this.clock.now();
    await this.db.of(Pulse).update({ organisationId: pulse.organisationId, id }, { closedAt });
    return Object.assign(pulse, { closedAt });
  }

  /** Writes or changes the viewer's answer. NOT_FOUND for a publication that they may not see; PULSE_CLOSED after its end. */
  async answer(viewer: Viewer, { pulseId, works, doesNotWork, comment = '' }: AnswerPulseInput): Promise<Pulse> {
    const pulse = await this.byId(pulseId);
    if (pulse.publicationId) await this.publications.visibleTo(viewer, pulse.publicationId);
    if (!(await this.isOpen(pulse))) throw new DomainError('PULSE_CLOSED');
    const words = comment.trim();
    this.check(pulse.scope, { works, doesNotWork }, words);
    const { organisationId, id } = this.db.key();
    const rows = await this.db.query<{ isNew: boolean }>(
      `with saved as (
         insert into pulse_answer (organisation_id, id, pulse_id, person_id, works, does_not_work, comment, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (organisation_id, pulse_id, person_id) do update set works = excluded.works, does_not_work = excluded.does_not_work, comment = excluded.comment
         returning id) select id = $2 as "isNew" from saved`,
      [organisationId, id, pulseId, viewer.personId, works, doesNotWork, words, this.clock.now()],
    );
    if (rows[0]?.isNew) await this.events.publish(feedbackGiven, { personId: viewer.personId, publicationId: pulse.publicationId });
    return pulse;
  }

  private check(scope: PulseScope, answer: Record<'works' | 'doesNotWork', PulseChoice[]>, words: string): void {
    const offered = new Set(choicesOf(scope));
    for (const field of ['works', 'doesNotWork'] as const) {
      if (answer[field].some((choice) => !offered.has(choice))) throw badInput(field, 'isOffered');
    }
    if (!answer.works.length && !answer.doesNotWork.length && !words) throw badInput('works', 'isAnswered');
  }
}
