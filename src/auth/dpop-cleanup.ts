import { Injectable } from '@nestjs/common';

import { BackgroundWork } from '../database/index.js';
import { Dpop } from './dpop.js';

/** How often used proofs are forgotten: often, for each request with a bound token leaves one. */
const PAUSE_MS = 30_000;

/** Keeps the table of used proofs as small as the minute that they matter in. */
@Injectable()
export class DpopCleanup {
  constructor(
    private readonly dpop: Dpop,
    work: BackgroundWork,
  ) {
    work.add('DpopCleanup', () => this.clean(), PAUSE_MS);
  }

  private async clean(): Promise<boolean> {
    await this.dpop.forgetExpired();
    return false;
  }
}
