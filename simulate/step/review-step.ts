import { fromGlobalId, toGlobalId } from '../../src/common/id.js';
import type { MerchantId, ReportId } from '../../src/common/id.js';
import { type ExpectedReport, type ExpectedSeller, listedFor } from '../expectation.js';
import { screened } from '../reading.js';
import { activeMembers, rowsOf, type World } from '../world.js';
import { settled } from './dispute-steps.js';
import { takeBack } from './report-steps.js';
import { holds, type Step, taken } from './step.js';

const REASON = 'As the simulation has it.';

interface Decided {
  readonly decision: { readonly id: string } | null;
}

/**
 * An analyst takes two sellers for one, and another sees that they are two: all is as if nobody ever had, though what was said of
 * one is withdrawn in between.
 */
export const mergeAndUndo: Step = {
  name: 'merge and undo',
  weight: 4,
  take: async (world) => {
    const { dice, coalition, sellers } = world;
    const pair = dice.some(
      sellers.filter((seller) => isOpenToAnalysts(world, seller)),
      2,
    );
    if (pair.length < 2) return 'nothing to do';
    const before = await merchantsOf(world);
    const merchantIds = await namesOf(world, pair);
    const merged = await coalition.analyst.mutate<Decided>(
      'mergeMerchants',
      { merchantIds, reason: REASON },
      'decision { id }',
    );
    taken('a merger', merged);
    await settled(world);
    const joined = await merchantsOf(world);
    holds(
      '6: a merger makes one merchant of two',
      new Set(pair.map(({ account }) => joined.get(account))).size === 1,
      () => `expected one merchant of ${pair.map(({ number }) => number).join(' and ')}`,
    );
    await finds(world, pair);
    if (dice.chance(0.5)) await takeBackAll(world, dice.pick(pair));
    const undone = await coalition.otherAnalyst.mutate<Decided>(
      'undoDecision',
      { decisionId: merged.decision?.id, reason: REASON },
      'decision { id }',
    );
    taken('the undoing of a merger', undone);
    await settled(world);
    const after = await merchantsOf(world);
    holds(
      '6: undoing a merger leaves every merchant as it was',
      [...after].every(([account, merchant]) => before.get(account) === merchant),
      () => `expected ${JSON.stringify([...before])}, seen ${JSON.stringify([...after])}`,
    );
    return 'taken';
  },
};

/** Whoever may see one of the two finds that one, be they one merchant by now or not. */
async function finds(world: World, pair: readonly ExpectedSeller[]): Promise<void> {
  const member = world.dice.pick(activeMembers(world));
  const answers = await screened(world, member, pair);
  for (const [place, seller] of pair.entries()) {
    const isSeen = listedFor(member, seller, world.app.clock.now()).length > 0;
    holds(
      '3 and 6: a merger shows nobody what it could not see before',
      (answers[place]?.outcome === 'MATCHES') === isSeen,
      () =>
        `expected ${isSeen ? 'seller' : 'no seller'} ${seller.number} for ${member.name}, seen ${JSON.stringify(answers[place])}`,
    );
  }
}

/**
 * Something stands that analysts see, and nothing that would pass to the other seller: who reported either becomes a side of a
 * dispute of both, and what is ruled out of one brings back neither by saying nothing new.
 */
function isOpenToAnalysts({ disputes }: World, seller: ExpectedSeller): boolean {
  if (seller.holds.size > 0) return false;
  if (disputes.some((dispute) => dispute.seller === seller)) return false;
  return seller.reports.some(isOpen);
}

/** An id of each that its analysts know: that of a report which is open to them. */
async function namesOf(world: World, sellers: readonly ExpectedSeller[]): Promise<readonly string[]> {
  const open = sellers.map((seller) => fromGlobalId('report', seller.reports.find(isOpen)?.id ?? ''));
  const rows = await rowsOf<{ id: ReportId; own: MerchantId }>(
    world,
    'select id, own_merchant_id as own from description where id = any($1::uuid[])',
    [open],
  );
  const own = new Map(rows.map((row) => [row.id, row.own]));
  return open.map((id) => toGlobalId('merchant', (id && own.get(id)) ?? ('' as MerchantId)));
}

/** All that can be withdrawn of a seller is. */
async function takeBackAll(world: World, { reports }: ExpectedSeller): Promise<void> {
  const standing = reports.filter(
    ({ status, reporter }) => status === 'ACCEPTED' && reporter.status === 'ACTIVE',
  );
  for (const report of standing) await takeBack(world, report);
  await settled(world);
}

function isOpen({ status, handling, ruledOutAt }: ExpectedReport): boolean {
  return status === 'ACCEPTED' && handling.tlp !== 'RED' && ruledOutAt === null;
}

/** The merchant of each account that a report speaks of. */
async function merchantsOf(world: World): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ account: string; merchant: string }>(
    world,
    `select v.identifiers->0->>'value' as account, min(d.merchant_id::text) as merchant
     from description d join report r on r.id = d.id
     join report_version v on v.report_id = r.id and v.version = r.version
     where d.active group by 1 order by 1`,
  );
  return new Map(rows.map(({ account, merchant }) => [account, merchant]));
}
