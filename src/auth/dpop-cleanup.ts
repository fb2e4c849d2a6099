import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { Dpop } from './dpop.js';

/** How often an instance forgets used proofs: often, for each request with a bound token leaves one. */
const EVERY_MS = 30_000;

/** Keeps the table of used proofs as small as the minute that they matter in. */
@Injectable()
export class DpopCleanup implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DpopCleanup.name);
  private timer: NodeJS.Timeout | undefined;
  private cleaning: Promise<void> | undefined;

  constructor(private readonly dpop: Dpop) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.cleaning ??= this.clean().finally(() => {
        this.cleaning = undefined;
      });
    }, EVERY_MS);
    this.timer.unref();
  }

  /** Waits for a run in hand: the database must not go while it runs. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.cleaning;
  }

  private async clean(): Promise<void> {
    try {
      await this.dpop.forgetExpired();
    } catch (error) {
      this.logger.error('Forgetting used proofs failed; the next try is in half a minute.', error);
    }
  }
}
