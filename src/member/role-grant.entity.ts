import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { RoleGrantStatus } from './role-grant.js';

/** That a person is to get roles of the coalition: asked for by one of its admins, approved by another. */
@Entity('role_grant')
@Check('role_grant_status_check', "status in ('OPEN', 'GRANTED', 'WITHDRAWN')")
@Index('role_grant_open_key', ['userId'], { unique: true, where: "status = 'OPEN'" })
@Index('role_grant_status', ['status', 'askedAt', 'id'])
export class RoleGrantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grant_pkey' })
  id!: string;

  @ForeignKey('AppUserEntity', { name: 'role_grant_user_id_fkey' })
  @Column('uuid')
  userId!: string;

  @Column('text', { array: true })
  fromRoles!: string[];

  @Column('text', { array: true })
  toRoles!: string[];

  @ForeignKey('PrincipalEntity', { name: 'role_grant_asked_by_fkey' })
  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('text')
  status!: RoleGrantStatus;

  @ForeignKey('PrincipalEntity', { name: 'role_grant_decided_by_fkey' })
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}
