import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MemberId, SharingGroupId } from '../../common/id.js';
import type { Tlp } from '../handling.js';

/** A row of `handling_scope`: one answer to "who may see it", used by every report with that handling. */
@Entity('handling_scope')
@Check('handling_scope_tlp_check', "tlp in ('GREEN', 'AMBER', 'AMBER_STRICT', 'RED')")
@Check('handling_scope_red_check', "tlp = 'RED' or (reporter_id is null and named_member_ids = '{}')")
@Check('handling_scope_held_check', 'array_position(held_for, null) is null')
@Index('handling_scope_digest_key', ['digest'], { unique: true })
@Index('handling_scope_group', ['sharingGroupId'], { where: "tlp <> 'RED'" })
@Index('handling_scope_reporter', ['reporterId'])
@Index('handling_scope_named', ['namedMemberIds'], { type: 'gin' })
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

  /** Null: not held. Else the members of the liaisons that see it; all others but the analysts do not (src/hold). */
  @Column('uuid', { array: true, nullable: true })
  heldFor!: MemberId[] | null;
}
