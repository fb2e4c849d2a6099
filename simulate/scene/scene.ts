import { settled } from '../step/dispute-steps.js';
import { makeReport } from '../step/report-steps.js';
import { givenSeller } from '../seller.js';
import type { ExpectedReport, ExpectedSeller } from '../expectation.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';

/** Steps of life cycles that dice seldom take, one after another. */
export interface Scene {
  readonly name: string;
  readonly play: (world: World) => Promise<void>;
}

/** Time for something else to happen: what comes at one moment is in no order. */
export async function then(world: World): Promise<void> {
  await settled(world);
  world.app.clock.advance({ minutes: 1 });
}

/** The next seller, whom nobody has reported yet. */
export function newSeller({ sellers }: World): ExpectedSeller {
  const seller = givenSeller(sellers.length + 1);
  sellers.push(seller);
  return seller;
}

/** Reports a seller to everybody, account and host; `waits` for an analyst to accept it. */
export async function reports(
  world: World,
  reporter: SimulatedMember,
  seller: ExpectedSeller,
  { waits = false } = {},
): Promise<ExpectedReport> {
  await then(world);
  world.count += 1;
  const made = await makeReport(world, reporter, seller, {
    handling: { tlp: 'AMBER', group: undefined },
    basis: waits ? 'MEMBER_TIP' : 'HOTLINE_REFERRAL',
    ...{ reason: 'CSAM_SALE', source: `SOURCE-${world.count}`, withHost: true, childAtRisk: false },
  });
  await then(world);
  return made;
}

/** So many members, in an order that the dice shuffle; fewer where fewer are active. */
export function cast(world: World, count: number): readonly SimulatedMember[] {
  const members = [...activeMembers(world)];
  const drawn: SimulatedMember[] = [];
  while (drawn.length < count && members.length > 0)
    drawn.push(...members.splice(world.dice.whole(0, members.length - 1), 1));
  return drawn;
}
