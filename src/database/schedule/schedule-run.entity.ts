import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `schedule_run`: work of the night that was taken for a day, `YYYY-MM-DD`. */
@Entity('schedule_run')
export class ScheduleRunEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'schedule_run_pkey' })
  name!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'schedule_run_pkey' })
  day!: string;

  /** Where its last step ended; null before the first. */
  @Column('text', { nullable: true })
  place!: string | null;

  /** When whoever has it in hand last said so. */
  @Column('timestamptz')
  aliveAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
