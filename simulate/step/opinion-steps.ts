import { type FedIndicator, shownAs } from '../mirror.js';
import type { ExpectedOpinion } from '../expected-action.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { refusedWith, type Step, taken } from './step.js';

const KINDS = [
  ['FALSE_POSITIVE', 6],
  ['CONFIRMED', 1],
  ['SEEN_TOO', 1],
  ['OUTDATED', 1],
] as const;

/** A member says what it thinks of something listed, rather of what others have said something of. */
export const giveOpinion: Step = {
  name: 'give an opinion',
  weight: 5,
  take: async (world) => {
    const { dice, opinions, sellers } = world;
    const member = dice.pick(activeMembers(world));
    const shown = await member.mirror.shown();
    // In an order that the ids do not decide, for they are others in each run. Several that are RED look alike.
    const accounts = shown
      .filter(({ type, handling }) => type === 'IBAN' && handling.tlp !== 'RED')
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    if (accounts.length === 0) return 'nothing to do';
    const judged = accounts.filter(({ id }) => opinions.some(({ indicatorId }) => indicatorId === id));
    const indicator = dice.pick(judged.length > 0 && dice.chance(0.7) ? judged : accounts);
    const seller = sellers.find(({ shownAccount }) => shownAccount === shownAs(indicator));
    if (seller === undefined) return 'nothing to do';
    await opine(world, member, { indicatorId: indicator.id, seller }, dice.weighted(KINDS));
    return 'taken';
  },
};

/** Gives a member's opinion of what it sees listed by this account, if it does. */
export async function opines(
  world: World,
  member: SimulatedMember,
  shown: string,
  kind: ExpectedOpinion['kind'],
): Promise<void> {
  const indicator = (await member.mirror.shown()).find((each) => shownAs(each) === shown);
  const seller = world.sellers.find(({ shownAccount }) => shownAccount === shown);
  if (indicator !== undefined && seller !== undefined)
    await opine(world, member, { indicatorId: indicator.id, seller }, kind);
}

async function opine(
  { opinions }: World,
  member: SimulatedMember,
  { indicatorId, seller }: Pick<ExpectedOpinion, 'indicatorId' | 'seller'>,
  kind: ExpectedOpinion['kind'],
): Promise<void> {
  taken('an opinion', await member.caller.mutate('giveOpinion', { indicatorId, opinion: kind }));
  const held = opinions.find((each) => each.indicatorId === indicatorId && each.member === member);
  if (held === undefined) opinions.push({ indicatorId, seller, member, kind });
  else held.kind = kind;
}

function placeOf({ display, handling: { tlp, sharingGroup } }: FedIndicator): string {
  return `${display} ${tlp} ${sharingGroup?.name ?? ''}`;
}

/** A member takes its opinion back; it has only one of each indicator to take back. */
export const withdrawOpinion: Step = {
  name: 'withdraw an opinion',
  weight: 3,
  take: async (world) => {
    const { dice, opinions } = world;
    const own = opinions.filter(({ member }) => member.status === 'ACTIVE');
    if (own.length === 0) return 'nothing to do';
    const held = dice.pick(own);
    const { caller } = held.member as SimulatedMember;
    const input = { indicatorId: held.indicatorId };
    taken('the withdrawal of an opinion', await caller.mutate('withdrawOpinion', input));
    opinions.splice(opinions.indexOf(held), 1);
    refusedWith('withdrawing it twice', 'NOT_FOUND', await caller.mutate('withdrawOpinion', input));
    return 'taken';
  },
};

/**
 * Takes over which opinions a member holds of what it sees, once it has recorded a false positive: that gives one of whatever
 * the match or notice rested on.
 */
export async function noteOpinions(
  { app, opinions, sellers }: World,
  member: SimulatedMember,
): Promise<void> {
  const { indicators } = await member.caller.query<{
    indicators: {
      nodes: {
        id: string;
        type: string;
        display: string;
        opinions: { own: Pick<ExpectedOpinion, 'kind'> | null };
      }[];
    };
  }>(
    '{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id type display opinions { own { kind } } } } }',
  );
  for (const { id, opinions: given, ...indicator } of indicators.nodes) {
    const held = opinions.find((each) => each.indicatorId === id && each.member === member);
    const shown = shownAs(indicator);
    member.received.set(shown, app.clock.now());
    const seller = sellers.find((each) => each.shownAccount === shown || each.shownHost === shown);
    if (held !== undefined && given.own !== null) held.kind = given.own.kind;
    else if (seller !== undefined && given.own !== null)
      opinions.push({ indicatorId: id, seller, member, kind: given.own.kind });
  }
}
