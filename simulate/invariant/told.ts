import { EVENT_KEPT_DAYS } from '../../src/event/event-terms.js';
import { untold } from '../../test/support/untold.js';
import { holds } from '../step/step.js';
import type { World } from '../world.js';

const RULE =
  '8 and 14: members are told once of each thing that concerns them, and of nothing that did not happen';

/** The events against the tables. Events are deleted when they are old: it is asked before the first of them is. */
export async function checkTold({ app }: World, days: number): Promise<void> {
  if (days > EVENT_KEPT_DAYS) return;
  const seen = await untold(app.database);
  holds(RULE, seen.length === 0, () => seen.slice(0, 10).join('; '));
}
