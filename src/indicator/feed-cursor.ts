import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Config } from '../config/index.js';
import { SealedCursors } from '../graphql/index.js';
import { readerValues } from './reader.js';

/**
 * Cursors of the feed: a place in the sequence, sealed for one member, and apart for its analysts, who see more. They never
 * expire.
 */
@Injectable()
export class FeedCursor {
  private readonly cursors: SealedCursors;

  constructor(config: Config) {
    this.cursors = new SealedCursors(config.secretKey, 'cordon indicator feed cursor');
  }

  write(actor: Actor, sequence: bigint): string {
    return this.cursors.write(audienceOf(actor), sequence);
  }

  /** The place that the cursor stands for. Throws InvalidInputError when it is none that this audience was given. */
  read(actor: Actor, cursor: string): bigint {
    return this.cursors.read(audienceOf(actor), cursor);
  }
}

function audienceOf(actor: Actor): string {
  return JSON.stringify(readerValues(actor));
}
