import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Says that one reaction has handled one event; written in the transaction of its effects. */
@Entity('reaction_receipt')
export class ReactionReceipt {
  @PrimaryColumn('uuid')
  organisationId: string;

  /** Derived from the queue and the event. */
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'timestamptz', precision: 3 })
  handledAt: Date;
}
