import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { MemberId, UserId } from '../../common/id.js';

/** A row of `hotline_telephone`: by which number a hotline is called when a child is at risk. */
@Entity('hotline_telephone')
@Check('hotline_telephone_check', `telephone ~ '^[+][1-9][0-9]{3,14}$'`)
export class HotlineTelephoneEntity {
  @ForeignKey('MemberEntity', { name: 'hotline_telephone_member_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hotline_telephone_pkey' })
  memberId!: MemberId;

  /** E.164. */
  @Column('text')
  telephone!: string;

  @ForeignKey('PrincipalEntity', { name: 'hotline_telephone_changed_by_fkey' })
  @Column('uuid')
  changedBy!: UserId;

  @Column('timestamptz')
  changedAt!: Date;
}
