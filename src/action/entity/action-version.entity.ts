import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ActionId, ClientId, DispositionId, MemberId, UserId } from '../../common/id.js';
import type { MerchantAction } from '../../report/index.js';
import type { NetworkList } from '../network-listing.js';

/** A row of `action_version`: what an action said. Append-only by grants. */
@Entity('action_version')
@Check(
  'action_version_kind_check',
  `kind in ('TERMINATED', 'SUSPENDED', 'RESTRICTED', 'DECLINED',
      'MONITORING_AT_LAW_ENFORCEMENT_REQUEST', 'ALREADY_CLOSED', 'NOT_OUR_MERCHANT', 'FORWARDED', 'UNABLE_TO_TRACE',
      'TEST_TRANSACTION_BLOCKED', 'NO_ACTION_FALSE_POSITIVE')`,
)
@Check('action_version_accounts_check', 'accounts_closed between 0 and 100000')
@Check('action_version_network_check', 'num_nulls(network_list, network_code, network_listed_on) in (0, 3)')
@Check(
  'action_version_disposition_check',
  `disposition_id is not null
      or kind not in ('TERMINATED', 'SUSPENDED', 'RESTRICTED', 'DECLINED', 'NO_ACTION_FALSE_POSITIVE')`,
)
export class ActionVersionEntity {
  @ForeignKey('ActionEntity', { name: 'action_version_action_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'action_version_pkey' })
  actionId!: ActionId;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'action_version_pkey' })
  version!: number;

  @Column('text')
  kind!: MerchantAction;

  @Column('date')
  effectiveOn!: string;

  @Column('integer', { nullable: true })
  accountsClosed!: number | null;

  @Column('text', { nullable: true })
  networkList!: NetworkList | null;

  @Column('text', { nullable: true })
  networkCode!: string | null;

  @Column('date', { nullable: true })
  networkListedOn!: string | null;

  @ForeignKey('MemberEntity', { name: 'action_version_forwarded_to_fkey' })
  @Column('uuid', { nullable: true })
  forwardedTo!: MemberId | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The assessment on which it stands. */
  @ForeignKey('DispositionEntity', { name: 'action_version_disposition_id_fkey' })
  @Column('uuid', { nullable: true })
  dispositionId!: DispositionId | null;

  @ForeignKey('PrincipalEntity', { name: 'action_version_recorded_by_fkey' })
  @Column('uuid')
  recordedBy!: UserId | ClientId;

  @Column('timestamptz')
  at!: Date;
}
