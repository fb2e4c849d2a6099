import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { Database, type NamedStatement, type Tx } from '../database/index.js';

/** Tries per e-mail address within SIGN_IN_WINDOW_MINUTES (security.md, Authentication). */
export const SIGN_IN_TRIES_MAX = 5;
export const SIGN_IN_WINDOW_MINUTES = 15;

/** Two tries of one address are counted one after the other: a hundred at the same moment are still only five. */
const LOCK: NamedStatement = {
  name: 'auth.lockSignInAttempts',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.sign_in_attempt:' || $1, 0))`,
};

const COUNT: NamedStatement = {
  name: 'auth.countSignInAttempts',
  text: `select count(*)::int as tries from sign_in_attempt where email = $1 and attempted_at > $2`,
};

const INSERT: NamedStatement = {
  name: 'auth.insertSignInAttempt',
  text: `insert into sign_in_attempt (email, attempted_at) values ($1, $2)`,
};

const DELETE_OF: NamedStatement = {
  name: 'auth.deleteSignInAttempts',
  text: `delete from sign_in_attempt where email = $1`,
};

/** Housekeeping of what no longer counts, a little with each try, so that addresses nobody has do not pile up. */
const DELETE_OLD: NamedStatement = {
  name: 'auth.deleteOldSignInAttempts',
  text: `delete from sign_in_attempt where id in (
    select id from sign_in_attempt where attempted_at <= $1 order by id limit 20)`,
};

/** Counts tries to sign in, of known and unknown addresses alike, in the database: it holds across instances. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try of an address, before anything is checked. False when there is none left: then no row is added, so
   * that trying on does not prolong the wait.
   */
  async take(email: string): Promise<boolean> {
    return this.database.asSystem('sign_in', async (tx) => {
      const now = this.clock.now();
      const windowStart = new Date(now.getTime() - SIGN_IN_WINDOW_MINUTES * 60_000);
      await tx.statement(LOCK, [email]);
      const [counted] = await tx.statement<{ tries: number }>(COUNT, [email, windowStart]);
      if (counted === undefined || counted.tries >= SIGN_IN_TRIES_MAX) return false;
      await tx.statement(INSERT, [email, now]);
      await tx.statement(DELETE_OLD, [windowStart]);
      return true;
    });
  }

  /** Gives the tries back, in the transaction of the sign-in that succeeded. */
  async giveBack(tx: Tx, email: string): Promise<void> {
    await tx.statement(DELETE_OF, [email]);
  }
}
