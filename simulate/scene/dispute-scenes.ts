import type { ExpectedOutcome } from '../expected-dispute.js';
import { answerAs, appealBySome, challenge } from '../step/dispute-steps.js';
import { judge, takeBack } from '../step/report-steps.js';
import { decide } from '../step/ruling-steps.js';
import type { World } from '../world.js';
import { cast, newSeller, reports, type Scene, then } from './scene.js';

/** A dispute that both who reported stand against is ruled on, and on appeal ruled on otherwise. */
function ruledTwice(first: ExpectedOutcome, second: ExpectedOutcome): Scene {
  return {
    name: `${first}, on appeal ${second}`,
    play: async (world) => {
      const [one, two, filer] = cast(world, 3);
      if (one === undefined || two === undefined || filer === undefined) return;
      const seller = newSeller(world);
      await reports(world, one, seller);
      await reports(world, two, seller);
      const dispute = await challenge(world, filer, seller, 'FACTUAL_ERROR');
      if (dispute === undefined) return;
      for (const party of dispute.parties.keys()) {
        await then(world);
        await answerAs(world, dispute, party, 'STAND_BY');
      }
      await then(world);
      if (!(await decide(world, dispute, first))) return;
      await then(world);
      if (!(await appealBySome(world, dispute))) return;
      await then(world);
      await decide(world, dispute, second);
      await then(world);
    },
  };
}

/** What was said first is accepted last, and goes again: with it the merchant changes its name, and back. */
const renamed: Scene = {
  name: 'renamed, and disputed while it is',
  play: async (world) => {
    await renames(world, false);
    await renames(world, true);
  },
};

async function renames(world: World, isDisputed: boolean): Promise<void> {
  const [early, late, later, filer] = cast(world, 4);
  if (early === undefined || late === undefined || later === undefined || filer === undefined) return;
  const seller = newSeller(world);
  const first = await reports(world, early, seller, { waits: true });
  const all = [first, await reports(world, late, seller)];
  if (isDisputed) {
    await challenge(world, filer, seller, 'OUTDATED');
    all.push(await reports(world, later, seller));
  }
  await then(world);
  await judge(world, first, 'ACCEPTED');
  for (const report of isDisputed ? all : [first]) {
    await then(world);
    await takeBack(world, report);
  }
  await then(world);
}

export const DISPUTE_SCENES: readonly Scene[] = [
  ruledTwice('REJECTED', 'PARTLY_UPHELD'),
  ruledTwice('PARTLY_UPHELD', 'REJECTED'),
  ruledTwice('UPHELD', 'UPHELD'),
  renamed,
];
