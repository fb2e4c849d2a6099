import { fromGlobalId } from '../../src/common/id.js';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/index.js';
import { screens } from '../../test/support/register.js';
import type { ExpectedReport } from '../expectation.js';
import { givenSeller } from '../seller.js';
import { activeMembers, rowsOf, type SimulatedMember, type World } from '../world.js';
import { settled } from './dispute-steps.js';
import { judge, makeReport } from './report-steps.js';
import { holds, type Step } from './step.js';

/** Of a facilitator that takes payment for many. */
const TELEPHONE = '+442079460456';
/** Names unlike each other, of one seller more than may have a value in common and count as one. */
const NAMES = [
  'Harbour Lantern Books',
  'Copper Fox Cycling',
  'Nine Meadows Tea',
  'Old Mill Ceramics',
] as const;
const RULE = '7: a value that many share is not an identity';

/**
 * Sellers that have a facilitator's telephone in common are reported, and accepted when all of them are. Nobody takes them
 * for one: each is found by its account, and the telephone alone is no more than a lead.
 */
export const shareTelephone: Step = {
  name: 'share a telephone',
  weight: 0,
  take: async (world) => {
    const [reporter, reader] = activeMembers(world);
    if (reporter === undefined || reader === undefined) return 'nothing to do';
    holds('the names are enough', NAMES.length > DEFAULT_MATCHING_SETTINGS.sharedLimit, () => NAMES.join());
    const reports: ExpectedReport[] = [];
    for (const tradeName of NAMES) {
      world.count += 1;
      const seller = {
        ...givenSeller(world.sellers.length + 1),
        facilitated: { tradeName, telephone: TELEPHONE },
      };
      const said = { withHost: false, childAtRisk: false, source: `SOURCE-${world.count}` };
      const handling = { tlp: 'AMBER', group: undefined } as const;
      reports.push(
        await makeReport(world, reporter, seller, {
          ...said,
          handling,
          basis: 'MEMBER_TIP',
          reason: 'CSAM_SALE',
        }),
      );
    }
    await settled(world);
    for (const report of reports) await judge(world, report, 'ACCEPTED');
    await settled(world);
    await checkMerchants(world, reports);
    await checkAnswers(reader, reports);
    return 'taken';
  },
};

async function checkMerchants(world: World, reports: readonly ExpectedReport[]): Promise<void> {
  const ids = reports.map(({ id }) => fromGlobalId('report', id));
  const rows = await rowsOf<{ merchants: number; shared: number }>(
    world,
    `select count(distinct d.merchant_id)::int as merchants, (select count(*)::int from shared_key) as shared
     from description d where d.active and d.id = any($1::uuid[])`,
    [ids],
  );
  const [seen] = rows;
  holds(
    RULE,
    seen?.merchants === ids.length && seen.shared > 0,
    () => `expected ${ids.length} merchants and a shared value, seen ${JSON.stringify(seen)}`,
  );
}

async function checkAnswers({ caller }: SimulatedMember, reports: readonly ExpectedReport[]): Promise<void> {
  const telephone = { identifiers: [{ type: 'PHONE', value: TELEPHONE }] };
  const accounts = reports.map(({ seller }) => ({ identifiers: [{ type: 'IBAN', value: seller.account }] }));
  const [byTelephone, ...byAccount] = await screens(caller, telephone, ...accounts);
  holds(
    RULE,
    byTelephone !== undefined && byTelephone.matches.every(({ tier }) => tier !== 'STRONG'),
    () => `expected no strong match, seen ${JSON.stringify(byTelephone)}`,
  );
  for (const answer of byAccount)
    holds(
      RULE,
      answer.tier === 'STRONG' && answer.matches.length === 1,
      () => `expected one strong match, seen ${JSON.stringify(answer)}`,
    );
}
