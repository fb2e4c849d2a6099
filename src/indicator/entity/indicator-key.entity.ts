import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, IndicatorId } from '../../common/id.js';
import type { Strength } from '../../identifier/index.js';

/** A row of `indicator_key`: one value under which an active indicator is found. Ended indicators have none. */
@Entity('indicator_key')
@Index('indicator_key_indicator', ['indicatorId'])
export class IndicatorKeyEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'indicator_key_pkey' })
  hash!: Buffer;

  /** That of the indicator: what is looked up is looked up within scopes. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_key_pkey' })
  handlingScopeId!: HandlingScopeId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_key_pkey' })
  indicatorId!: IndicatorId;

  @Column('text')
  kind!: string;

  @Column('text')
  strength!: Strength;
}
