import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type PrincipalKind = 'USER' | 'CLIENT';

/** A person or machine that may act for one member: whether it may, and in which epoch its power stands. */
@Entity('principal')
@Check('principal_kind_check', `kind in ('USER', 'CLIENT')`)
@Index('principal_member_key', ['id', 'memberId'], { unique: true })
@Index('principal_member', ['memberId', 'kind', 'createdAt', 'id'])
export class PrincipalEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  // By name: the member part stands above this one and may not be imported.
  @ForeignKey('MemberEntity', 'id', { name: 'principal_member_id_fkey' })
  @Column({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text' })
  kind!: PrincipalKind;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
