import { Injectable } from '@nestjs/common';
import { Organisations } from '@portevoix/identity/api';
import { badInput, Clock, Db, DomainError, Events, notFound, type Viewer } from '@portevoix/platform';
import { isHeld, isRunning, moveProgramme, PhaseKind, ProgrammeAction, ProgrammeState, type CreateProgrammeInput, type MoveProgrammeInput, type UpdateProgrammeInput } from '@portevoix/programmes/shared';
import { Phases } from './phases.service';
import { Programme, ProgrammeTransition } from './programme.entity';
import { programmeMoved } from './programmes.events';

@Injectable()
export class Programmes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly phases: Phases,
  ) {}

  /** The programme under way (live, relaunched or paused), else the newest; PROGRAMME_MISSING when there is none. */
  async current(): Promise<Programme> {
    const programme = await this.currentOrNull();
    if (!programme) throw new DomainError('PROGRAMME_MISSING');
    return programme;
  }

  /** As `current`, null when there is none. */
  async currentOrNull(): Promise<Programme | null> {
    const programmes = await this.list();
    const underWay = programmes.find(({ state }) => isRunning(state)) ?? programmes.find(({ state }) => state === ProgrammeState.PAUSED);
    return underWay ?? programmes[0] ?? null;
  }

  /** Newest first. */
  list(): Promise<Programme[]> {
    return this.db.of(Programme).find({ where: { organisationId: this.db.organisationId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** NOT_FOUND for an unknown id. */
  async byId(id: string): Promise<Programme> {
    const programme = await this.db.of(Programme).findOneBy({ organisationId: this.db.organisationId, id });
    if (!programme) throw notFound();
    return programme;
  }

  /** Whether its invitations, contests and nudges may go out now. */
  async isRunning(id: string): Promise<boolean> {
    return isRunning((await this.byId(id)).state);
  }

  /** Whether it steps back, or is over: what was to go out waits. */
  async isHeld(id: string): Promise<boolean> {
    return isHeld((await this.byId(id)).state);
  }

  /** PROGRAMME_PAUSED while it steps back or is over: for what somebody wants to send in its name. */
  async mustNotBeHeld(id: string): Promise<void> {
    const { state } = await this.byId(id);
    if (isHeld(state)) throw new DomainError('PROGRAMME_PAUSED', { state });
  }

  async create({ name, axis, startsOn }: CreateProgrammeInput): Promise<Programme> {
    const programme = this.db.of(Programme).create({ ...this.db.key(), name, axis, state: ProgrammeState.DRAFT, startsOn: startsOn ?? (await this.organisations.today()), createdAt: this.clock.now() });
    await this.db.of(Programme).insert(programme);
    return programme;
  }

  async update({ id, name, axis, startsOn }: UpdateProgrammeInput): Promise<Programme> {
    const programme = await this.byId(id);
    const change = { name: name ?? programme.name, axis: axis ?? programme.axis, startsOn: startsOn ?? programme.startsOn };
    await this.db.of(Programme).update({ organisationId: programme.organisationId, id }, change);
    return Object.assign(programme, change);
  }

  /** PROGRAMME_STATE when the action is not possible from the programme's state. */
  async move(viewer: Viewer, { id, action, note, phaseName }: MoveProgrammeInput): Promise<Programme> {
    const programme = await this.locked(id);
    const { organisationId, state: from } = programme;
    const to = moveProgramme(from, action);
    if (!to) throw new DomainError('PROGRAMME_STATE', { state: from, action });
    if (action === ProgrammeAction.RELAUNCH) {
      if (!phaseName?.trim()) throw badInput('phaseName', 'isNotEmpty');
      await this.phases.openToday(id, { name: phaseName.trim(), kind: PhaseKind.RELAUNCH });
    }
    await this.db.of(Programme).update({ organisationId, id }, { state: to });
    const transition = { ...this.db.key(), programmeId: id, from, to, byId: viewer.personId, note: note?.trim() || null, createdAt: this.clock.now() };
    await this.db.of(ProgrammeTransition).insert(transition);
    await this.events.publish(programmeMoved, { programmeId: id, from, to });
    return Object.assign(programme, { state: to });
  }

  /** How many times it was relaunched. */
  relaunches(programmeId: string): Promise<number> {
    return this.db.of(ProgrammeTransition).countBy({ organisationId: this.db.organisationId, programmeId, to: ProgrammeState.RELAUNCHED });
  }

  /** Changes of state, oldest first. */
  history(programmeId: string): Promise<ProgrammeTransition[]> {
    return this.db.of(ProgrammeTransition).find({ where: { organisationId: this.db.organisationId, programmeId }, order: { id: 'ASC' } });
  }

  /** The programme, kept to this unit until it ends: two changes of state or of version never cross. */
  async locked(id: string): Promise<Programme> {
    await this.db.query('select 1 from programme where organisation_id = $1 and id = $2 for update', [this.db.organisationId, id]);
    return this.byId(id);
  }
}
