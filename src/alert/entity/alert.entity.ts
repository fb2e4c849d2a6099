import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AlertId, ClientId, MemberId, UserId } from '../../common/id.js';
import type { AlertKind, Urgency } from '../alert.js';
import type { AlertStatus } from '../alert-status.js';

/** A row of `alert`: news for one member. The order in which members read theirs is kept by alert_newest. */
@Entity('alert')
@Check('alert_kind_check', "kind in ('NOTICE', 'CHILD_AT_RISK', 'RECALL', 'DISPUTE', 'RETROACTIVE_MATCH')")
@Check('alert_urgency_check', "urgency in ('NORMAL', 'CRITICAL')")
@Check('alert_status_check', "status in ('RAISED', 'DELIVERED', 'ACKNOWLEDGED', 'CLOSED')")
@Check('alert_closed_check', "(status = 'CLOSED') = (closed_at is not null)")
@Check('alert_acknowledged_check', '(acknowledged_at is null) = (acknowledged_by is null)')
@Index('alert_once', ['memberId', 'kind', 'objectId'], { unique: true })
@Index('alert_object', ['kind', 'objectId'])
@Index('alert_to_acknowledge', ['acknowledgeBy'], {
  where: "status in ('RAISED', 'DELIVERED') and escalated_at is null",
})
@Index('alert_to_act', ['actBy'], { where: "status <> 'CLOSED' and escalated_at is null" })
@Index('alert_waiting', { synchronize: false })
@Index('alert_unread', { synchronize: false })
@Index('alert_recall_unread', ['objectId'], { where: "kind = 'RECALL' and acknowledged_at is null" })
@Index('alert_newest', { synchronize: false })
@Index('alert_escalated', ['memberId', 'urgency', 'escalatedAt'], {
  where: "escalated_at is not null and status <> 'CLOSED'",
})
export class AlertEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_pkey' })
  id!: AlertId;

  @ForeignKey('MemberEntity', { name: 'alert_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @Column('text')
  kind!: AlertKind;

  /** The notice, the recall, the dispute or the match that it tells of. */
  @Column('uuid')
  objectId!: string;

  @Column('text')
  urgency!: Urgency;

  @Column('text')
  status!: AlertStatus;

  @Column('timestamptz')
  raisedAt!: Date;

  @Column('timestamptz')
  acknowledgeBy!: Date;

  @Column('timestamptz', { nullable: true })
  actBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt!: Date | null;

  @ForeignKey('PrincipalEntity', { name: 'alert_acknowledged_by_fkey' })
  @Column('uuid', { nullable: true })
  acknowledgedBy!: UserId | ClientId | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  escalatedAt!: Date | null;
}
