import { Injectable } from '@nestjs/common';
import { memberLeft } from '@portevoix/cohorts/api';
import { PointSource } from '@portevoix/contests/shared';
import { publicationRead } from '@portevoix/content/api';
import { personDeactivated } from '@portevoix/identity/api';
import { Db, On, type Delivery } from '@portevoix/platform';
import { clickCounted, Share, shareDeclared, shareRetracted } from '@portevoix/sharing/api';
import { Ranking } from '../ranking/ranking.service';
import { Awards } from './awards.service';

/** What members do elsewhere, as points here. Events may come late, twice, or in another order. */
@Injectable()
export class PointsReactions {
  constructor(
    private readonly db: Db,
    private readonly awards: Awards,
    private readonly ranking: Ranking,
  ) {}

  @On(shareDeclared, 'contests.award-share')
  async awardShare({ shareId }: { shareId: string }): Promise<void> {
    const share = await this.shareAsItIs(shareId);
    if (!share?.declaredAt) return;
    const { personId, publicationId, network, declaredAt: at } = share;
    await this.awards.award({ source: PointSource.DECLARED_SHARE, sourceId: shareId, shareId, personId, publicationId, network, at });
  }

  @On(shareRetracted, 'contests.take-back-share')
  async takeBackShare({ shareId }: { shareId: string }): Promise<void> {
    const share = await this.shareAsItIs(shareId);
    if (!share?.declaredAt) await this.awards.takeBackShare(shareId);
  }

  @On(clickCounted, 'contests.award-click')
  async awardClick({ clickId, shareId, personId, publicationId, network, at }: NonNullable<(typeof clickCounted)['payload']>): Promise<void> {
    await this.awards.award({ source: PointSource.VALID_CLICK, sourceId: clickId, shareId, personId, publicationId, network, at: new Date(at) });
  }

  @On(publicationRead, 'contests.award-reading')
  async awardReading({ publicationId, personId }: { publicationId: string; personId: string }, { occurredAt }: Delivery): Promise<void> {
    await this.awards.award({ source: PointSource.READ, sourceId: publicationId, shareId: null, network: null, personId, publicationId, at: occurredAt });
  }

  @On(memberLeft, 'contests.leave-rankings')
  async leaveRankings({ personId, cohortId }: { personId: string; cohortId: string }): Promise<void> {
    await this.ranking.forget(personId, cohortId);
  }

  @On(personDeactivated, 'contests.forget-person')
  async forgetPerson({ personId }: { personId: string }): Promise<void> {
    await this.ranking.forget(personId, null);
  }

  /** The share as it stands, kept still: a declaration and its retraction, whichever comes first, end alike. */
  private async shareAsItIs(id: string): Promise<Share | null> {
    const { organisationId } = this.db;
    await this.db.query('select 1 from share where organisation_id = $1 and id = $2 for update', [organisationId, id]);
    return this.db.of(Share).findOneBy({ organisationId, id });
  }
}
