import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { UserId } from '../common/id.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import type { SignInMethod } from './proof.js';
import { SignInRefused, type RefusalReason } from './sign-in-refused.js';

/**
 * Milliseconds after which, and after each multiple of which, a refusal is answered. Longer than any check takes on a
 * machine that is not overloaded (hashing a password 30 to 80 ms), so that all refusals come at the first.
 */
const REFUSAL_STEP_MS = 250;
/** Tests are refused thousands of times. */
const TEST_REFUSAL_STEP_MS = 20;

/** A sign-in that failed. */
export interface Failure {
  readonly method: SignInMethod;
  readonly why: RefusalReason;
  readonly userId?: UserId | undefined;
  /** Keyed hash of the address that was typed (network.ts): tells failures of one account together. */
  readonly account?: string | undefined;
}

/** Refuses sign-ins: always the same answer, after the same time, with what happened in the audit log alone. */
@Injectable()
export class SignInRefusals {
  private readonly stepMs: number;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    config: Config,
  ) {
    this.stepMs = config.nodeEnv === 'test' ? TEST_REFUSAL_STEP_MS : REFUSAL_STEP_MS;
  }

  /** The moment from which the time of a refusal is measured: to be taken before anything is looked at. */
  begin(): number {
    return performance.now();
  }

  /**
   * The refusal to throw, once its time has come. Where no try was left nothing is written: the tries are bounded, and
   * so are the entries that somebody who may not even try can make.
   */
  async refuse(begunAt: number, failure: Failure): Promise<SignInRefused> {
    if (failure.why !== 'NO_TRIES_LEFT') await this.append(failure);
    const took = performance.now() - begunAt;
    await sleep(Math.ceil((took + 1) / this.stepMs) * this.stepMs - took);
    return new SignInRefused();
  }

  private async append({ method, why, userId, account }: Failure): Promise<void> {
    await this.database.asSystem('sign_in', (tx) =>
      this.audit.append(tx, null, {
        action: 'sign-in.refuse',
        objectKind: 'user',
        objectIds: userId === undefined ? [] : [userId],
        detail: { method, why, ...(account === undefined ? {} : { account }) },
      }),
    );
  }
}
