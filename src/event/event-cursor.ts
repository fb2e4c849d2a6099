import { Injectable } from '@nestjs/common';
import { may, type Permission } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { Config } from '../config/index.js';
import { SealedCursors } from '../graphql/index.js';
import { EVENT_SUBJECTS, type EventKind } from './event-kind.js';

/** What one reads: the kinds that one asked for, or (undefined) all. */
export type AskedKinds = readonly EventKind[] | undefined;

/**
 * Cursors of a member's events. Sealed for who reads what: passed on to a reader who may read more, or with other kinds, it
 * would have left out what the one before it was not given.
 */
@Injectable()
export class EventCursor {
  private readonly cursors: SealedCursors;

  constructor(config: Config) {
    this.cursors = new SealedCursors(config.secretKey, 'cordon member event cursor');
  }

  write(actor: Actor, kinds: AskedKinds, sequence: bigint): string {
    return this.cursors.write(audienceOf(actor, kinds), sequence);
  }

  /** The place that the cursor stands for. Throws InvalidInputError when it is none that was given for the same reading. */
  read(actor: Actor, kinds: AskedKinds, cursor: string): bigint {
    return this.cursors.read(audienceOf(actor, kinds), cursor);
  }
}

/** By permissions and not by kinds, where all are asked for: a kind that a later version adds ends no cursor. */
function audienceOf(actor: Actor, kinds: AskedKinds): string {
  const read = new Set<Permission>(
    Object.values(EVENT_SUBJECTS).filter((permission) => may(actor, permission)),
  );
  return JSON.stringify([
    actor.memberId,
    [...read].sort(),
    kinds === undefined ? null : [...new Set(kinds)].sort(),
  ]);
}
