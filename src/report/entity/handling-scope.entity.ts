import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MemberId, SharingGroupId } from '../../common/id.js';
import type { Tlp } from '../handling.js';

/** A row of `handling_scope`: one answer to "who may see it", used by every report with that handling. */
@Entity('handling_scope')
@Check('handling_scope_tlp_check', "tlp in ('GREEN', 'AMBER', 'AMBER_STRICT', 'RED')")
@Check('handling_scope_red_check', "tlp = 'RED' or (reporter_id is null and named_member_ids = '{}')")
@Index('handling_scope_digest_key', ['digest'], { unique: true })
export class HandlingScopeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'handling_scope_pkey' })
  id!: HandlingScopeId;

  @Column('bytea')
  digest!: Buffer;

  @Column('text')
  tlp!: Tlp;

  @ForeignKey('SharingGroupEntity', { name: 'handling_scope_sharing_group_id_fkey' })
  @Column('uuid', { nullable: true })
  sharingGroupId!: SharingGroupId | null;

  @ForeignKey('MemberEntity', { name: 'handling_scope_reporter_id_fkey' })
  @Column('uuid', { nullable: true })
  reporterId!: MemberId | null;

  @Column('uuid', { array: true })
  namedMemberIds!: MemberId[];
}
