import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type OutboxConsumer, type OutboxEvent, OutboxWorker, type Tx } from '../../database/index.js';
import { FISHING_ALARM_RAISED, type FishingAlarmRaised } from './fishing-alarm.js';

/**
 * Tells the operator's log of an alarm, until there is a part that alerts people. The log names the alarm and no more: who
 * may know about whom is decided where alarms are read.
 */
@Injectable()
export class FishingAlarmConsumer implements OutboxConsumer<FishingAlarmRaised>, OnModuleInit {
  readonly topic = FISHING_ALARM_RAISED;
  readonly batchMax = 100;
  readonly #logger = new Logger('FishingAlarm');

  constructor(private readonly worker: OutboxWorker) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  handle(_tx: Tx, events: readonly OutboxEvent<FishingAlarmRaised>[]): Promise<void> {
    for (const { payload } of events) {
      this.#logger.warn(
        `A fishing alarm was raised (${payload.sign}, ${payload.alarmId}): see fishingAlarms.`,
      );
    }
    return Promise.resolve();
  }
}
