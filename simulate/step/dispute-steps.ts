import type { Caller } from '../../test/support/caller.js';
import { type ExpectedSeller, listedFor } from '../expectation.js';
import { APPEAL_DAYS, type ExpectedDispute, followDisputes, isRunning } from '../expected-dispute.js';
import { screened } from '../reading.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { contentNow, maySay } from './report-steps.js';
import { refusedWith, type Step, taken } from './step.js';

const GROUNDS = [
  'MISTAKEN_IDENTITY',
  'IDENTITY_THEFT',
  'FACTUAL_ERROR',
  'INSUFFICIENT_EVIDENCE',
  'OUTDATED',
  'WRONG_REASON',
  'OWNERSHIP_CHANGED',
] as const;
const STATEMENT = 'As the simulation has it.';
const DAY_MS = 86_400_000;

/** A dispute of this simulation, with those who may not review it by who they are. */
type Dispute = ExpectedDispute<Caller>;

/** A member disputes a listing, or an analyst does for somebody who wrote in; most of those who reported answer at once. */
export const fileDispute: Step = {
  name: 'file a dispute',
  weight: 5,
  take: async (world) => {
    const { dice, sellers, app, coalition, disputes } = world;
    const member = dice.pick(activeMembers(world));
    const now = app.clock.now();
    const visible = sellers.filter(
      (seller) =>
        listedFor(member, seller, now).some(({ handling }) => handling.tlp !== 'RED') &&
        !disputes.some((each) => each.seller === seller && isRunning(each)),
    );
    if (visible.length === 0) return 'nothing to do';
    const seller = dice.pick(visible);
    const byAnalyst = dice.chance(0.2) ? dice.pick(coalition.analysts) : undefined;
    const dispute = await challenge(world, member, seller, dice.pick(GROUNDS), byAnalyst);
    if (dispute !== undefined && dice.chance(0.7))
      for (const party of dispute.parties.keys()) await answerAs(world, dispute, party);
    return 'taken';
  },
};

/** Files a dispute of what a member sees, by the member or by an analyst, who may not see it; undefined where that is so. */
export async function challenge(
  world: World,
  member: SimulatedMember,
  seller: ExpectedSeller,
  grounds: (typeof GROUNDS)[number],
  analyst?: Caller,
): Promise<Dispute | undefined> {
  const now = world.app.clock.now();
  const merchantId = (await screened(world, member, [seller]))[0]?.matches[0]?.merchantId;
  const by = analyst ?? member.caller;
  world.count += 1;
  const clientReference = `dispute ${world.count}`;
  const input = {
    ...{ merchantId, clientReference, grounds, statement: STATEMENT },
    ...(analyst !== undefined && { onBehalfOf: 'A firm that wrote in' }),
  };
  const answer = await by.mutate<{ dispute: { id: string } | null }>('fileDispute', input, 'dispute { id }');
  // What the member sees by its own group or name alone is nothing to an analyst.
  if (analyst !== undefined && answer.dispute === null) {
    refusedWith('a dispute of what the analyst does not see', 'NOT_FOUND', answer);
    return undefined;
  }
  taken('a dispute', answer);
  const dispute: Dispute = {
    ...{ id: answer.dispute?.id ?? '', clientReference, seller, grounds, filedAt: now },
    ...{ filer: analyst === undefined ? member : null, filedBy: analyst ?? null },
    ...{ ruledBy: new Set(), proposedBy: new Set() },
    isCutOff: false,
    ...{ parties: new Map(), reports: new Set(), status: 'FILED', stage: 1, ruling: null, ruledAt: null },
  };
  world.disputes.push(dispute);
  await settled(world);
  return dispute;
}

/** Somebody who reported what is disputed answers, or is too late, or has answered before. */
export const answerDispute: Step = {
  name: 'answer a dispute',
  weight: 4,
  take: async (world) => {
    const { dice } = world;
    const asked = disputesOf(world).filter(({ parties }) => parties.size > 0);
    if (asked.length === 0) return 'nothing to do';
    const waiting = asked.filter(({ status }) => status === 'FILED');
    const dispute = dice.pick(waiting.length > 0 ? waiting : asked);
    await answerAs(world, dispute, dice.pick([...dispute.parties.keys()]));
    return 'taken';
  },
};

