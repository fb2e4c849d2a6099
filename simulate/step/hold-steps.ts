import { HOLD_TERM_DAYS } from '../../src/hold/hold-term.js';
import type { Caller } from '../../test/support/caller.js';
import type { ExpectedHold, ExpectedSeller } from '../expectation.js';
import { givenSeller } from '../seller.js';
import type { World } from '../world.js';
import { holds as mustHold, type Step, taken } from './step.js';

const REASON = 'An operation is in progress.';
const DAY_MS = 86_400_000;
const EXTENSION_DAYS = 20;

/** The liaison, or an analyst, asks that nobody act on a seller, known or not. */
export const placeHold: Step = {
  name: 'place a hold',
  weight: 2,
  take: async (world) => {
    const { dice, sellers, coalition } = world;
    const seller =
      sellers.length > 0 && dice.chance(0.9) ? dice.pick(sellers) : givenSeller(sellers.length + 1);
    if (seller.holds.size > 0) return 'nothing to do';
    await holdSeller(world, seller, dice.chance(0.7) ? coalition.liaison : coalition.analyst);
    return 'taken';
  },
};

/** Places a hold, and notes it. */
export async function holdSeller(world: World, seller: ExpectedSeller, by: Caller): Promise<ExpectedHold> {
  const { sellers, app } = world;
  const answer = await by.mutate<{ hold: { id: string; status: string } | null }>(
    'placeHold',
    { reason: REASON, identifiers: [{ type: 'IBAN', value: seller.account }] },
    'hold { id status }',
  );
  taken('a hold', answer);
  if (!sellers.includes(seller)) sellers.push(seller);
  const placedAt = app.clock.now();
  const hold: ExpectedHold = {
    ...{ id: answer.hold?.id ?? '', seller, placedAt, status: 'REQUESTED' },
    termEndsAt: new Date(placedAt.getTime() + HOLD_TERM_DAYS * DAY_MS),
  };
  seller.holds.add(hold);
  world.holds.push(hold);
  return hold;
}

/** An analyst takes the next step of a hold: stands by it, calls it into review, extends it, or two lift it. */
export const stepHold: Step = {
  name: 'step a hold',
  weight: 6,
  take: async (world) => {
    const { dice, holds } = world;
    const open = holds.filter(({ status }) => status !== 'RELEASED');
    if (open.length === 0) return 'nothing to do';
    await nextOf(world, dice.pick(open), () => dice.chance(0.6));
    return 'taken';
  },
};

/** Takes the next step of a hold; from review it is extended, if `isExtended` has it so and it may be, or lifted. */
export async function nextOf(world: World, hold: ExpectedHold, isExtended: () => boolean): Promise<void> {
  const { coalition, app } = world;
  const input = { holdId: hold.id, reason: REASON };
  if (hold.status === 'REQUESTED') {
    taken('an activation', await coalition.analyst.mutate('activateHold', input));
    hold.status = 'ACTIVE';
    noteTerm(world, hold);
    return;
  }
  if (hold.status === 'ACTIVE') {
    taken('a call into review', await coalition.analyst.mutate('reviewHold', input));
    hold.status = 'REVIEW';
    return;
  }
  const now = app.clock.now().getTime();
  const mayExtend = now + EXTENSION_DAYS * DAY_MS <= hold.placedAt.getTime() + 90 * DAY_MS;
  if (mayExtend && isExtended()) {
    taken('an extension', await coalition.analyst.mutate('extendHold', { ...input, days: EXTENSION_DAYS }));
    hold.status = 'ACTIVE';
    hold.termEndsAt = new Date(now + EXTENSION_DAYS * DAY_MS);
    return;
  }
  await release(world, hold, input);
}

/** One analyst is not enough, nor is the same one twice. */
async function release(
  world: World,
  hold: ExpectedHold,
  input: Readonly<Record<string, string>>,
): Promise<void> {
  const { analyst, otherAnalyst } = world.coalition;
  for (const by of [analyst, analyst]) {
    const answer = await by.mutate<{ hold: { status: string } | null }>(
      'approveHoldRelease',
      input,
      'hold { status }',
    );
    mustHold('two people lift a hold', answer.hold === null || answer.hold.status === 'REVIEW', () =>
      JSON.stringify(answer),
    );
  }
  const answer = await otherAnalyst.mutate<{ hold: { status: string } | null }>(
    'approveHoldRelease',
    input,
    'hold { status }',
  );
  mustHold('the second analyst lifts a hold', answer.hold?.status === 'RELEASED', () =>
    JSON.stringify(answer),
  );
  hold.status = 'RELEASED';
  hold.seller.holds.delete(hold);
}

/** Holds whose term is over are in review, once the clock and the sweep have passed it. */
export function reviewEndedHolds({ holds, app }: World): void {
  for (const hold of holds) {
    if (hold.status === 'ACTIVE' && hold.termEndsAt <= app.clock.now()) hold.status = 'REVIEW';
  }
}

/** A term that was over before an analyst stood by the hold ends at once. */
function noteTerm(world: World, hold: ExpectedHold): void {
  if (hold.termEndsAt <= world.app.clock.now()) hold.status = 'REVIEW';
}
