import type { Caller } from '../../test/support/caller.js';
import type { ExpectedDispute, ExpectedOutcome } from '../expected-dispute.js';
import { shownAs } from '../mirror.js';
import type { SimulatedMember, World } from '../world.js';
import { appealBySome, disputesOf, settled } from './dispute-steps.js';
import { holds, refusedWith, type Step, taken } from './step.js';

type Dispute = ExpectedDispute<Caller>;

interface Ruled {
  readonly rulingId: string | null;
  readonly approvalsNeeded: number | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** Analysts decide a dispute that is ready for it: neither a side's own, nor those who filed it or have ruled before. */
export const rule: Step = {
  name: 'rule on a dispute',
  weight: 9,
  take: async (world) => {
    const { dice } = world;
    const disputes = disputesOf(world);
    const ready = disputes.filter(({ status }) => status === 'REVIEW' || status === 'APPEAL');
    if (ready.length === 0) return 'nothing to do';
    const dispute = dice.pick(ready);
    const isDecided = await decide(world, dispute);
    if (!isDecided || dispute.stage === 2 || !dice.chance(0.6)) return 'taken';
    // One side is not content, and others look at it, or will some day.
    if ((await appealBySome(world, dispute)) && dice.chance(0.6)) await decide(world, dispute);
    return 'taken';
  },
};

/** Has reviewers decide; gives whether they did. */
export async function decide(world: World, dispute: Dispute, wanted?: ExpectedOutcome): Promise<boolean> {
  const { dice, coalition } = world;
  await refusesParties(world, dispute);
  const reviewers = coalition.analysts.filter((analyst) => mayReview(dispute, analyst));
  const [first, other] = dice.some(reviewers, 2);
  if (first === undefined || other === undefined) return false;
  const { outcome, indicatorIds } = await drawOutcome(world, dispute, first, wanted);
  const proposed = await propose(first, dispute, outcome, indicatorIds);
  // Analysts see more than whoever filed it: what only another audience has is no part of what is disputed.
  if (outcome === 'PARTLY_UPHELD' && proposed.rulingId === null) {
    refusedWith('taking off what is not disputed', 'NOT_FOUND', proposed);
    return false;
  }
  taken(`the proposal ${outcome}`, proposed);
  const isAlone = outcome === 'REJECTED' && dispute.stage === 1;
  holds(
    '11: what is revoked, and what is decided on appeal, is decided by two',
    proposed.approvalsNeeded === (isAlone ? 0 : 1),
    () => `expected ${isAlone ? 0 : 1} more for ${outcome}, seen ${JSON.stringify(proposed)}`,
  );
  const by = [first];
  if (!isAlone) {
    refusedWith('11: approving one’s own ruling', 'SAME_PERSON', await approve(first, proposed));
    await settled(world);
    await isStill(dispute, other);
    if (wanted === undefined && dispute.proposedBy.size === 0 && dice.chance(0.1)) {
      dispute.proposedBy.add(first);
      return false;
    }
    taken('the second approval', await approve(other, proposed));
    by.push(other);
  }
  for (const each of by) dispute.ruledBy.add(each);
  dispute.status = outcome;
  dispute.ruling = outcome;
  dispute.ruledAt = world.app.clock.now();
  await settled(world);
  return true;
}

async function drawOutcome(
  world: World,
  dispute: Dispute,
  by: Caller,
  wanted: ExpectedOutcome | undefined,
): Promise<{ readonly outcome: ExpectedOutcome; readonly indicatorIds: readonly string[] }> {
  const { dice } = world;
  const { indicators } = await by.query<{
    indicators: { nodes: { id: string; type: string; display: string }[] };
  }>('{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id type display } } }');
  const host = indicators.nodes.find((indicator) => shownAs(indicator) === dispute.seller.shownHost);
  const mayBePart = host !== undefined && dispute.seller.holds.size === 0;
  const drawn = dice.weighted([
    ['UPHELD', 3],
    ['PARTLY_UPHELD', mayBePart ? 6 * dispute.stage : 0],
    ['REJECTED', 4],
  ] as const);
  const outcome = wanted ?? drawn;
  return { outcome, indicatorIds: outcome === 'PARTLY_UPHELD' && host !== undefined ? [host.id] : [] };
}

function propose(
  by: Caller,
  { id }: Dispute,
  outcome: ExpectedOutcome,
  indicatorIds: readonly string[],
): Promise<Ruled> {
  const part = outcome === 'PARTLY_UPHELD' ? { indicatorIds } : {};
  return by.mutate<Ruled>(
    'ruleDispute',
    { disputeId: id, outcome, reason: 'By what both sides said.', ...part },
    'rulingId approvalsNeeded',
  );
}

function approve(by: Caller, { rulingId }: Ruled): Promise<Ruled> {
  return by.mutate<Ruled>('approveDisputeRuling', { rulingId }, 'rulingId approvalsNeeded');
}

/** Nobody of a side, and nobody who has decided before, has any part in it. */
async function refusesParties(world: World, dispute: Dispute): Promise<void> {
  const sides = [...dispute.parties.keys(), ...(dispute.filer === null ? [] : [dispute.filer])];
  const ofSides = sides
    .filter(({ status }) => status === 'ACTIVE')
    .map((side) => (side as SimulatedMember).analyst);
  const hadPart = dispute.stage === 2 ? [...dispute.ruledBy] : [];
  const excluded = [...ofSides, ...hadPart, ...(dispute.filedBy === null ? [] : [dispute.filedBy])];
  if (excluded.length === 0) return;
  const answer = await propose(world.dice.pick(excluded), dispute, 'REJECTED', []);
  refusedWith('11: a ruling by a party, or by who had part in it', 'NOT_FOUND', answer);
}

/** Whether an analyst may have a part in deciding a dispute. */
export function mayReview({ filedBy, stage, ruledBy, proposedBy }: Dispute, analyst: Caller): boolean {
  return analyst !== filedBy && (stage === 1 || !(ruledBy.has(analyst) || proposedBy.has(analyst)));
}

async function isStill({ id, status }: Dispute, by: Caller): Promise<void> {
  const { dispute } = await by.query<{ dispute: { status: string } | null }>(
    'query ($id: ID!) { dispute(id: $id) { status } }',
    { id },
  );
  holds(
    '11: no ruling is in force by one person',
    dispute?.status === status,
    () => `expected ${status}, seen ${JSON.stringify(dispute)}`,
  );
}
