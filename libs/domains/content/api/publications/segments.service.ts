import { Injectable } from '@nestjs/common';
import { Cohorts } from '@portevoix/cohorts/api';
import { People } from '@portevoix/identity/api';
import { Db } from '@portevoix/platform';

/** Cohorts and groups that a person belongs to now. */
export interface Segments {
  cohortIds: string[];
  groupIds: string[];
}

/** SQL: publication `p` is for everybody, or for one of the cohorts `$cohorts` or groups `$groups` (uuid arrays). */
export const targetedAt = (publication: string, cohorts: string, groups: string) => `(
  not exists (select 1 from publication_target t where t.organisation_id = ${publication}.organisation_id and t.publication_id = ${publication}.id)
  or exists (select 1 from publication_target t where t.organisation_id = ${publication}.organisation_id and t.publication_id = ${publication}.id
              and (t.cohort_id = any(${cohorts}::uuid[]) or t.group_id = any(${groups}::uuid[]))))`;

@Injectable()
export class SegmentsOf {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly cohorts: Cohorts,
  ) {}

  /** Asked once per operation and person. */
  person(personId: string): Promise<Segments> {
    return this.db.loader<string, Segments>('content.segments', (ids) => Promise.all(ids.map((id) => this.load(id)))).load(personId);
  }

  private async load(personId: string): Promise<Segments> {
    const [cohortIds, groups] = await Promise.all([this.cohorts.cohortIdsOf(personId), this.people.groupsOf(personId)]);
    return { cohortIds, groupIds: groups.map(({ id }) => id) };
  }
}
