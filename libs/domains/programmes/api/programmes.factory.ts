import { newId, type Db } from '@portevoix/platform';
import { ProgrammeAxis, ProgrammeState } from '@portevoix/programmes/shared';
import { Programme } from './programme.entity';

/** Rows for the seed and for tests. */
export const programmesFactory = {
  /** A live programme started on the day of `createdAt` unless `values` say otherwise; inside a write unit. */
  async programme(db: Db, createdAt: Date, values: Partial<Programme> = {}): Promise<Programme> {
    const startsOn = createdAt.toISOString().slice(0, 10);
    const row: Programme = { organisationId: db.organisationId, id: newId(createdAt.getTime()), name: 'Programme', state: ProgrammeState.LIVE, axis: ProgrammeAxis.CORPORATE, startsOn, createdAt, ...values };
    await db.of(Programme).insert(row);
    return row;
  },
};
