import { Injectable } from '@nestjs/common';
import { Organisations } from '@portevoix/identity/api';
import { addDays } from '@portevoix/identity/shared';
import { badInput, Db, DomainError, notFound } from '@portevoix/platform';
import { checkPhases, PhaseProblem, phasesOn, type PhaseKind, type SetPhasesInput } from '@portevoix/programmes/shared';
import { In } from 'typeorm';
import { Phase, Programme } from './programme.entity';

@Injectable()
export class Phases {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
  ) {}

  /** In the order of their dates. */
  of(programmeId: string): Promise<Phase[]> {
    return this.loader.load(programmeId);
  }

  /** The phase that runs today, in the organisation's time zone, and the next one. */
  async now(programmeId: string): Promise<{ current: Phase | null; next: Phase | null }> {
    return phasesOn(await this.of(programmeId), await this.organisations.today());
  }

  /** Replaces the track; phases keep their ids. BAD_INPUT when two overlap or one ends before it starts. */
  async set({ programmeId, phases }: SetPhasesInput): Promise<Phase[]> {
    const { organisationId } = this.db;
    await this.db.query('select 1 from programme where organisation_id = $1 and id = $2 for update', [organisationId, programmeId]);
    if (!(await this.db.of(Programme).existsBy({ organisationId, id: programmeId }))) throw notFound();
    const problems = checkPhases(phases.map(({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn ?? null })));
    if (problems.length) {
      const rules = { [PhaseProblem.OVERLAPS]: 'phaseOverlaps', [PhaseProblem.ENDS_BEFORE_START]: 'endsBeforeStart' };
      throw new DomainError('BAD_INPUT', {}, problems.map(({ index, field, problem }) => ({ path: `phases.${index}.${field}`, rule: rules[problem], params: {} })));
    }
    const known = new Map((await this.of(programmeId)).map((phase) => [phase.id, phase]));
    const rows = phases.map(({ id, name, kind, purpose, startsOn, endsOn }, index) => {
      const old = id ? known.get(id) : undefined;
      if (id && !old) throw badInput(`phases.${index}.id`, 'isKnown');
      return { ...(old ?? { ...this.db.key(), programmeId, resumesId: null }), name, kind, purpose: purpose?.trim() ?? '', startsOn, endsOn: endsOn ?? null };
    });
    const kept = new Set(rows.map(({ id }) => id));
    const removed = [...known.keys()].filter((id) => !kept.has(id));
    if (removed.length) await this.remove(removed);
    await this.db.of(Phase).upsert(rows.map((row) => ({ ...row, resumesId: row.resumesId && kept.has(row.resumesId) ? row.resumesId : null })), ['organisationId', 'id']);
    this.loader.clear(programmeId);
    return this.of(programmeId);
  }

  /**
   * Opens a phase today, linked to the one that it resumes, which ends the day before (a phase that started today keeps
   * its day, and the new one starts tomorrow). BAD_INPUT when the next phase leaves no day for it.
   */
  async openToday(programmeId: string, { name, kind }: { name: string; kind: PhaseKind }): Promise<Phase> {
    const { organisationId } = this.db;
    const today = await this.organisations.today();
    const phases = await this.of(programmeId);
    const { current, next } = phasesOn(phases, today);
    const startsOn = current?.startsOn === today ? addDays(today, 1) : today;
    if (next && next.startsOn <= startsOn) throw badInput('phaseName', 'phaseOverlaps');
    const resumed = current ?? phases.findLast((phase) => phase.startsOn <= today) ?? null;
    if (current) await this.db.of(Phase).update({ organisationId, id: current.id }, { endsOn: addDays(startsOn, -1) });
    const endsOn = next ? addDays(next.startsOn, -1) : null;
    const phase = this.db.of(Phase).create({ ...this.db.key(), programmeId, name, kind, purpose: '', startsOn, endsOn, resumesId: resumed?.id ?? null });
    await this.db.of(Phase).insert(phase);
    this.loader.clear(programmeId);
    return phase;
  }

  private async remove(ids: string[]): Promise<void> {
    const { organisationId } = this.db;
    await this.db.of(Phase).update({ organisationId, resumesId: In(ids) }, { resumesId: null });
    await this.db.of(Phase).delete({ organisationId, id: In(ids) });
  }

  private get loader() {
    return this.db.loader<string, Phase[]>('programmes.phases', async (ids) => {
      const rows = await this.db.of(Phase).find({ where: { organisationId: this.db.organisationId, programmeId: In([...ids]) }, order: { startsOn: 'ASC', id: 'ASC' } });
      return ids.map((id) => rows.filter(({ programmeId }) => programmeId === id));
    });
  }
}
