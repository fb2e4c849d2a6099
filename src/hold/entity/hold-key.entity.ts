import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HoldId } from '../../common/id.js';

/** A row of `hold_key`: a value that a hold names, as the hash under which resolution links by it. Never changed. */
@Entity('hold_key')
@Index('hold_key_hold', ['holdId'])
export class HoldKeyEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'hold_key_pkey' })
  hash!: Buffer;

  @ForeignKey('HoldEntity', { name: 'hold_key_hold_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hold_key_pkey' })
  holdId!: HoldId;
}
