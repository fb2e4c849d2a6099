import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import type { UserId } from '../common/id.js';
import { Database, type Tx } from '../database/index.js';
import { DELETE_OLD_SESSIONS } from './session.statements.js';
import { SESSION_LIFE_HOURS } from './session-rule.js';
import {
  COUNT_OF_FAMILIAR,
  COUNT_OF_NETWORK,
  COUNT_OF_STRANGERS,
  DELETE_ATTEMPTS,
  DELETE_OLD_ATTEMPTS,
  DELETE_OTHER_NETWORKS,
  INSERT_ATTEMPT,
  IS_FAMILIAR,
  LOCK_ATTEMPTS,
  REMEMBER_NETWORK,
} from './sign-in-attempt.statements.js';

/** Tries per account within SIGN_IN_WINDOW_MINUTES (security.md, Authentication). */
export const SIGN_IN_TRIES_MAX = 5;
export const SIGN_IN_WINDOW_MINUTES = 15;
/** Tries of one network in the same time, over all accounts that did not sign in from there before. */
export const NETWORK_TRIES_MAX = 60;
/** Networks that count as a person's own, the last ones they signed in from, and for how long. */
export const FAMILIAR_NETWORKS_MAX = 10;
export const FAMILIAR_DAYS = 90;

/** What stands in the place of the address where none was typed. */
const NO_ACCOUNT = '';

/** Whose try it is: the address as it was typed, in lower case, and the hash of the network. */
export interface Try {
  readonly email: string;
  readonly network: Buffer;
}

/**
 * Counts tries to sign in by password, of known and unknown addresses alike, in the database: it holds across instances.
 *
 * Three counts. Strangers (whoever comes from a network that the person never signed in from) share five tries per
 * account: guessing from many networks does not help. Each network that the person did sign in from, in the last
 * FAMILIAR_DAYS, has five of its own: whoever knows an address can use up the strangers' tries and not its owner's, so
 * that the limit is no weapon. And strangers of one network share NETWORK_TRIES_MAX over all accounts, against trying one
 * password on many of them. The most guesses at one account are so 5 for strangers and 5 from each of its 10 networks.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try, before anything is checked. False when there is none left: then no row is added, so that trying on
   * does not prolong the wait.
   */
  async take({ email, network }: Try): Promise<boolean> {
    return this.database.asSystem('sign_in', async (tx) => {
      const now = this.clock.now();
      const windowStart = new Date(now.getTime() - SIGN_IN_WINDOW_MINUTES * 60_000);
      await this.forgetOld(tx, windowStart);
      // Always the account before the network, so that two tries cannot wait for each other.
      await tx.statement(LOCK_ATTEMPTS, [email]);
      const familiarSince = new Date(now.getTime() - FAMILIAR_DAYS * 86_400_000);
      const isFamiliar = (await tx.statement(IS_FAMILIAR, [email, network, familiarSince])).length > 0;
      const hasLeft = isFamiliar
        ? (await count(tx, COUNT_OF_FAMILIAR, [email, network, windowStart])) < SIGN_IN_TRIES_MAX
        : await this.hasStrangerLeft(tx, { email, network }, windowStart);
      if (hasLeft) await tx.statement(INSERT_ATTEMPT, [email, now, network, isFamiliar]);
      return hasLeft;
    });
  }

  /**
   * Takes one try of a network where no account is known before the check: a passkey, or a provider's answer. Whatever a
   * stranger has us check, and write into the log, is bounded by it.
   */
  async takeOfNetwork(network: Buffer): Promise<boolean> {
    return this.database.asSystem('sign_in', async (tx) => {
      const now = this.clock.now();
      const windowStart = new Date(now.getTime() - SIGN_IN_WINDOW_MINUTES * 60_000);
      await this.forgetOld(tx, windowStart);
      await tx.statement(LOCK_ATTEMPTS, [network.toString('hex')]);
      if ((await count(tx, COUNT_OF_NETWORK, [network, windowStart])) >= NETWORK_TRIES_MAX) return false;
      await tx.statement(INSERT_ATTEMPT, [NO_ACCOUNT, now, network, false]);
      return true;
    });
  }

  /** Gives one such try back: it was somebody's. */
  async giveBackOfNetwork(tx: Tx, network: Buffer): Promise<void> {
    await tx.statement(DELETE_ATTEMPTS, [NO_ACCOUNT, network]);
  }

  /** Gives this network's tries back to somebody who has just proved who they are, and remembers it as theirs. */
  async giveBack(tx: Tx, userId: UserId, { email, network }: Try): Promise<void> {
    await tx.statement(DELETE_ATTEMPTS, [email, network]);
    await tx.statement(REMEMBER_NETWORK, [userId, network, this.clock.now()]);
    await tx.statement(DELETE_OTHER_NETWORKS, [userId, FAMILIAR_NETWORKS_MAX]);
  }

  private async hasStrangerLeft(tx: Tx, { email, network }: Try, windowStart: Date): Promise<boolean> {
    const ofAccount = await count(tx, COUNT_OF_STRANGERS, [email, windowStart]);
    await tx.statement(LOCK_ATTEMPTS, [network.toString('hex')]);
    const ofNetwork = await count(tx, COUNT_OF_NETWORK, [network, windowStart]);
    return ofAccount < SIGN_IN_TRIES_MAX && ofNetwork < NETWORK_TRIES_MAX;
  }

  /** A little with each try, so that what no longer counts does not pile up. */
  private async forgetOld(tx: Tx, windowStart: Date): Promise<void> {
    await tx.statement(DELETE_OLD_ATTEMPTS, [windowStart]);
    const oldest = this.clock.now().getTime() - SESSION_LIFE_HOURS * 3_600_000;
    await tx.statement(DELETE_OLD_SESSIONS, [new Date(oldest)]);
  }
}

async function count(
  tx: Tx,
  statement: Parameters<Tx['statement']>[0],
  values: readonly unknown[],
): Promise<number> {
  const [row] = await tx.statement<{ tries: number }>(statement, values);
  return row?.tries ?? 0;
}
