import type { NamedStatement } from '../statement.js';

/**
 * Makes this transaction the one sequencer until it ends; waits where another one is. $1 the lock's number. It is worth
 * the wait: what was committed just now may have come too late for the other.
 */
export const BECOME_SEQUENCER: NamedStatement = {
  name: 'sequence.becomeSequencer',
  text: 'select pg_advisory_xact_lock($1)',
};
