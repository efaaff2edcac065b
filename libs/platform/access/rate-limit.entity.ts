import { Column, Entity, PrimaryColumn } from 'typeorm';

/** rate-limiter-flexible's table; keys are of the installation, not of one organisation. */
@Entity('rate_limit')
export class RateLimit {
  @PrimaryColumn('varchar', { length: 255 })
  key: string;

  @Column('integer', { default: 0 })
  points: number;

  @Column('bigint', { nullable: true })
  expire: string | null;
}
