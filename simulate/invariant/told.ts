import { eventsKeptSince } from '../../src/event/event-terms.js';
import { untold } from '../../test/support/untold.js';
import { holds } from '../step/step.js';
import type { Invariant } from './invariant.js';

/** The events against the tables, as long as none of them is old enough to be deleted. */
export const TOLD: Invariant = {
  rule: '8 and 14: members are told once of each thing that concerns them, and of nothing that did not happen',
  check: async ({ app, beganAt }) => {
    if (beganAt < eventsKeptSince(app.clock.now())) return;
    const seen = await untold(app.database);
    holds(TOLD.rule, seen.length === 0, () => seen.slice(0, 10).join('; '));
  },
};
