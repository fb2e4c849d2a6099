import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of members. Its unique name is kept by sharing_group_name_key. */
@Entity('sharing_group')
export class SharingGroupEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
