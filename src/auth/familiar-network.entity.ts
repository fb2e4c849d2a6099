import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { AppUserEntity } from './app-user.entity.js';

/** A network, as a keyed hash, that a person has signed in from: tries from there are counted by themselves. */
@Entity('familiar_network')
export class FamiliarNetworkEntity {
  @ForeignKey(() => AppUserEntity, 'id', { name: 'familiar_network_user_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  userId!: string;

  @PrimaryColumn({ type: 'bytea' })
  network!: Buffer;

  @Column({ type: 'timestamptz' })
  seenAt!: Date;
}
