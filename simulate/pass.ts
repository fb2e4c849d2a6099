import type { Advance } from '../test/support/fake-clock.js';
import { followDisputes } from './expected-dispute.js';
import { reviewEndedHolds } from './step/hold-steps.js';
import type { World } from './world.js';

/** So many rounds find nothing once the work of a night is done: it has a few tasks. */
const QUIET_ROUNDS_A_DAY = 4;

/** Time goes by, and whatever hangs on the clock is done. */
export async function pass(world: World, time: Advance): Promise<void> {
  world.app.clock.advance(time);
  if (time.days === undefined) return;
  await world.settler.settle({ mayDie: false, quietRounds: QUIET_ROUNDS_A_DAY });
  reviewEndedHolds(world);
  followDisputes(world.disputes, world.reports, world.app.clock.now());
  await world.watch.look(world);
  world.sight.look(world);
}
