import { noticesOf, recallsOf } from '../reading.js';
import { activeMembers } from '../world.js';
import { refusedWith, type Step, taken } from './step.js';

/** A member looks at what was recalled from it: says that it has read it, or that it is dealt with. */
export const handleRecall: Step = {
  name: 'handle a recall',
  weight: 6,
  take: async (world) => {
    const { dice } = world;
    const member = dice.pick(activeMembers(world));
    const recalls = await recallsOf(member);
    if (recalls.length === 0) return 'nothing to do';
    const open = recalls.filter(({ alert }) => alert.status !== 'CLOSED');
    const recall = dice.pick(open.length > 0 ? open : recalls);
    const { status } = recall.alert;
    if (dice.chance(0.5)) {
      const answer = await member.caller.mutate('acknowledgeAlert', { alertId: recall.alert.id });
      if (status === 'RAISED' || status === 'DELIVERED') taken('reading a recall', answer);
      else refusedWith('reading a recall twice', 'NOT_ALLOWED_IN_STATE', answer);
      return 'taken';
    }
    const answer = await member.caller.mutate('closeRecall', { recallId: recall.id });
    if (status === 'CLOSED') refusedWith('the end of a recall twice', 'NOT_ALLOWED_IN_STATE', answer);
    else taken('the end of a recall', answer);
    return 'taken';
  },
};

/** A member takes in what the feed has for it, and looks at its notices. */
export const followFeed: Step = {
  name: 'follow the feed',
  weight: 4,
  take: async (world) => {
    const member = world.dice.pick(activeMembers(world));
    await member.mirror.follow();
    await noticesOf(member);
    return 'taken';
  },
};
