import { eventsKeptSince } from '../../src/event/event-terms.js';
import { untold } from '../../test/support/untold.js';
import { holds } from '../step/step.js';
import type { World } from '../world.js';

const RULE =
  '8 and 14: members are told once of each thing that concerns them, and of nothing that did not happen';

/** The events against the tables, as long as none of them is old enough to be deleted. */
export async function checkTold({ app, beganAt }: World): Promise<void> {
  if (beganAt < eventsKeptSince(app.clock.now())) return;
  const seen = await untold(app.database);
  holds(RULE, seen.length === 0, () => seen.slice(0, 10).join('; '));
}
