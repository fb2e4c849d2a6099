import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `feed_follower`: how far one of those who act on the feed has got. */
@Entity('feed_follower')
export class FeedFollowerEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'feed_follower_pkey' })
  name!: string;

  /** The last place that it has handled; a bigint, so a string. */
  @Column('bigint')
  sequence!: string;
}
