import { listedFor } from '../expectation.js';
import { aboutOf, noticesOf, type SimulatedNotice } from '../reading.js';
import { record } from '../step/action-steps.js';
import { acknowledge, forwardTo } from '../step/notice-steps.js';
import { takeBack } from '../step/report-steps.js';
import { BANK_RANGES } from '../seller.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { cast, newSeller, reports, type Scene, then } from './scene.js';

/** A notice that goes from hand to hand, is answered on the way and after, and ends with the listing. */
export const passedOn: Scene = {
  name: 'a notice that is passed on',
  play: async (world) => {
    const serving = activeMembers(world).find(({ ranges }) => ranges.size > 0);
    const [bank] = serving?.ranges.keys() ?? [];
    if (serving === undefined || bank === undefined) return;
    const [reporter, other, third, last] = cast(world, 5).filter((member) => member !== serving);
    if (reporter === undefined || other === undefined || third === undefined || last === undefined) return;
    let seller = newSeller(world);
    for (let left = BANK_RANGES.length; seller.bank !== bank && left > 0; left -= 1)
      seller = newSeller(world);
    const report = await reports(world, reporter, seller);

    const mine = (member: SimulatedMember): Promise<SimulatedNotice | undefined> =>
      noticeOf(world, member, seller.shownAccount);
    const told = await mine(serving);
    if (told === undefined || listedFor(serving, seller, world.app.clock.now()).length === 0) return;
    await acknowledge(serving, told);
    for (const target of [other, third]) {
      await then(world);
      await forwardTo(world, serving, told, target);
    }
    for (const kind of ['UNABLE_TO_TRACE', 'NOT_OUR_MERCHANT']) {
      await then(world);
      await record(world, serving, { noticeId: told.id }, kind);
    }
    await then(world);
    await forwardTo(world, serving, told, other);
    await then(world);
    // Who was told by another passes it on in turn, or has read it when it ends.
    const passed = await mine(other);
    if (passed !== undefined) await forwardTo(world, other, passed, last);
    await then(world);
    const read = await mine(third);
    if (read !== undefined) await acknowledge(third, read);
    await then(world);
    const answered = await mine(last);
    if (answered !== undefined) {
      await acknowledge(last, answered);
      await then(world);
      await record(world, last, { noticeId: answered.id }, 'UNABLE_TO_TRACE');
    }
    await then(world);
    await takeBack(world, report);
    await then(world);
  },
};

async function noticeOf(
  _world: World,
  member: SimulatedMember,
  shown: string,
): Promise<SimulatedNotice | undefined> {
  return (await noticesOf(member)).find((notice) => aboutOf(notice).includes(shown));
}
