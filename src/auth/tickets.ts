import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { Database, type NamedStatement, type Tx } from '../database/index.js';
import { openSealed, seal } from './seal.js';

/** What a ticket is for. One given out for one thing is not taken back for another. */
export type TicketPurpose =
  | 'passkey-register'
  | 'passkey-sign-in'
  | 'passkey-step-up'
  | 'provider-sign-in'
  | 'provider-step-up'
  | 'authenticator';

/** What stands in a ticket: few, short texts. */
export type TicketContent = Readonly<Record<string, string>>;

/** Longest ticket that is looked at; ours have up to 600 characters. */
const TICKET_LENGTH_MAX = 2048;

const SPEND: NamedStatement = {
  name: 'auth.spendTicket',
  text: `insert into spent_ticket (digest, expires_at) values ($1, $2) on conflict do nothing returning digest`,
};

/** How far the clocks of two instances may be apart: one must not forget what the other would still take. */
const CLOCKS_APART_MS = 5 * 60_000;

/** By spent_ticket_expiry. */
const DELETE_EXPIRED: NamedStatement = {
  name: 'auth.deleteExpiredTickets',
  text: `delete from spent_ticket where digest in (
    select digest from spent_ticket where expires_at < $1 order by expires_at limit 20)`,
};

/**
 * Tickets: short-lived texts that Cordon gives out, and takes back once, on whichever instance. A ticket is sealed, so its
 * holder can neither read nor change it; only one that was taken back stands in the database, so that whoever asks for
 * tickets without end fills nothing.
 */
@Injectable()
export class Tickets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A new ticket, in base64url. */
  issue(purpose: TicketPurpose, content: TicketContent, lifeS: number): string {
    const expiresAt = this.clock.now().getTime() + lifeS * 1000;
    const plaintext = Buffer.from(JSON.stringify([expiresAt, content]));
    return seal(this.config.secretKey, plaintext, placeOf(purpose)).toString('base64url');
  }

  /** Takes a ticket back: its content the first time, undefined ever after and for anything that is none. */
  async take(purpose: TicketPurpose, ticket: string): Promise<TicketContent | undefined> {
    const opened = this.open(purpose, ticket);
    if (opened === undefined) return undefined;
    const { expiresAt, content } = opened;
    const isFirst = await this.database.asSystem('sign_in', (tx) => this.spend(tx, ticket, expiresAt));
    return isFirst ? content : undefined;
  }

  private async spend(tx: Tx, ticket: string, expiresAt: Date): Promise<boolean> {
    await tx.statement(DELETE_EXPIRED, [new Date(this.clock.now().getTime() - CLOCKS_APART_MS)]);
    const digest = createHash('sha256').update(ticket, 'utf8').digest();
    return (await tx.statement(SPEND, [digest, expiresAt])).length === 1;
  }

  private open(
    purpose: TicketPurpose,
    ticket: string,
  ): { readonly expiresAt: Date; readonly content: TicketContent } | undefined {
    if (ticket.length > TICKET_LENGTH_MAX || !/^[A-Za-z0-9_-]+$/.test(ticket)) return undefined;
    const sealed = Buffer.from(ticket, 'base64url');
    // One spelling per ticket: another with the same bytes would be another digest, and so be taken again.
    if (sealed.toString('base64url') !== ticket) return undefined;
    const plaintext = this.unsealed(purpose, sealed);
    if (plaintext === undefined) return undefined;
    const [expiresAtMs, content] = JSON.parse(plaintext.toString('utf8')) as [number, TicketContent];
    if (expiresAtMs <= this.clock.now().getTime()) return undefined;
    return { expiresAt: new Date(expiresAtMs), content };
  }

  private unsealed(purpose: TicketPurpose, sealed: Buffer): Buffer | undefined {
    try {
      return openSealed(this.config.secretKey, sealed, placeOf(purpose));
    } catch {
      // Not sealed by us, for this purpose: openSealed has no other reason to throw.
      return undefined;
    }
  }
}

function placeOf(purpose: TicketPurpose): { table: string; column: string; row: string } {
  return { table: 'ticket', column: purpose, row: '' };
}
