import { Injectable } from '@nestjs/common';
import { firstContacts, type UpdateFollowUpInput } from '@portevoix/cohorts/shared';
import { Organisations } from '@portevoix/identity/api';
import { Clock, Db, newId, notFound } from '@portevoix/platform';
import { type Cohort } from '../cohort.entity';
import { isReferent } from '../referents';
import { FollowUp } from './follow-up.entity';

/** Cards of members who are there now: whoever left is on no list. */
const OF_MEMBERS = 'exists (select 1 from cohort_membership m where m.organisation_id = card.organisation_id and m.cohort_id = card.cohort_id and m.person_id = card.person_id and m.until is null)';

@Injectable()
export class FollowUps {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
  ) {}

  /** The next contact first, those that are over last. */
  list(cohortId: string): Promise<FollowUp[]> {
    return this.cards().andWhere('card.cohortId = :cohortId', { cohortId }).orderBy('card.doneAt is not null').addOrderBy('card.nextContactOn').addOrderBy('card.id').getMany();
  }

  /** Open cards of an owner whose day has come, the oldest day first; 100 at most. */
  async due(ownerId: string): Promise<FollowUp[]> {
    const today = await this.organisations.today();
    return this.cards().andWhere('card.ownerId = :ownerId and card.doneAt is null and card.nextContactOn <= :today', { ownerId, today }).orderBy('card.nextContactOn').addOrderBy('card.id').take(100).getMany();
  }

  /** Opens a card for each person who has none, owned by the referent; the number opened. */
  async open(cohort: Cohort, personIds: string[]): Promise<number> {
    if (!personIds.length) return 0;
    const now = this.clock.now();
    const days = firstContacts(await this.organisations.today(), personIds.length);
    const rows = personIds.map((personId, index) => ({ organisationId: cohort.organisationId, id: newId(now.getTime()), cohortId: cohort.id, personId, ownerId: cohort.referentId, nextContactOn: days[index]!, note: '', doneAt: null, createdAt: now }));
    const result = await this.db.of(FollowUp).createQueryBuilder().insert().values(rows).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length;
  }

  async update({ id, ownerId, nextContactOn, note, done }: UpdateFollowUpInput): Promise<FollowUp> {
    const card = await this.cards().andWhere('card.id = :id', { id }).getOne();
    if (!card) throw notFound();
    if (ownerId) await isReferent(this.db, ownerId, 'ownerId');
    const doneAt = done === undefined || done === null ? card.doneAt : done ? (card.doneAt ?? this.clock.now()) : null;
    const change = { ownerId: ownerId ?? card.ownerId, nextContactOn: nextContactOn ?? card.nextContactOn, note: note?.trim() ?? card.note, doneAt };
    await this.db.of(FollowUp).update({ organisationId: card.organisationId, id }, change);
    return Object.assign(card, change);
  }

  /** Cards still open that an owner hands over to the next referent. */
  async handOver(cohortId: string, fromId: string, toId: string): Promise<void> {
    await this.db.query('update follow_up set owner_id = $4 where organisation_id = $1 and cohort_id = $2 and owner_id = $3 and done_at is null', [this.db.organisationId, cohortId, fromId, toId]);
  }

  /** Forgets the card of somebody who is not in the cohort any more. */
  async forget(cohortId: string, personId: string): Promise<void> {
    await this.db.query(
      `delete from follow_up card where organisation_id = $1 and cohort_id = $2 and person_id = $3 and not ${OF_MEMBERS}`,
      [this.db.organisationId, cohortId, personId],
    );
  }

  /** Forgets the cards of everybody who left before an instant and did not come back. */
  async forgetLeavers(before: Date): Promise<void> {
    await this.db.query(
      `delete from follow_up card where organisation_id = $1 and not ${OF_MEMBERS} and not exists
        (select 1 from cohort_membership m where m.organisation_id = card.organisation_id and m.cohort_id = card.cohort_id and m.person_id = card.person_id and m.until > $2)`,
      [this.db.organisationId, before],
    );
  }

  private cards() {
    return this.db.of(FollowUp).createQueryBuilder('card').where('card.organisationId = :organisation', { organisation: this.db.organisationId }).andWhere(OF_MEMBERS);
  }
}
