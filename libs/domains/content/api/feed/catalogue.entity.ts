import { Organisation } from '@portevoix/identity/api';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Grows by one with each statement that changes publications, their themes or targets, or a theme: triggers of the
 * migration write it, whoever makes the change. A process whose copy has this version has what is committed.
 */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
export class ContentVersion {
  @PrimaryColumn('uuid')
  organisationId: string;

  @Column('integer')
  version: number;
}

/** The version with which a publication last changed, one that is gone included: what a copy has to read again. */
@Entity()
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { onDelete: 'CASCADE' })
@Index('publication_change_since', ['organisationId', 'version'])
export class PublicationChange {
  @PrimaryColumn('uuid')
  organisationId: string;

  @PrimaryColumn('uuid')
  publicationId: string;

  @Column('integer')
  version: number;
}
