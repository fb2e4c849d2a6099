import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, DisputeId, MemberId, UserId } from '../../common/id.js';

/** A row of `dispute_filer`: who filed a dispute. Never changed. */
@Entity('dispute_filer')
@Index('dispute_filer_reference_key', ['memberId', 'clientReference'], {
  unique: true,
  where: 'on_behalf_of is null',
})
@Index('dispute_filer_request_key', ['filedBy', 'clientReference'], {
  unique: true,
  where: 'on_behalf_of is not null',
})
export class DisputeFilerEntity {
  @ForeignKey('DisputeEntity', { name: 'dispute_filer_dispute_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_filer_pkey' })
  disputeId!: DisputeId;

  @ForeignKey('MemberEntity', { name: 'dispute_filer_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @ForeignKey('PrincipalEntity', { name: 'dispute_filer_filed_by_fkey' })
  @Column('uuid')
  filedBy!: UserId | ClientId;

  @Column('text')
  clientReference!: string;

  @Column('bytea')
  contentHash!: Buffer;

  @Column('text', { nullable: true })
  ownReference!: string | null;

  @Column('text', { nullable: true })
  onBehalfOf!: string | null;

  @Column('boolean')
  disclosed!: boolean;
}
