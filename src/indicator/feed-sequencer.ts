import { Injectable } from '@nestjs/common';
import { BackgroundWork, Database, Sequencer } from '../database/index.js';
import { HAS_WAITING, SEQUENCE_CHANGES } from './sql/sequence-changes.js';

/** Advisory lock of the one sequencer of the feed. */
const SEQUENCER_LOCK = 7_225_201;

/** Gives committed changes their place in the feed. */
@Injectable()
export class FeedSequencer extends Sequencer {
  constructor(database: Database, work: BackgroundWork) {
    super(database, work, {
      name: 'FeedSequencer',
      lock: SEQUENCER_LOCK,
      hasWaiting: HAS_WAITING,
      place: SEQUENCE_CHANGES,
    });
  }
}
