import { applies, change } from '../step/member-steps.js';
import { holdSeller, nextOf } from '../step/hold-steps.js';
import { opines } from '../step/opinion-steps.js';
import { judge, sayAnew, takeBack } from '../step/report-steps.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { cast, newSeller, reports, type Scene, then } from './scene.js';

/** So that there is somebody left to act. */
const ACTIVE_MIN = 8;

/** Reports that an analyst asks about, that are said anew, turned down or taken back; and applications. */
const judged: Scene = {
  name: 'triage, and members that apply',
  play: async (world) => {
    const [reporter] = cast(world, 1);
    if (reporter === undefined) return;
    const [rejected, asked, waiting] = [
      await reports(world, reporter, newSeller(world), { waits: true }),
      await reports(world, reporter, newSeller(world), { waits: true }),
      await reports(world, reporter, newSeller(world), { waits: true }),
    ];
    await sayAnew(world, rejected, rejected.handling);
    await then(world);
    await judge(world, rejected, 'NEEDS_INFO');
    await judge(world, asked, 'NEEDS_INFO');
    await then(world);
    await sayAnew(world, rejected, rejected.handling);
    await takeBack(world, asked);
    await takeBack(world, waiting);
    await then(world);
    await judge(world, rejected, 'REJECTED');
    for (const isTakenIn of [true, false]) await applies(world, isTakenIn);
    await then(world);
  },
};

/** A hold that is extended, and lifted in the end. */
const held: Scene = {
  name: 'a hold, extended and lifted',
  play: async (world) => {
    const [reporter] = cast(world, 1);
    if (reporter === undefined) return;
    const seller = newSeller(world);
    await reports(world, reporter, seller);
    const hold = await holdSeller(world, seller, world.coalition.liaison);
    for (let left = 5; left > 0; left -= 1) {
      await then(world);
      await nextOf(world, hold, () => left > 2);
    }
    await then(world);
  },
};

/** Members that are shut out, that come back, and that leave. */
const standing: Scene = {
  name: 'members that come and go',
  play: async (world) => {
    if (activeMembers(world).length < ACTIVE_MIN) return;
    const [back, gone, leaves] = cast(world, 3);
    if (back === undefined || gone === undefined || leaves === undefined) return;
    for (const [operation, member] of [
      ['suspendMember', back],
      ['suspendMember', gone],
      ['resumeMember', back],
      ['endMembership', gone],
      ['endMembership', leaves],
    ] as const) {
      await then(world);
      await change(world, operation, member);
    }
    await then(world);
  },
};

/** A listing that two members call a false positive, and that ends so. */
const doubted: Scene = {
  name: 'what ends while it is doubted',
  play: async (world) => {
    const [reporter, ...others] = cast(world, 3);
    if (reporter === undefined) return;
    const seller = newSeller(world);
    await reports(world, reporter, seller);
    for (const other of others) await doubts(world, other, seller.shownAccount);
  },
};

/** Sellers that just too few report, and just enough, to tell that there are several. */
const several: Scene = {
  name: 'sellers that several report',
  play: async (world) => {
    for (const count of [3, 4]) {
      const seller = newSeller(world);
      for (const reporter of cast(world, count)) await reports(world, reporter, seller);
    }
  },
};

async function doubts(world: World, member: SimulatedMember, shown: string): Promise<void> {
  await then(world);
  await opines(world, member, shown, 'FALSE_POSITIVE');
  await then(world);
}

export const LIFE_SCENES: readonly Scene[] = [judged, held, standing, doubted, several];
