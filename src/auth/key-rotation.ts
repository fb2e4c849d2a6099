import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { SigningKeys } from './signing-keys.js';

/** How often an instance looks whether the keys are due. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Rotates the signing keys every SIGNING_KEY_LIFE_DAYS, by whichever instance looks first. */
@Injectable()
export class KeyRotation implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(KeyRotation.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly keys: SigningKeys) {}

  onApplicationBootstrap(): void {
    this.looking = this.look();
    this.timer = setInterval(() => {
      this.looking = this.look();
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** Waits for a look in hand: the database must not go while it runs. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    try {
      await this.keys.rotateWhenDue();
    } catch (error) {
      this.logger.error('Looking after the signing keys failed; the next try is in an hour.', error);
    }
  }
}
