import { aboutOf, noticesOf, type SimulatedNotice } from '../reading.js';
import { isInAudience, listedFor } from '../expectation.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { assess, record } from './action-steps.js';
import { settled } from './dispute-steps.js';
import { holds, refusedWith, type Step, taken } from './step.js';

/** What a member does about a notice, beside letting it lie. */
const ANSWERS = [
  ['TERMINATED', 4],
  ['RESTRICTED', 2],
  ['SUSPENDED', 1],
  ['UNABLE_TO_TRACE', 1],
  ['NOT_OUR_MERCHANT', 1],
  ['MONITORING_AT_LAW_ENFORCEMENT_REQUEST', 1],
  ['NO_ACTION_FALSE_POSITIVE', 2],
] as const;

/** A member looks into its notices: acknowledges one, answers it by what it did, forwards it, or lets it lie. */
export const handleNotice: Step = {
  name: 'handle a notice',
  weight: 9,
  take: async (world) => {
    const { dice } = world;
    const told = activeMembers(world).filter(({ ranges }) => ranges.size > 0);
    if (told.length === 0) return 'nothing to do';
    const member = dice.pick(dice.chance(0.9) ? told : activeMembers(world));
    const notices = await noticesOf(member);
    if (notices.length === 0) return 'nothing to do';
    const { id } = dice.pick(notices);
    // Now and then it does one thing and then another.
    for (let left = dice.whole(1, 3); left > 0; left -= 1) {
      const notice = (await noticesOf(member)).find((each) => each.id === id);
      if (notice === undefined) break;
      await dice.weighted([
        [() => acknowledge(member, notice), 3],
        [() => answer(world, member, notice), 5],
        [() => forward(world, member, notice), 5],
        [() => Promise.resolve(), 1],
      ])();
      await settled(world);
    }
    return 'taken';
  },
};

export async function acknowledge(
  { caller }: SimulatedMember,
  { alert, status }: SimulatedNotice,
): Promise<void> {
  const answer = await caller.mutate('acknowledgeAlert', { alertId: alert.id });
  if (status === 'OPEN') taken('reading a notice', answer);
  else refusedWith('reading it twice', 'NOT_ALLOWED_IN_STATE', answer);
}

async function answer(world: World, member: SimulatedMember, notice: SimulatedNotice): Promise<void> {
  await record(world, member, { noticeId: notice.id }, world.dice.weighted(ANSWERS));
}

/** To a member that may see the merchant: to nobody else, and nothing that is for named members alone. */
async function forward(world: World, member: SimulatedMember, notice: SimulatedNotice): Promise<void> {
  const { dice, sellers } = world;
  const about = aboutOf(notice);
  const seller = sellers.find(({ shownAccount }) => about.includes(shownAccount));
  const others = world.members.filter((other) => other !== member);
  const inAudience = others.filter(
    (other) => seller?.reports.some((report) => isInAudience(other, report)) ?? false,
  );
  const target = dice.pick(inAudience.length > 0 && dice.chance(0.7) ? inAudience : others);
  await forwardTo(world, member, notice, target);
}

/** To this member: refused where it is to see nothing of it. */
export async function forwardTo(
  world: World,
  member: SimulatedMember,
  notice: SimulatedNotice,
  target: SimulatedMember,
): Promise<void> {
  const about = aboutOf(notice);
  const seller = world.sellers.find(({ shownAccount }) => about.includes(shownAccount));
  const action = { kind: 'FORWARDED', forwardedToMemberId: target.caller.id };
  const answer = await assess(world, member, { noticeId: notice.id }, action);
  if (seller === undefined) return;
  const seen = listedFor(member, seller, world.app.clock.now());
  const open = seen.filter((report) => report.handling.tlp !== 'RED' && isInAudience(target, report));
  if (answer.userErrors.length > 0) {
    refusedWith('forwarding to whom it is not for', 'UNKNOWN_MEMBER', answer);
    // Of several it may be about the one that goes to nobody.
    const isOpen = seen.length === 1 && open.length === 1;
    holds(
      'what all may see is forwarded to whoever is active',
      target.status !== 'ACTIVE' || !isOpen,
      () => `expected it to be taken, seen ${JSON.stringify(answer)}`,
    );
    return;
  }
  holds(
    '3: a notice goes to nobody who may not see what it is about',
    target.status === 'ACTIVE' && open.length > 0,
    () => `expected a refusal, seen a notice about seller ${seller.number} forwarded to ${target.name}`,
  );
  target.forwarded.add(seller);
}
