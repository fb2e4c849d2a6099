import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { OutboxWorker } from '../database/index.js';
import { ALERTS_ESCALATED, ALERTS_RAISED, type AlertsEscalated, type AlertsRaised } from './topics.js';

const BATCH_MAX = 100;

/**
 * Tells the operator's log how many alerts were raised or are overdue, until there are other ways to tell members of them.
 * The log has counts alone: what an alert is about, and for whom it is, is read where members read it.
 */
@Injectable()
export class AlertConsumers implements OnModuleInit {
  readonly #logger = new Logger('Alert');

  constructor(private readonly worker: OutboxWorker) {}

  onModuleInit(): void {
    this.worker.register<AlertsRaised>({
      topic: ALERTS_RAISED,
      batchMax: BATCH_MAX,
      handle: (_tx, events) => {
        this.#logger.log(`Alerts raised: ${count(events)}.`);
        return Promise.resolve();
      },
    });
    this.worker.register<AlertsEscalated>({
      topic: ALERTS_ESCALATED,
      batchMax: BATCH_MAX,
      handle: (_tx, events) => {
        this.#logger.warn(`Alerts overdue: ${count(events)}. See escalatedAlerts.`);
        return Promise.resolve();
      },
    });
  }
}

function count(events: readonly { readonly payload: AlertsRaised }[]): number {
  return events.reduce((sum, { payload }) => sum + payload.alertIds.length, 0);
}
