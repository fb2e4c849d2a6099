import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A ticket that has been taken back, kept until it would have expired: it is not taken a second time. */
@Entity('spent_ticket')
@Index('spent_ticket_expiry', ['expiresAt'])
export class SpentTicketEntity {
  @PrimaryColumn({ type: 'bytea' })
  digest!: Buffer;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
