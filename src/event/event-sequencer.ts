import { Injectable } from '@nestjs/common';
import { BackgroundWork, Database, Sequencer } from '../database/index.js';
import { HAS_WAITING, SEQUENCE_EVENTS } from './sql/write-events.js';

/** Advisory lock of the one sequencer of events. */
const SEQUENCER_LOCK = 7_225_204;

/** Gives committed events their place: one order over all members, of which each sees its own. */
@Injectable()
export class EventSequencer extends Sequencer {
  constructor(database: Database, work: BackgroundWork) {
    super(database, work, {
      name: 'EventSequencer',
      lock: SEQUENCER_LOCK,
      hasWaiting: HAS_WAITING,
      place: SEQUENCE_EVENTS,
    });
  }
}
