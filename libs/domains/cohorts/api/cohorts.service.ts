import { Injectable } from '@nestjs/common';
import { checkOrigin, RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { People } from '@portevoix/identity/api';
import { badInput, Clock, Db, Events, notFound } from '@portevoix/platform';
import { In, IsNull } from 'typeorm';
import { Cohort, CohortMembership } from './cohort.entity';
import { memberJoined, memberLeft } from './cohorts.events';
import { FollowUps } from './follow-ups/follow-ups.service';

export interface NewMember {
  cohortId: string;
  personId: string;
  origin: RecruitmentOrigin;
  /** Required for a mission (why this person) and for a contractual duty (its basis). */
  rationale?: string | null;
  /** Now when it is not given. */
  at?: Date;
}

const AT = 'since <= $3 and (until is null or until > $3)';

/** Cohorts, and who is in them at any instant. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly followUps: FollowUps,
    private readonly people: People,
  ) {}

  /** NOT_FOUND for an unknown id. */
  async byId(id: string): Promise<Cohort> {
    const cohort = await this.loader.load(id);
    if (!cohort) throw notFound();
    return cohort;
  }

  /** The cohort, kept to this unit until it ends: two changes of its plan or launch never cross. */
  async locked(id: string): Promise<Cohort> {
    await this.db.query('select 1 from cohort where organisation_id = $1 and id = $2 for update', [this.db.organisationId, id]);
    this.loader.clear(id);
    return this.byId(id);
  }

  /** Null for an unknown id; batched. */
  get loader() {
    return this.db.loader<string, Cohort | null>('cohorts.cohort', async (ids) => {
      const rows = await this.db.of(Cohort).findBy({ organisationId: this.db.organisationId, id: In([...ids]) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }

  /** Oldest start first; of every programme, or of one. */
  list(programmeId?: string): Promise<Cohort[]> {
    return this.db.of(Cohort).find({ where: { organisationId: this.db.organisationId, ...(programmeId ? { programmeId } : {}) }, order: { startsOn: 'ASC', wave: 'ASC', id: 'ASC' } });
  }

  /** Every wave of the cohort's roll-out, in order; empty outside of one. */
  wavesOf({ organisationId, id, wave, firstWaveId }: Cohort): Promise<Cohort[]> {
    if (wave === null) return Promise.resolve([]);
    const first = firstWaveId ?? id;
    return this.db.of(Cohort).find({ where: [{ organisationId, id: first }, { organisationId, firstWaveId: first }], order: { wave: 'ASC' } });
  }

  /** Cohorts that the person is in at an instant (now when it is not given), the latest joined first. */
  async cohortIdsOf(personId: string, at: Date = this.clock.now()): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`select cohort_id as id from cohort_membership where organisation_id = $1 and person_id = $2 and ${AT} order by since desc, id desc`, [this.db.organisationId, personId, at]);
    return rows.map(({ id }) => id);
  }

  /** Members at an instant (now when it is not given). */
  async memberIds(cohortId: string, at: Date = this.clock.now()): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`select person_id as id from cohort_membership where organisation_id = $1 and cohort_id = $2 and ${AT} order by since, id`, [this.db.organisationId, cohortId, at]);
    return rows.map(({ id }) => id);
  }

  /** Number of members now, batched. */
  get sizes() {
    return this.db.loader<string, number>('cohorts.size', async (ids) => {
      const rows = await this.db.query<{ id: string; members: number }>(
        'select cohort_id as id, count(*)::int as members from cohort_membership where organisation_id = $1 and cohort_id = any($2) and until is null group by 1',
        [this.db.organisationId, [...ids]],
      );
      const byId = new Map(rows.map(({ id, members }) => [id, members]));
      return ids.map((id) => byId.get(id) ?? 0);
    });
  }

  /**
   * Makes the person a member and an ambassador. Only on the person's own acceptance: whoever calls this has seen it.
   * Twice is once. NOT_FOUND for an unknown cohort or person; BAD_INPUT without the rationale that the origin requires.
   */
  async addMember({ cohortId, personId, origin, rationale, at = this.clock.now() }: NewMember): Promise<CohortMembership> {
    if (checkOrigin(origin, { rationale, contractBasis: rationale })) throw badInput('rationale', 'isNotEmpty');
    const cohort = await this.byId(cohortId);
    const { organisationId } = cohort;
    await this.people.byId(personId);
    await this.lockPerson(personId);
    const open = await this.db.of(CohortMembership).findOneBy({ organisationId, cohortId, personId, until: IsNull() });
    if (open) return open;
    const row = this.db.of(CohortMembership).create({ ...this.db.key(), cohortId, personId, origin, rationale: rationale?.trim() || null, since: at, until: null, createdAt: this.clock.now() });
    await this.db.of(CohortMembership).insert(row);
    if (cohort.plan) await this.followUps.open(cohort, [personId]);
    await this.people.setAmbassador(personId, true);
    await this.events.publish(memberJoined, { cohortId, personId, origin });
    return row;
  }

  /** Ends the membership, if there is one, and the role with the last one. */
  async endMembership({ cohortId, personId, at = this.clock.now() }: { cohortId: string; personId: string; at?: Date }): Promise<void> {
    await this.end(personId, { cohortId, at });
  }

  /** Ends every membership of the person; the cohorts left. */
  endAll(personId: string, at: Date = this.clock.now()): Promise<string[]> {
    return this.end(personId, { at });
  }

  /** Opens again what `endAll` ended at or after `since`; the cohorts found again. */
  async restore(personId: string, since: Date): Promise<string[]> {
    const { organisationId } = this.db;
    await this.lockPerson(personId);
    const rows = await this.db.query<{ cohort_id: string; origin: RecruitmentOrigin }>(
      `with opened as (update cohort_membership m set until = null
        where organisation_id = $1 and person_id = $2 and until >= $3
          and until = (select max(until) from cohort_membership where organisation_id = $1 and person_id = $2)
          and not exists (select 1 from cohort_membership o where o.organisation_id = $1 and o.person_id = $2 and o.cohort_id = m.cohort_id and o.until is null)
        returning cohort_id, origin) select * from opened`,
      [organisationId, personId, since],
    );
    if (!rows.length) return [];
    await this.people.setAmbassador(personId, true);
    await this.events.publishAll(memberJoined, rows.map(({ cohort_id: cohortId, origin }) => ({ cohortId, personId, origin })));
    return rows.map(({ cohort_id: id }) => id);
  }

  /** Members of `from` among `personIds` go on in `to`, with their origin; those who are in `to` already just end in `from`. */
  async transfer(from: Cohort, to: Cohort, personIds: string[]): Promise<void> {
    const { organisationId } = this.db;
    const now = this.clock.now();
    const rows = await this.db.of(CohortMembership).findBy({ organisationId, cohortId: from.id, personId: In(personIds), until: IsNull() });
    if (rows.length !== personIds.length) throw badInput('personIds', 'isMember');
    for (const { personId, origin, rationale } of rows) {
      await this.addMember({ cohortId: to.id, personId, origin, rationale, at: now });
      await this.endMembership({ cohortId: from.id, personId, at: now });
      await this.followUps.forget(from.id, personId);
    }
  }

  private async end(personId: string, { cohortId, at }: { cohortId?: string; at: Date }): Promise<string[]> {
    const { organisationId } = this.db;
    await this.lockPerson(personId);
    const rows = await this.db.query<{ cohort_id: string }>(
      `with ended as (update cohort_membership set until = greatest(since, $3)
        where organisation_id = $1 and person_id = $2 and until is null and ($4::uuid is null or cohort_id = $4)
        returning cohort_id) select * from ended`,
      [organisationId, personId, at, cohortId ?? null],
    );
    if (!(await this.db.of(CohortMembership).existsBy({ organisationId, personId, until: IsNull() }))) await this.people.setAmbassador(personId, false);
    await this.events.publishAll(memberLeft, rows.map(({ cohort_id: left }) => ({ cohortId: left, personId })));
    return rows.map(({ cohort_id: id }) => id);
  }

  /** Two changes of one person's memberships and role never cross. */
  private async lockPerson(personId: string): Promise<void> {
    await this.db.query('select 1 from person where organisation_id = $1 and id = $2 for update', [this.db.organisationId, personId]);
  }
}