/** Either side asks for other reviewers: once, of what was ruled, in time. */
export const appeal: Step = {
  name: 'appeal',
  weight: 4,
  take: async (world) => {
    const { dice } = world;
    const disputes = disputesOf(world).filter((dispute) => sidesOf(dispute).length > 0);
    if (disputes.length === 0) return 'nothing to do';
    const open = disputes.filter((dispute) => isAppealable(world, dispute));
    await appealBySome(world, dice.pick(open.length > 0 && dice.chance(0.9) ? open : disputes));
    return 'taken';
  },
};

/** A side appeals, where there is one that may act: it is taken where it is open. Gives whether it was. */
export async function appealBySome(world: World, dispute: Dispute): Promise<boolean> {
  const sides = sidesOf(dispute);
  if (sides.length === 0) return false;
  const { caller } = world.dice.pick(sides);
  const answer = await caller.mutate('appealDispute', { disputeId: dispute.id, statement: STATEMENT });
  if (!isAppealable(world, dispute)) {
    const isLate = !isRunning(dispute) && dispute.stage === 1;
    refusedWith('an appeal that is not open', isLate ? 'TERM_OVER' : 'NOT_ALLOWED_IN_STATE', answer);
    return false;
  }
  taken('an appeal', answer);
  dispute.status = 'APPEAL';
  dispute.stage = 2;
  await settled(world);
  return true;
}

function sidesOf({ parties, filer }: Dispute): readonly SimulatedMember[] {
  const sides = [...parties.keys(), ...(filer === null ? [] : [filer])];
  return sides.filter(({ status }) => status === 'ACTIVE').map((side) => side as SimulatedMember);
}

function isAppealable({ app }: World, { status, stage, ruledAt }: Dispute): boolean {
  if (isRunning({ status }) || stage === 2 || ruledAt === null) return false;
  return app.clock.now().getTime() < ruledAt.getTime() + APPEAL_DAYS * DAY_MS;
}

/** An answer, once and in time. */
export async function answerAs(
  world: World,
  dispute: Dispute,
  by: Parameters<Dispute['parties']['get']>[0],
  wanted?: 'STAND_BY',
): Promise<void> {
  const party = dispute.parties.get(by);
  if (party === undefined || by.status !== 'ACTIVE') return;
  const reporter = by as SimulatedMember;
  const answer =
    wanted ??
    world.dice.weighted([
      ['STAND_BY', 6],
      ['WITHDRAW', 2],
      ['CORRECT', 1],
    ] as const);
  const input = { disputeId: dispute.id, answer, statement: STATEMENT };
  if (answer === 'CORRECT') {
    const own = [...dispute.reports].find(
      (report) => report.reporter === by && report.status === 'ACCEPTED' && maySay(report, report.handling),
    );
    if (own === undefined) return;
    const said = await reporter.caller.mutate('correctReport', { reportId: own.id, report: contentNow(own) });
    taken('a correction', said);
  }
  const told = await reporter.caller.mutate('answerDispute', input);
  const isLate = party.answer === null && (party.lapsed || party.answerBy <= world.app.clock.now());
  if (party.answer !== null || isLate) {
    refusedWith('an answer twice, or too late', isLate ? 'TERM_OVER' : 'NOT_ALLOWED_IN_STATE', told);
    return;
  }
  taken(`the answer ${answer}`, told);
  party.answer = answer;
  await settled(world);
}

/** Has the background do its work, so that what follows in the same step stands on it. */
export async function settled(world: World): Promise<void> {
  await world.settler.settle();
  followDisputes(world.disputes, world.reports, world.app.clock.now());
  await world.watch.look(world);
  world.sight.look(world);
}

/** The disputes, as the simulation files them. */
export function disputesOf({ disputes }: World): readonly Dispute[] {
  return disputes as readonly Dispute[];
}
